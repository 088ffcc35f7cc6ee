/** The page's end of the runner frame: opens it, asks it for workers, takes it away. */
import * as v from 'valibot';
import { FrameMessageSchema, type FrameOrder, type FrameStart } from '../protocol.ts';
import { frameAddress, manifest, worker as workerSource } from './build.ts';
import { DownloadError } from '../download/error.ts';

/** Compiling takes a tenth of a second on a laptop; a phone that is out of memory may never answer. */
const OPEN_TIMEOUT_MS = 60_000;

/** A worker as the page holds it: its number in the frame and the port to it. */
export interface WorkerLink {
  readonly number: number;
  /** It began with the memory in which a package is imported. */
  readonly parked: boolean;
  readonly port: MessagePort;
  /** Called when the worker dies of an error outside Python. */
  onLost: ((reason: string) => void) | null;
}

export class RunnerFrame {
  /**
   * Resolves when the frame has the whole image, and rejects when it cannot work with it or is taken away before;
   * with a `DownloadError` where its page is not there.
   */
  readonly opened: Promise<void>;
  private readonly element: HTMLIFrameElement;
  private readonly port: MessagePort;
  private readonly links = new Map<number, WorkerLink>();
  private next = 0;
  private readonly settled = new AbortController();
  private settle: (error?: Error) => void = () => {};

  /**
   * Makes the frame. What it is given and asked for waits until its page is there. `shipsMemory`: there is a memory for
   * workers to begin with.
   */
  constructor(base: URL, shipsMemory: boolean) {
    // The page in it holds the frame of opaque origin, and nothing else.
    const element = document.createElement('iframe');
    element.hidden = true;
    element.title = 'Python runner';
    element.setAttribute('aria-hidden', 'true');
    element.src = new URL(frameAddress, base).href;
    const { port1, port2 } = new MessageChannel();
    this.element = element;
    this.port = port1;
    this.opened = new Promise((resolve, reject) => {
      this.settle = (error) => {
        this.settled.abort();
        if (error === undefined) resolve();
        else reject(error);
      };
    });
    // Whoever cares waits for it; a frame that is taken away has nobody left who does.
    this.opened.catch(() => {});
    const start: FrameStart = {
      kind: 'faultline-open',
      shipsMemory,
      lock: JSON.stringify(manifest.lock),
      worker: workerSource,
    };
    element.addEventListener(
      'load',
      () => {
        const holder = element.contentWindow;
        // `load` comes for error pages too; only our own page holds a frame. Any target: an opaque origin has no name.
        if (holder !== null && holder.length > 0) holder[0]?.postMessage(start, '*', [port2]);
        else this.settle(new DownloadError(frameAddress, 'the runner frame is not there'));
      },
      { once: true },
    );
    this.listen();
    document.body.append(element);
  }

  /** A port whose `FileMessage`s reach the frame. */
  filesPort(): MessagePort {
    const { port1, port2 } = new MessageChannel();
    this.send({ kind: 'files' }, [port2]);
    return port1;
  }

  /** To be called when all files have been given: it opens soon, or does not. */
  complete(): void {
    const late = (): void => this.settle(new Error('the runner frame did not open'));
    const timeout = setTimeout(late, OPEN_TIMEOUT_MS);
    this.settled.signal.addEventListener('abort', () => clearTimeout(timeout));
  }

  /** Starts a worker; its own messages come over `port`. */
  spawn(maySuspend: boolean, parked: boolean): WorkerLink {
    const { port1, port2 } = new MessageChannel();
    const link: WorkerLink = { number: this.next++, parked, port: port1, onLost: null };
    this.links.set(link.number, link);
    this.send({ kind: 'spawn', worker: link.number, maySuspend, parked }, [port2]);
    return link;
  }

  /** Asks a worker to stop by both ways it may be listening. */
  stop(link: WorkerLink): void {
    link.port.postMessage({ kind: 'stop' });
    this.send({ kind: 'stop', worker: link.number });
  }

  discard(link: WorkerLink): void {
    link.port.close();
    this.links.delete(link.number);
    this.send({ kind: 'discard', worker: link.number });
  }

  /**
   * Takes the frame away with all its workers. This kills a worker in mid-loop in milliseconds; `terminate()` would
   * let it burn a core for two seconds more.
   */
  remove(): void {
    this.settle(new Error('the runner frame was taken away'));
    this.element.remove();
    this.port.close();
    for (const link of this.links.values()) link.port.close();
    this.links.clear();
  }

  private send(order: FrameOrder, transfer: Transferable[] = []): void {
    this.port.postMessage(order, transfer);
  }

  private listen(): void {
    this.port.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const parsed = v.safeParse(FrameMessageSchema, data, { abortEarly: true });
      if (!parsed.success) return;
      const message = parsed.output;
      switch (message.kind) {
        case 'open':
          this.settle();
          break;
        case 'broken':
          this.settle(new Error(message.reason));
          break;
        case 'lost':
          this.links.get(message.worker)?.onLost?.(message.reason);
          break;
      }
    });
    this.port.start();
  }
}
