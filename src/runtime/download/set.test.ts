/** What a set gives is what the files unpack to, however they come, and as often as it is asked. */
import { gzipSync } from 'node:zlib';
import { afterEach, expect, test, vi } from 'vitest';
import type { PackedFile } from '../boot/image.ts';
import { SetDownload } from './set.ts';

const CONTENT = new Uint8Array(100_000).map((_, index) => index % 251);
const PACKED = gzipSync(CONTENT);
const FILE: PackedFile = { name: 'glue.bin', packed: PACKED.length, unpacked: CONTENT.length };

/** Answers with these bytes, in pieces of such a size. */
function answerWith(bytes: Uint8Array, piece: number): void {
  vi.stubGlobal('fetch', async () => {
    const pieces = Array.from({ length: Math.ceil(bytes.length / piece) }, (_, index) =>
      bytes.slice(index * piece, (index + 1) * piece),
    );
    return new Response(
      new ReadableStream({ start: (to) => (pieces.forEach((one) => to.enqueue(one)), to.close()) }),
    );
  });
}

async function given(set: SetDownload): Promise<Uint8Array[]> {
  const found: Uint8Array[] = [];
  await set.giveTo(
    (_name, content) => found.push(new Uint8Array(content)),
    () => {},
  );
  return found;
}

const begin = (): SetDownload =>
  SetDownload.begin('http://host/', [['glue', FILE]], false, Promise.resolve());

afterEach(() => vi.unstubAllGlobals());

test.each([
  ['packed, in one piece', PACKED, PACKED.length],
  ['packed, byte by byte at first', PACKED, 1],
  ['unpacked by somebody on the way', CONTENT, 4096],
])('a file that comes %s', async (_how, bytes, piece) => {
  answerWith(bytes, piece);
  expect(await given(begin())).toEqual([CONTENT]);
});

test('who comes later is given the same, though the first has taken it', async () => {
  answerWith(PACKED, 1000);
  const set = begin();
  const [first] = await given(set);
  first?.fill(0);
  expect(await given(set)).toEqual([CONTENT]);
});

test('what is kept of it gives the same to who comes after, as often as it is asked', async () => {
  answerWith(PACKED, 1000);
  const set = begin();
  expect(set.kept([['glue', FILE]])).toBeNull();
  await given(set);
  const blobs = set.kept([['glue', FILE]]);
  expect(blobs?.map(({ size }) => size)).toEqual([PACKED.length]);
  answerWith(new Uint8Array(), 1);
  const next = SetDownload.ofKept([['glue', FILE]], blobs ?? []);
  expect([await given(next), await given(next)]).toEqual([[CONTENT], [CONTENT]]);
  expect(next.kept([['glue', FILE]])).toEqual(blobs);
});

test('what was not kept whole is refused', async () => {
  await expect(given(SetDownload.ofKept([['glue', FILE]], []))).rejects.toThrow('glue was not kept');
});

test.each([
  ['too short', CONTENT.slice(1)],
  ['too long', new Uint8Array(CONTENT.length + 1)],
  ['packed, and too long', gzipSync(new Uint8Array(CONTENT.length + 1))],
  ['packed, and cut', PACKED.slice(0, -20)],
  ['a web page', new TextEncoder().encode('<!doctype html>')],
  ['nothing', new Uint8Array()],
])('a file that is %s is refused', async (_how, bytes) => {
  answerWith(bytes, 1000);
  await expect(given(begin())).rejects.toMatchObject({ file: 'glue.bin' });
});
