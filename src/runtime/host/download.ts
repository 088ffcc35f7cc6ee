/** Downloads the Python image, tells how far it is, and unpacks it. */
import type { Image } from '../boot/image.ts';
import { imageFolder, manifest } from './build.ts';
import { pythonSources } from './sources.ts';

/** A file of the image could not be had. */
export class DownloadError extends Error {
  readonly file: string;
  constructor(file: string, cause: unknown) {
    super(`could not download ${file}`, { cause });
    this.file = file;
  }
}

/** Bytes as they travel, of all files together. */
export type Progress = (loaded: number, total: number) => void;

const files = manifest.files;
const total = Object.values(files).reduce((sum, file) => sum + file.packed, 0);

/** A connection that is silent for so long is given up. */
const SILENCE_MS = 30_000;

/**
 * Fetches all files of the image. Rejects with a `DownloadError` that names the first file that failed; the others
 * are given up then, and no more progress is told. `again`: what the browser has kept of an earlier try is not used.
 */
export async function downloadImage(base: URL, again: boolean, progress: Progress): Promise<Image> {
  const others = new AbortController();
  try {
    return await downloadAll(base, again, others.signal, progress);
  } finally {
    others.abort();
  }
}

async function downloadAll(
  base: URL,
  again: boolean,
  signal: AbortSignal,
  progress: Progress,
): Promise<Image> {
  let loaded = 0;
  const advance = (bytes: number): void => {
    loaded = Math.min(total, loaded + bytes);
    if (!signal.aborted) progress(loaded, total);
  };
  progress(0, total);
  const get = async ({ name, unpacked }: { name: string; unpacked: number }): Promise<ArrayBuffer> => {
    try {
      const response = fetch(new URL(imageFolder + name, base), {
        signal,
        cache: again ? 'reload' : 'default',
      });
      const bytes = await unpack(await readAll(await response, advance));
      if (bytes.byteLength !== unpacked) throw new Error('the server sent something else, or only a part');
      return bytes;
    } catch (error) {
      throw new DownloadError(name, error);
    }
  };
  const [loader, glue, wasm, library] = await Promise.all([
    get(files.loader),
    get(files.glue),
    get(files.wasm),
    get(files.library),
  ]);
  return { loader, glue, wasm, library, lock: JSON.stringify(manifest.lock), sources: pythonSources };
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
