/**
 * A snapshot of Python's memory, made once all that can be imported early has been imported. The first worker makes it,
 * the others start from it. The only file that knows Pyodide's private way to do so; the version is pinned.
 */
import type { PyodideInterface, loadPyodide } from 'pyodide';
import { dense, fill, type SparseBytes, sparse } from './sparse-bytes.ts';

/** Where Python's memory comes from. `keep` hands out a snapshot, or null when none can be made. */
export type Memory =
  | { readonly kind: 'fresh' }
  | { readonly kind: 'keep'; readonly keep: (snapshot: SparseBytes | null) => void }
  | { readonly kind: 'restore'; readonly snapshot: SparseBytes };

/** WebAssembly's unit of memory. */
const PAGE_BYTES = 65_536;

type Options = Pick<NonNullable<Parameters<typeof loadPyodide>[0]>, '_makeSnapshot' | '_loadSnapshot'>;

/** What Pyodide is given when it starts. */
export function optionsFor(memory: Memory): Options {
  switch (memory.kind) {
    case 'fresh':
      return {};
    case 'keep':
      return { _makeSnapshot: true };
    case 'restore':
      return { _loadSnapshot: headOf(memory.snapshot) };
  }
}

/** Where a snapshot says, in words of four bytes, how long its head is. */
const HEAD_LENGTH = 1;

/**
 * What Pyodide reads of a snapshot, and with it how to put the rest where it belongs: `boot/slim-glue.mjs` has it called
 * with the interpreter's memory, and with how much of that is in use.
 */
function headOf(snapshot: SparseBytes): Uint8Array {
  const words = new Uint32Array(dense(snapshot, (HEAD_LENGTH + 1) * Uint32Array.BYTES_PER_ELEMENT).buffer);
  const length = words[HEAD_LENGTH] ?? 0;
  const restore = (bytes: Uint8Array, used: number): void => fill(bytes, snapshot, length, used);
  return Object.assign(dense(snapshot, length), { restore });
}

/** The interpreter brings memory of its own, of the size it begins with. A snapshot may need more. */
export function makeRoom({ exports }: WebAssembly.Instance, memory: Memory): void {
  if (memory.kind !== 'restore') return;
  const own = exports['memory'];
  if (!(own instanceof WebAssembly.Memory))
    throw new Error('this build of Pyodide keeps its memory elsewhere');
  const missing = memory.snapshot.length - own.buffer.byteLength;
  if (missing > 0) own.grow(Math.ceil(missing / PAGE_BYTES));
}

/** Imports our Python from `archive`, or finds it imported, and hands out a snapshot where one is wanted. */
export function preload(pyodide: PyodideInterface, archive: string, memory: Memory): void {
  if (memory.kind === 'restore') {
    pyodide.pyimport('faultline.preload').wake();
    return;
  }
  pyodide.pyimport('sys').path.append(archive);
  const early = pyodide.pyimport('faultline.preload');
  early.settle();
  early.destroy();
  if (memory.kind === 'keep') memory.keep(made(pyodide));
}

function made(pyodide: PyodideInterface): SparseBytes | null {
  try {
    return sparse(new Uint8Array(pyodide.makeMemorySnapshot()));
  } catch (error) {
    console.warn('Every worker starts from the beginning:', error);
    return null;
  }
}
