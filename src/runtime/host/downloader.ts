/** The page's end of the worker that downloads: has it fetch the image for a frame, and packages for the page. */
import * as v from 'valibot';
import type { ImageFile, PackedFile } from '../boot/image.ts';
import { DownloadError } from '../download/error.ts';
import {
  type DownloadOrder,
  type DownloadReply,
  DownloadReplySchema,
  type FileSource,
  type KeptSets,
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

/** So long after it was last needed the worker is ended: what it has unpacked would stay in memory for as long as it. */
const IDLE_MS = 1000;

interface Pending {
  readonly progress: Progress;
  readonly arrived: Arrived;
  readonly done: () => void;
  readonly failed: (error: DownloadError) => void;
}

export class Downloader {
  private readonly source: Omit<FileSource, 'begins'>;
  private worker: Worker | null = null;
  /** What workers before have left. */
  private kept: KeptSets = {};
  private idle: ReturnType<typeof setTimeout> | undefined;
  /** Resolves when the worker that is asked to close has left what it kept, or has died. */
  private closing: Promise<void> | null = null;
  private closed = NOTHING;
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

  private async ask(
    orderOf: (id: number) => DownloadOrder,
    progress: Progress,
    arrived: Arrived,
    transfer: Transferable[],
  ): Promise<void> {
    clearTimeout(this.idle);
    await this.closing;
    const worker = (this.worker ??= this.start(false));
    const id = this.next++;
    try {
      await new Promise<void>((done, failed) => {
        this.pending.set(id, { progress, arrived, done, failed });
        worker.postMessage(orderOf(id), transfer);
      });
    } finally {
      clearTimeout(this.idle);
      if (this.pending.size === 0) this.idle = setTimeout(() => this.close(), IDLE_MS);
    }
  }

  private close(): void {
    if (this.worker === null || this.closing !== null) return;
    this.closing = new Promise((resolve) => {
      this.closed = resolve;
    });
    this.worker.postMessage({ kind: 'close' } satisfies DownloadOrder);
  }

  /** Ends the worker. Whoever asks for something gets another one. */
  private end(): void {
    this.worker?.terminate();
    this.worker = null;
    this.closing = null;
    this.closed();
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
      if (this.worker === worker) this.end();
      const error = new DownloadError(null, event.message || 'the worker that downloads did not start');
      for (const { failed } of this.pending.values()) failed(error);
      this.pending.clear();
    });
    if (Object.keys(this.kept).length > 0)
      worker.postMessage({ kind: 'kept', sets: this.kept } satisfies DownloadOrder);
    return worker;
  }

  private hear(reply: DownloadReply): void {
    if (reply.kind === 'closed') {
      this.kept = reply.sets;
      this.end();
      return;
    }
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
