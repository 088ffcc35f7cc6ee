/**
 * A snapshot of Python's memory, made once all that can be imported early has been imported: by the build
 * (`boot/make-memory.mjs`), or by the first worker. Workers start from it. These two files alone know Pyodide's private
 * way to make and to restore one; its version is pinned.
 */
import type { PyodideInterface, loadPyodide } from 'pyodide';
import { letGo } from '../let-go.ts';
import { dense, fill, lay, type SparseBytes, sparse } from './sparse-bytes.ts';

/** What a worker's memory is to hold. `added`: what differs from the snapshot, where more has been imported. */
export interface Content {
  readonly snapshot: SparseBytes;
  readonly added: SparseBytes | null;
}

/** Where Python's memory comes from. `keep` hands out a snapshot, or null when none can be made. */
export type Memory =
  | { readonly kind: 'fresh' }
  | { readonly kind: 'keep'; readonly keep: (snapshot: SparseBytes | null) => void }
  | { readonly kind: 'restore'; readonly content: Promise<Content> };

/** WebAssembly's unit of memory. */
const PAGE_BYTES = 65_536;

type Options = Pick<NonNullable<Parameters<typeof loadPyodide>[0]>, '_makeSnapshot' | '_loadSnapshot'>;

/** How Python begins with a memory. */
export interface Beginning {
  /** What Pyodide is given when it starts. */
  readonly options: Options;
  /** To be waited for when the interpreter has been made, before anything of it runs. */
  readonly made: (instance: WebAssembly.Instance) => Promise<void>;
}

export function beginning(memory: Memory): Beginning {
  switch (memory.kind) {
    case 'fresh':
      return { options: {}, async made() {} };
    case 'keep':
      return { options: { _makeSnapshot: true }, async made() {} };
    case 'restore':
      return restoring(memory.content);
  }
}

/** Where a snapshot says, in words of four bytes, how long its head is. */
const HEAD_LENGTH = 1;

/** Room for the head, of which Pyodide reads as much as it says it has. It takes some hundred bytes. */
const HEAD_ROOM = 4096;

/**
 * Pyodide reads the head of a snapshot, and is given with it how to put the rest where it belongs: `boot/slim-glue.mjs`
 * has it called with the interpreter's memory, and with how much of that is in use. It asks for the head before the
 * interpreter is made, and reads it after: so the content may come meanwhile.
 */
function restoring(content: Promise<Content>): Beginning {
  const head = Object.assign(new Uint8Array(HEAD_ROOM), { restore: notNow });
  return {
    options: { _loadSnapshot: head },
    async made({ exports }) {
      const memory = exports['memory'];
      if (!(memory instanceof WebAssembly.Memory))
        throw new Error('this build of Pyodide keeps its memory elsewhere');
      const { snapshot, added } = await content;
      const last = added ?? snapshot;
      const length = lengthOfHead(last);
      if (length > HEAD_ROOM) throw new Error('this build of Pyodide says more in the head of a snapshot');
      head.set(dense(last, length));
      const own = new Uint8Array(memory.buffer.slice(0, snapshot.own));
      makeRoom(memory, last);
      head.restore = (bytes, used) => {
        fill(bytes, snapshot, lengthOfHead(snapshot), used, own);
        if (added !== null) lay(bytes, added, length);
        head.restore = notNow;
        for (const buffer of [own.buffer, ...buffersOf(snapshot, added)]) letGo(buffer);
      };
    },
  };
}

function notNow(_bytes: Uint8Array, _used: number): void {
  throw new Error('this build of Pyodide restores a snapshot too early, or twice');
}

/** Parts are often views of one buffer. */
function buffersOf(snapshot: SparseBytes, added: SparseBytes | null): ReadonlySet<ArrayBuffer> {
  const parts = [...snapshot.parts, ...(added?.parts ?? [])];
  return new Set(parts.map(({ bytes }) => bytes.buffer));
}

function lengthOfHead(snapshot: SparseBytes): number {
  const words = new Uint32Array(dense(snapshot, (HEAD_LENGTH + 1) * Uint32Array.BYTES_PER_ELEMENT).buffer);
  return words[HEAD_LENGTH] ?? 0;
}

/** The interpreter brings memory of its own, of the size it begins with. A snapshot may need more. */
function makeRoom(memory: WebAssembly.Memory, { length }: SparseBytes): void {
  const missing = length - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
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
