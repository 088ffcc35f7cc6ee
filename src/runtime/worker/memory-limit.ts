/** How much memory a program may have, and what is kept back for telling how it ended. */

/** Memory a program may have. A leak ends in `MemoryError` before it takes the person's machine down. */
const PROGRAM_BYTES = 1024 ** 3;
/** Memory for what is said of a program that has ended and still holds all it had: what it raised, printed and kept. */
const RESERVE_BYTES = 64 * 1024 ** 2;
/** WebAssembly's unit of memory. */
const PAGE_BYTES = 65_536;

export interface MemoryLimit {
  /** The last wish for more memory was refused. */
  ended(): boolean;
  /** From when the byte at `address` of the memory is set, what comes may use the reserve too. */
  watchReserve(address: number): void;
}

/** Limits all memories of this worker. Emscripten takes a refused `grow` for "out of memory": `MemoryError` in Python. */
export function limitMemory(): MemoryLimit {
  let ended = false;
  let flagAddress: number | null = null;
  const { prototype } = WebAssembly.Memory;
  const grow = Reflect.get(prototype, 'grow');
  prototype.grow = function limited(pages): number {
    const wanted = this.buffer.byteLength + pages * PAGE_BYTES;
    const released = flagAddress !== null && new Uint8Array(this.buffer)[flagAddress] === 1;
    const most = released ? PROGRAM_BYTES + RESERVE_BYTES : PROGRAM_BYTES;
    ended = true;
    if (wanted > most) throw new RangeError('a program may not have more memory');
    const before: number = Reflect.apply(grow, this, [pages]);
    // The browser had it.
    ended = false;
    return before;
  };
  return {
    ended: () => ended,
    watchReserve(address) {
      flagAddress = address;
    },
  };
}
