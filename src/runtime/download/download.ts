/** Downloads files of the Python image or beside it, reports how far they are, and unpacks them. */
import type { PackedFile } from '../boot/image.ts';
import { DownloadError } from './error.ts';
import type { Progress } from './messages.ts';

/** A connection that is silent for so long is given up. */
const SILENCE_MS = 30_000;

/** Where files are, and whether what the browser has kept of an earlier try is not to be used. */
interface Source {
  readonly from: string;
  readonly again: boolean;
}

/** A file is not what the build has made. */
const OTHER = 'the server sent something else, or only a part';

/** A part of a file as it travels. */
export type Piece = Uint8Array<ArrayBuffer>;
/** Fetches and unpacks a file; `kept` is given its pieces as they come. */
type Get = (file: PackedFile, kept?: Piece[]) => Promise<ArrayBuffer>;

/**
 * Gives `take` a way to fetch and unpack each of `files`. Rejects with a `DownloadError` that names the first file that
 * failed; the others are given up then, and no more progress is reported.
 */
export async function download<Result>(
  files: readonly PackedFile[],
  { from, again }: Source,
  progress: Progress,
  take: (get: Get) => Promise<Result>,
): Promise<Result> {
  const total = files.reduce((sum, file) => sum + file.packed, 0);
  const others = new AbortController();
  const { signal } = others;
  let loaded = 0;
  const advance = (bytes: number): void => {
    loaded = Math.min(total, loaded + bytes);
    if (!signal.aborted) progress(loaded, total);
  };
  progress(0, total);
  const get: Get = async ({ name, unpacked }, kept) => {
    try {
      const response = fetch(new URL(name, from), {
        signal,
        cache: again ? 'reload' : 'default',
        // What the page is drawn with, and its editor, go first.
        priority: 'low',
      });
      return await unpack(arriving(await response, advance, kept), unpacked);
    } catch (error) {
      throw new DownloadError(name, error);
    }
  };
  try {
    return await take(get);
  } finally {
    others.abort();
  }
}

/** The body of an answer, piece by piece. Ends with an error when it is one, or falls silent. */
async function* arriving(
  response: Response,
  advance: (bytes: number) => void,
  kept: Piece[] | undefined,
): AsyncGenerator<Piece> {
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  if (response.body === null) return;
  const reader = response.body.getReader();
  for (;;) {
    const silence = setTimeout(() => void reader.cancel('silence'), SILENCE_MS);
    const part = await reader.read();
    clearTimeout(silence);
    if (part.done) return;
    advance(part.value.length);
    kept?.push(part.value);
    yield part.value;
  }
}

/** What a file unpacks to that has come before, and was kept like this. */
export function unpackAgain(kept: readonly Piece[] | Blob, { unpacked }: PackedFile): Promise<ArrayBuffer> {
  return unpack(kept instanceof Blob ? piecesOf(kept.stream()) : given(kept), unpacked);
}

async function* given(pieces: readonly Piece[]): AsyncGenerator<Piece> {
  yield* pieces;
}

async function* piecesOf(stream: ReadableStream<Piece>): AsyncGenerator<Piece> {
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
}

/**
 * What `pieces` unpack to, while more of them come; `length` bytes. The files are gzipped by us, not by the host. Should a
 * proxy have unpacked one, it is taken as it is.
 */
async function unpack(pieces: AsyncGenerator<Piece>, length: number): Promise<ArrayBuffer> {
  const content = new Uint8Array(length);
  let used = 0;
  const put = (piece: Uint8Array): void => {
    used += piece.length;
    if (used > length) throw new Error(OTHER);
    content.set(piece, used - piece.length);
  };
  const head = await headOf(pieces);
  // A host that answers a missing file with its start page would otherwise surface as a broken interpreter.
  if (head[0] === 0x3c) throw new Error('the server sent a web page instead of the file');
  if (head[0] === 0x1f && head[1] === 0x8b) {
    const { readable, writable } = new DecompressionStream('gzip');
    await Promise.all([
      writeTo(writable.getWriter(), head, pieces),
      readable.pipeTo(new WritableStream({ write: put })),
    ]);
  } else {
    put(head);
    for await (const piece of pieces) put(piece);
  }
  if (used < length) throw new Error(OTHER);
  return content.buffer;
}

/** The first piece, and more of them until they say what they are. */
async function headOf(pieces: AsyncGenerator<Piece>): Promise<Piece> {
  let head: Piece = new Uint8Array();
  while (head.length < 2) {
    const next = await pieces.next();
    if (next.done === true) break;
    const longer = new Uint8Array(head.length + next.value.length);
    longer.set(head);
    longer.set(next.value, head.length);
    head = longer;
  }
  return head;
}

async function writeTo(
  packed: WritableStreamDefaultWriter<BufferSource>,
  head: Piece,
  rest: AsyncGenerator<Piece>,
): Promise<void> {
  await packed.write(head);
  for await (const piece of rest) await packed.write(piece);
  await packed.close();
}
