/** A memory is put back as it was, whatever has been done to it. */
import { expect, test } from 'vitest';
import { keep, putBack } from './kept-memory.ts';

const BLOCK_BYTES = 4096;

/** Six blocks: with content, zero, zero, with content at their ends, zero. */
function memory(): ArrayBuffer {
  const bytes = new Uint8Array(6 * BLOCK_BYTES);
  bytes.set([1, 2, 3]);
  bytes[3 * BLOCK_BYTES] = 7;
  bytes[5 * BLOCK_BYTES - 1] = 9;
  return bytes.buffer;
}

test('zeros are not kept', () => {
  const { blocks, content } = keep(memory());
  expect(blocks).toEqual([0, 3, 4]);
  expect(content.byteLength).toBe(3 * BLOCK_BYTES);
});

test.each([
  ['a byte that has changed', [1], 200],
  ['a byte that is zero now', [3 * BLOCK_BYTES], 0],
  ['the last byte of a block that was zero', [2 * BLOCK_BYTES - 1], 1],
  ['bytes at both ends', [0, 6 * BLOCK_BYTES - 1], 5],
])('%s', (_what, places, value) => {
  const changed = memory();
  const kept = keep(changed);
  for (const place of places) new Uint8Array(changed)[place] = value;
  expect(new Uint8Array(changed)).not.toEqual(new Uint8Array(memory()));
  putBack(changed, kept);
  expect(new Uint8Array(changed)).toEqual(new Uint8Array(memory()));
});

test('what it has grown by is zero', () => {
  const kept = keep(memory());
  const grown = new Uint8Array(8 * BLOCK_BYTES).fill(255);
  putBack(grown.buffer, kept);
  expect(grown.subarray(0, 6 * BLOCK_BYTES)).toEqual(new Uint8Array(memory()));
  expect(grown.subarray(6 * BLOCK_BYTES).every((byte) => byte === 0)).toBe(true);
});
