/** The page's end of the worker that downloads: has it fetch the image for a frame, and packages for the page. */
import * as v from 'valibot';
import type { ImageFile, PackedFile } from '../boot/image.ts';
import { DownloadError } from '../download/error.ts';
import {
  type DownloadOrder,
  type DownloadReply,
  DownloadReplySchema,
  type FileSource,
  type Progress,
} from '../download/messages.ts';
import { imageFolder, manifest } from './build.ts';

/** The files of the image that are needed where the browser can suspend WebAssembly, and where it cannot, in their order. */
const filesFor = (suspends: boolean): readonly ImageFile[] =>
  suspends
    ? ['wasm', 'memory', 'loader', 'glue', 'faultline', 'library']
    : ['wasm', 'loader', 'glue', 'faultline', 'library'];

/** Called with each file as soon as it is here, by its place among those asked for. */
type Arrived = (index: number, content: ArrayBuffer) => void;

const NOTHING = (): void => {};

interface Pending {
  readonly progress: Progress;
  readonly arrived: Arrived;
  readonly done: () => void;
  readonly failed: (error: DownloadError) => void;
}

export class Downloader {
  private readonly source: Omit<FileSource, 'begins'>;
  private worker: Worker | null = null;
  private readonly pending = new Map<number, Pending>();
  private next = 0;

  /** `base` is where the page was served from; `suspends`: this browser can suspend WebAssembly. */
  constructor(base: URL, suspends: boolean) {
    this.source = {
      from: new URL(imageFolder, base).href,
      sets: {
        image: filesFor(suspends).map((name) => [name, manifest.files[name]]),
        parked: manifest.parked === null ? [] : [['parked', manifest.parked.file]],
      },
    };
  }

  /**
   * Starts the worker, which a page that is busy holds up: what is asked of it then finds it there. With `begins` it
   * fetches the image without being asked.
   */
  open(begins: boolean): void {
    this.worker ??= this.start(begins);
  }

  /** Python has started, and nobody waits for a run. */
  goOn(): void {
    this.worker?.postMessage({ kind: 'go on' } satisfies DownloadOrder);
  }

  /**
   * Gives the image to `target`, file by file as they come, and keeps it for the next time. `again`: what has been had
   * before is not used. Rejects with a `DownloadError`.
   */
  image(again: boolean, target: MessagePort, progress: Progress): Promise<void> {
    return this.ask((id) => ({ kind: 'set', id, set: 'image', again }), progress, NOTHING, [target]);
  }

  /** Gives the memory in which a package is imported to `target`. False: it could not be had. */
  parked(target: MessagePort): Promise<boolean> {
    return this.ask((id) => ({ kind: 'set', id, set: 'parked', again: false }), NOTHING, NOTHING, [
      target,
    ]).then(
      () => true,
      () => false,
    );
  }

  /** Fetches files beside the image. Rejects with a `DownloadError`; what has arrived by then has. */
  files(files: readonly PackedFile[], again: boolean, progress: Progress, arrived: Arrived): Promise<void> {
    return this.ask((id) => ({ kind: 'files', id, again, files }), progress, arrived, []);
  }

  private ask(
    orderOf: (id: number) => DownloadOrder,
    progress: Progress,
    arrived: Arrived,
    transfer: Transferable[],
  ): Promise<void> {
    this.worker ??= this.start(false);
    const id = this.next++;
    const { worker } = this;
    return new Promise((done, failed) => {
      this.pending.set(id, { progress, arrived, done, failed });
      worker.postMessage(orderOf(id), transfer);
    });
  }

  private start(begins: boolean): Worker {
    const worker = new Worker(new URL('../download/worker.ts', import.meta.url), {
      type: 'module',
      name: JSON.stringify({ ...this.source, begins } satisfies FileSource),
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
      const error = new DownloadError(null, event.message || 'the worker that downloads did not start');
      for (const { failed } of this.pending.values()) failed(error);
      this.pending.clear();
    });
    return worker;
  }

  private hear(reply: DownloadReply): void {
    const asked = this.pending.get(reply.id);
    if (asked === undefined) return;
    if (reply.kind === 'progress') asked.progress(reply.loaded, reply.total);
    else if (reply.kind === 'content') asked.arrived(reply.index, reply.content);
    else {
      this.pending.delete(reply.id);
      if (reply.kind === 'done') asked.done();
      else asked.failed(new DownloadError(reply.file, reply.detail));
    }
  }
}
