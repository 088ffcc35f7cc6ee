/** A copy of a memory that can be put back later. Pure. */

/** Numbers of 32 bits that are compared, and kept, together: 4 KiB, so that memory nobody has touched stays untouched. */
const BLOCK = 1024;

export interface KeptMemory {
  /** which blocks were not all zeros, in order */
  readonly blocks: readonly number[];
  /** what was in them, one after the other */
  readonly content: Int32Array<ArrayBuffer>;
}

/** Copies the memory, whose length is whole blocks. Throws where there is no room for that. */
export function keep(memory: ArrayBuffer): KeptMemory {
  const words = new Int32Array(memory);
  const blocks: number[] = [];
  for (let block = 0; block * BLOCK < words.length; block += 1) if (!isZero(words, block)) blocks.push(block);
  const content = new Int32Array(blocks.length * BLOCK);
  for (const [index, block] of blocks.entries()) content.set(blockOf(words, block), index * BLOCK);
  return { blocks, content };
}

/** Makes the memory as it was. What it has grown by is zero afterwards. Only blocks that have changed are written. */
export function putBack(memory: ArrayBuffer, { blocks, content }: KeptMemory): void {
  const words = new Int32Array(memory);
  let next = 0;
  for (let block = 0; block * BLOCK < words.length; block += 1) {
    if (blocks[next] === block) {
      if (!isSame(words, block, content, next)) words.set(blockOf(content, next), block * BLOCK);
      next += 1;
    } else if (!isZero(words, block)) blockOf(words, block).fill(0);
  }
}

function blockOf(words: Int32Array<ArrayBuffer>, block: number): Int32Array<ArrayBuffer> {
  return words.subarray(block * BLOCK, (block + 1) * BLOCK);
}

function isZero(words: Int32Array, block: number): boolean {
  for (let at = block * BLOCK; at < (block + 1) * BLOCK; at += 1) if (words[at] !== 0) return false;
  return true;
}

function isSame(words: Int32Array, block: number, others: Int32Array, other: number): boolean {
  const apart = (other - block) * BLOCK;
  for (let at = block * BLOCK; at < (block + 1) * BLOCK; at += 1) {
    if (words[at] !== others[at + apart]) return false;
  }
  return true;
}
