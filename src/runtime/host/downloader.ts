/** The page's end of the worker that downloads: has it fetch the image for a frame, and packages for the page. */
import * as v from 'valibot';
import type { ImageFile, PackedFile } from '../boot/image.ts';
import { DownloadError } from '../download/error.ts';
import {
  type DownloadOrder,
  type DownloadReply,
  DownloadReplySchema,
  type FileSource,
} from '../download/messages.ts';
import { imageFolder, manifest } from './build.ts';

/** Bytes as they travel, of all files of a download together. */
export type Progress = (loaded: number, total: number) => void;

/** The files of the image that are needed where the browser can suspend WebAssembly, and where it cannot, in their order. */
const filesFor = (suspends: boolean): readonly ImageFile[] =>
  suspends
    ? ['wasm', 'memory', 'loader', 'glue', 'faultline', 'library']
    : ['wasm', 'loader', 'glue', 'faultline', 'library'];

interface Pending {
  readonly progress: Progress;
  readonly done: (contents: ArrayBuffer[]) => void;
  readonly failed: (error: DownloadError) => void;
}

export class Downloader {
  private readonly source: FileSource;
  private worker: Worker | null = null;
  private readonly pending = new Map<number, Pending>();
  private next = 0;

  /** `base` is where the page was served from; `suspends`: this browser can suspend WebAssembly. */
  constructor(base: URL, suspends: boolean) {
    this.source = {
      from: new URL(imageFolder, base).href,
      sets: {
        image: filesFor(suspends).map((name) => [name, manifest.files[name]]),
        imported: manifest.imported === null ? [] : [['imported', manifest.imported.file]],
      },
    };
  }

  /**
   * Gives the image to `target`, file by file as they come, and keeps it for the next time. `again`: what has been had
   * before is not used. Rejects with a `DownloadError`.
   */
  async image(again: boolean, target: MessagePort, progress: Progress): Promise<void> {
    await this.ask((id) => ({ kind: 'set', id, set: 'image', again }), progress, [target]);
  }

  /** Gives what a package adds to the memory to `target`. False: it could not be had. */
  async imported(target: MessagePort): Promise<boolean> {
    const asked = this.ask((id) => ({ kind: 'set', id, set: 'imported', again: false }), () => {}, [target]);
    return asked.then(
      () => true,
      () => false,
    );
  }

  /** Files beside the image, in the order they are asked for. Rejects with a `DownloadError`. */
  files(files: readonly PackedFile[], again: boolean, progress: Progress): Promise<ArrayBuffer[]> {
    return this.ask((id) => ({ kind: 'files', id, again, files }), progress, []);
  }

  private ask(
    orderOf: (id: number) => DownloadOrder,
    progress: Progress,
    transfer: Transferable[],
  ): Promise<ArrayBuffer[]> {
    this.worker ??= this.start();
    const id = this.next++;
    const { worker } = this;
    return new Promise((done, failed) => {
      this.pending.set(id, { progress, done, failed });
      worker.postMessage(orderOf(id), transfer);
    });
  }

  private start(): Worker {
    const worker = new Worker(new URL('../download/worker.ts', import.meta.url), {
      type: 'module',
      name: JSON.stringify(this.source),
    });
    worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const parsed = v.safeParse(DownloadReplySchema, data, { abortEarly: true });
      if (parsed.success) this.hear(parsed.output);
    });
    // It could not be fetched, or has died: whoever asks again gets another one.
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      worker.terminate();
      this.worker = null;
      const error = new DownloadError('the worker that downloads', event.message || 'it did not start');
      for (const { failed } of this.pending.values()) failed(error);
      this.pending.clear();
    });
    return worker;
  }

  private hear(reply: DownloadReply): void {
    const asked = this.pending.get(reply.id);
    if (asked === undefined) return;
    if (reply.kind === 'progress') {
      asked.progress(reply.loaded, reply.total);
      return;
    }
    this.pending.delete(reply.id);
    if (reply.kind === 'done') asked.done(reply.contents);
    else asked.failed(new DownloadError(reply.file, reply.detail));
  }
}
