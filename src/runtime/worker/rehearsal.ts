/** Has Python rehearse a run, and takes its memory back to what it was before. */
import type { PyodideInterface } from 'pyodide';
import type { RehearsalPlan } from '../protocol.ts';
import { keep, type KeptMemory, putBack } from './kept-memory.ts';
import { letGo } from '../let-go.ts';

/** What of Pyodide's internals is needed for this: the memory as it is now. Growing replaces it. */
interface HeapInternals {
  readonly HEAPU8: Uint8Array<ArrayBuffer>;
}

/**
 * Calls `rehearse` of `entry`, which is `faultline.entry`. What the browser has compiled for it stays, which is the point.
 * The memory is put back, so that a program finds the same whether or not its worker had the time for this. Does nothing
 * where there is no room for a copy of the memory.
 */
export function rehearse(
  pyodide: PyodideInterface,
  entry: ReturnType<PyodideInterface['pyimport']>,
  plan: RehearsalPlan,
): void {
  const internals: unknown = Reflect.get(pyodide, '_module');
  if (!hasHeap(internals)) return;
  const text = JSON.stringify(plan);
  // Python counts who holds it, which must be in the copy as well.
  const rehearsed = entry.rehearse;
  const before = keepIfThereIsRoom(internals.HEAPU8.buffer);
  if (before !== null) {
    try {
      const fault = String(rehearsed(text));
      if (fault !== '') console.warn('A rehearsal failed:', fault);
    } finally {
      putBack(internals.HEAPU8.buffer, before);
      letGo(before.content.buffer);
    }
  }
  rehearsed.destroy();
}

function keepIfThereIsRoom(memory: ArrayBuffer): KeptMemory | null {
  try {
    return keep(memory);
  } catch {
    return null;
  }
}

function hasHeap(internals: unknown): internals is HeapInternals {
  return typeof internals === 'object' && internals !== null && 'HEAPU8' in internals;
}
