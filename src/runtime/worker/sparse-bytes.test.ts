/** Tests of leaving zeros out. */
import { expect, test } from 'vitest';
import { dense, fill, sparse, unpacked } from './sparse-bytes.ts';

/** Bytes of this length with ones at these places. */
function bytesWith(length: number, ...ones: number[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  for (const at of ones) bytes[at] = 1;
  return bytes;
}

test.each([
  ['nothing', bytesWith(0)],
  ['zeros alone', bytesWith(20_000)],
  ['less than a block', bytesWith(10, 3)],
  ['zeros, then a last byte', bytesWith(9000, 8999)],
  ['blocks beside each other, and one by itself', bytesWith(50_001, 0, 5000, 8191, 40_000, 50_000)],
])('%s come back as they were', (_what, bytes) => {
  expect(dense(sparse(bytes), bytes.length)).toEqual(bytes);
});

test.each([0, 1, 4096, 5000, 9000, 40_100])(
  'from byte %i on they come back into what was used before',
  (start) => {
    const bytes = bytesWith(50_001, 0, 5000, 8191, 40_000, 50_000);
    const rest = bytes.slice(start);
    const used = Math.min(20_000, rest.length);
    const target = new Uint8Array(rest.length).fill(7, 0, used);
    fill(target, sparse(bytes), start, used, new Uint8Array());
    expect(target).toEqual(rest);
  },
);

test('of the first bytes no more than was asked for comes back', () => {
  const bytes = bytesWith(20_000, 4095, 4096, 4097);
  expect(dense(sparse(bytes), 4097)).toEqual(bytes.slice(0, 4097));
});

test('only blocks that hold something are kept', () => {
  const { length, parts } = sparse(bytesWith(1_000_000, 5000, 9000, 500_000));
  expect(length).toBe(1_000_000);
  expect(parts.map(({ at, bytes }) => [at, bytes.length])).toEqual([
    [4096, 8192],
    [499_712, 4096],
  ]);
});

test('the parts hold nothing else in their buffers, so that they may be sent away', () => {
  for (const { bytes } of sparse(bytesWith(1_000_000, 5000, 500_000)).parts)
    expect(bytes.buffer.byteLength).toBe(bytes.length);
});

test('packed bytes come back over what the interpreter brought along, and nothing else does', () => {
  const numbers = new Uint32Array([20, 8, 2, 0, 4, 10, 2]);
  const packed = new Uint8Array([...new Uint8Array(numbers.buffer), 1, 2, 3, 4, 5, 6]);
  const snapshot = unpacked(packed.buffer);
  expect(dense(snapshot, 4)).toEqual(new Uint8Array([1, 2, 3, 4]));
  const target = new Uint8Array(16).fill(9, 0, 12);
  fill(target, snapshot, 4, 12, new Uint8Array(8).fill(7));
  expect([...target]).toEqual([7, 7, 7, 7, 7, 7, 5, 6, 0, 0, 0, 0, 0, 0, 0, 0]);
});
