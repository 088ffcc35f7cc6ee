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

/** Fetches all files of the image. Rejects with a `DownloadError` that names the first file that failed. */
export async function downloadImage(base: URL, progress: Progress): Promise<Image> {
  let loaded = 0;
  const advance = (bytes: number): void => {
    loaded = Math.min(total, loaded + bytes);
    progress(loaded, total);
  };
  progress(0, total);
  const get = (name: string): Promise<ArrayBuffer> =>
    downloadFile(new URL(imageFolder + name, base), name, advance);
  const [loader, glue, wasm, library] = await Promise.all([
    get(files.loader.name),
    get(files.glue.name),
    get(files.wasm.name),
    get(files.library.name),
  ]);
  return { loader, glue, wasm, library, lock: JSON.stringify(manifest.lock), sources: pythonSources };
}

async function downloadFile(
  address: URL,
  name: string,
  advance: (bytes: number) => void,
): Promise<ArrayBuffer> {
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    const reader = response.body?.getReader();
    for (let part = await reader?.read(); part !== undefined && !part.done; part = await reader?.read()) {
      chunks.push(part.value);
      advance(part.value.length);
    }
    return await unpack(new Blob(chunks));
  } catch (error) {
    throw new DownloadError(name, error);
  }
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
