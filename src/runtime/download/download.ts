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

type Get = (file: PackedFile) => Promise<ArrayBuffer>;

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
  const get: Get = async ({ name, unpacked }) => {
    try {
      const response = fetch(new URL(name, from), {
        signal,
        cache: again ? 'reload' : 'default',
        // What the page is drawn with, and its editor, go first.
        priority: 'low',
      });
      const bytes = await unpack(await readAll(await response, advance));
      if (bytes.byteLength !== unpacked) throw new Error('the server sent something else, or only a part');
      return bytes;
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

/** The body of an answer. Rejects when it is an error, or falls silent. */
async function readAll(response: Response, advance: (bytes: number) => void): Promise<Blob> {
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  if (response.body === null) return new Blob();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const reader = response.body.getReader();
  for (;;) {
    const silence = setTimeout(() => void reader.cancel('silence'), SILENCE_MS);
    const part = await reader.read();
    clearTimeout(silence);
    if (part.done) break;
    chunks.push(part.value);
    advance(part.value.length);
  }
  return new Blob(chunks);
}

/** The files are gzipped by us, not by the host. Should a proxy have unpacked one, it is taken as it is. */
async function unpack(packed: Blob): Promise<ArrayBuffer> {
  const [first, second] = new Uint8Array(await packed.slice(0, 2).arrayBuffer());
  if (first !== 0x1f || second !== 0x8b) {
    // A host that answers a missing file with its start page would otherwise surface as a broken interpreter.
    if (first === 0x3c) throw new Error('the server sent a web page instead of the file');
    return await packed.arrayBuffer();
  }
  return await new Response(packed.stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}
