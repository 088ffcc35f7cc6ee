/** The page's end of the runner frame: opens it, asks it for workers, takes it away. */
import * as v from 'valibot';
import type { Image } from '../boot/image.ts';
import { FrameMessageSchema, type FrameOrder, type FrameStart } from '../protocol.ts';
import { frameAddress, worker as workerSource } from './build.ts';
import { DownloadError } from './download.ts';

/** Compiling takes a tenth of a second on a laptop; a phone that is out of memory may never answer. */
const OPEN_TIMEOUT_MS = 60_000;

/** A worker as the page holds it: its number in the frame and the port to it. */
export interface WorkerLink {
  readonly number: number;
  readonly port: MessagePort;
  /** Called when the worker dies of an error outside Python. */
  onLost: ((reason: string) => void) | null;
}

export class RunnerFrame {
  private readonly element: HTMLIFrameElement;
  private readonly port: MessagePort;
  private readonly links = new Map<number, WorkerLink>();
  private next = 0;

  private constructor(element: HTMLIFrameElement, port: MessagePort) {
    this.element = element;
    this.port = port;
  }

  /** Makes the frame and hands it the image. Rejects with a `DownloadError` when its page is not there. */
  static async open(image: Image, base: URL): Promise<RunnerFrame> {
    // The page in it holds the frame of opaque origin, and nothing else.
    const element = document.createElement('iframe');
    element.hidden = true;
    element.title = 'Python runner';
    element.setAttribute('aria-hidden', 'true');
    element.src = new URL(frameAddress, base).href;
    const loaded = new Promise<void>((resolve) =>
      element.addEventListener('load', () => resolve(), { once: true }),
    );
    document.body.append(element);
    await loaded;
    const { port1, port2 } = new MessageChannel();
    const frame = new RunnerFrame(element, port1);
    const holder = element.contentWindow;
    // `load` comes for error pages too; only our own page holds a frame.
    if (holder === null || holder.length === 0) {
      frame.remove();
      throw new DownloadError(frameAddress, 'the runner frame is not there');
    }
    const opened = frame.listen();
    const start: FrameStart = { kind: 'faultline-open', image, worker: workerSource };
    // Any target: an opaque origin has no name. Nobody else can be in a frame that we made.
    holder[0]?.postMessage(start, '*', [port2]);
    try {
      await opened;
    } catch (error) {
      frame.remove();
      throw error;
    }
    return frame;
  }

  /** Starts a worker; its own messages come over `port`. */
  spawn(maySuspend: boolean): WorkerLink {
    const { port1, port2 } = new MessageChannel();
    const link: WorkerLink = { number: this.next++, port: port1, onLost: null };
    this.links.set(link.number, link);
    this.send({ kind: 'spawn', worker: link.number, maySuspend }, [port2]);
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
    this.element.remove();
    this.port.close();
    for (const link of this.links.values()) link.port.close();
    this.links.clear();
  }

  private send(order: FrameOrder, transfer: Transferable[] = []): void {
    this.port.postMessage(order, transfer);
  }

  private listen(): Promise<void> {
    return new Promise((resolve, reject) => {
      const timeout = setTimeout(() => reject(new Error('the runner frame did not open')), OPEN_TIMEOUT_MS);
      this.port.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        const parsed = v.safeParse(FrameMessageSchema, data, { abortEarly: true });
        if (!parsed.success) return;
        const message = parsed.output;
        switch (message.kind) {
          case 'open':
            clearTimeout(timeout);
            resolve();
            break;
          case 'broken':
            clearTimeout(timeout);
            reject(new Error(message.reason));
            break;
          case 'lost':
            this.links.get(message.worker)?.onLost?.(message.reason);
            break;
        }
      });
      this.port.start();
    });
  }
}
