/** Has Python rehearse a run, and takes its memory back to what it was before. */
import type { PyodideInterface } from 'pyodide';
import type { RehearsalPlan } from '../protocol.ts';

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
  const before = copyOf(internals.HEAPU8);
  if (before !== null) {
    try {
      const fault = String(rehearsed(text));
      if (fault !== '') console.warn('A rehearsal failed:', fault);
    } finally {
      const { HEAPU8 } = internals;
      HEAPU8.set(before);
      HEAPU8.fill(0, before.length);
      // A worker that waits makes nothing new, so the collector would come too late.
      if ('transfer' in before.buffer) before.buffer.transfer(0);
    }
  }
  rehearsed.destroy();
}

function copyOf(memory: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null {
  try {
    return memory.slice();
  } catch {
    return null;
  }
}

function hasHeap(internals: unknown): internals is HeapInternals {
  return typeof internals === 'object' && internals !== null && 'HEAPU8' in internals;
}
