/** The runtime of the browser: downloads Python, keeps spares warm, starts and stops runs. */
import type { Image } from '../boot/image.ts';
import type { RunRequest } from '../protocol.ts';
import { ActiveRun } from './active-run.ts';
import { DownloadError, downloadImage } from './download.ts';
import { RunnerFrame } from './runner-frame.ts';
import type { RunHandle, RunListener, Runtime, RuntimeStatus } from './runtime.ts';
import { Spares } from './spares.ts';

/** One for each side. */
const SPARES = 2;
/** How long a program has to notice Stop before its worker is taken away. */
const STOP_GRACE_MS = 600;
/** After a run the page has a verdict to draw; spares can wait so long. */
const REFILL_DELAY_MS = 150;

interface Queued {
  readonly request: RunRequest;
  readonly listener: RunListener;
  run: ActiveRun | null;
  cancelled: boolean;
}

class BrowserRuntime implements Runtime {
  private readonly base: URL;
  private readonly listeners = new Set<() => void>();
  private readonly active = new Set<ActiveRun>();
  private queue: Queued[] = [];
  private image: Image | null = null;
  private frame: RunnerFrame | null = null;
  private spares: Spares | null = null;
  private refill: ReturnType<typeof setTimeout> | undefined;
  private maySuspend: boolean;
  status: RuntimeStatus = { kind: 'asleep' };

  constructor(base: URL, maySuspend: boolean) {
    this.base = base;
    this.maySuspend = maySuspend;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  wake(): void {
    if (this.status.kind === 'asleep') void this.start();
  }

  retry(): void {
    if (this.status.kind === 'failed') void this.start();
  }

  run(request: RunRequest, listener: RunListener): RunHandle {
    this.wake();
    const queued: Queued = { request, listener, run: null, cancelled: false };
    this.queue.push(queued);
    // In a microtask: two sides asked for in one go start together or not yet.
    queueMicrotask(() => this.drain());
    return { stop: () => this.stop(queued) };
  }

  private async start(): Promise<void> {
    try {
      if (this.image === null) {
        this.set({ kind: 'fetching', loaded: 0, total: 0 });
        this.image = await downloadImage(this.base, (loaded, total) =>
          this.set({ kind: 'fetching', loaded, total }),
        );
      }
      this.set({ kind: 'booting' });
      await this.openFrame(this.image);
    } catch (error) {
      if (error instanceof DownloadError) {
        this.set({ kind: 'failed', reason: 'download', file: error.file, detail: String(error.cause) });
      } else this.failToBoot(String(error));
    }
  }

  private async openFrame(image: Image): Promise<void> {
    const frame = await RunnerFrame.open(image, this.base);
    this.frame = frame;
    this.bootSpares(frame);
  }

  private bootSpares(frame: RunnerFrame): void {
    const spares = new Spares(frame, this.maySuspend, {
      warm: (abilities) => {
        this.set({ kind: 'ready', abilities });
        this.drain();
      },
      unfit: (reason) => {
        if (this.spares !== spares || spares.ready > 0) return;
        if (this.maySuspend) {
          // The machinery did not pass its test here. Python itself may still run, only without it.
          this.maySuspend = false;
          this.bootSpares(frame);
        } else this.failToBoot(reason);
      },
    });
    this.spares = spares;
    spares.fill(SPARES);
  }

  /** Starts everything that is asked for, as soon as there is a warm worker for each. */
  private drain(): void {
    this.queue = this.queue.filter((queued) => !queued.cancelled);
    const { spares } = this;
    if (spares === null || this.queue.length === 0) return;
    clearTimeout(this.refill);
    if (spares.ready < this.queue.length) {
      spares.fill(this.queue.length);
      return;
    }
    for (const queued of this.queue.splice(0)) {
      const link = spares.take();
      if (link === null) continue;
      queued.run = new ActiveRun(link, queued.request, queued.listener, (run) => this.ended(run));
      this.active.add(queued.run);
    }
  }

  private ended(run: ActiveRun): void {
    this.active.delete(run);
    this.frame?.discard(run.link);
    if (this.active.size > 0) return;
    // Never during a timed run: booting a worker takes the core that the program is timed on.
    clearTimeout(this.refill);
    this.refill = setTimeout(() => this.spares?.fill(SPARES), REFILL_DELAY_MS);
  }

  private stop(queued: Queued): void {
    const { run } = queued;
    if (run === null) {
      if (queued.cancelled) return;
      queued.cancelled = true;
      queued.listener.ended({ ending: { kind: 'stopped' }, time: 0, wall: 0 });
      return;
    }
    if (run.stopping || !this.active.has(run)) return;
    run.stopping = true;
    this.frame?.stop(run.link);
    setTimeout(() => this.insist(run), STOP_GRACE_MS);
  }

  /** The program has not noticed Stop: it is deep in C code, or swallows every exception. */
  private insist(run: ActiveRun): void {
    if (!this.active.has(run)) return;
    const others = [...this.active].some((other) => !other.stopping);
    if (others) {
      run.end({ kind: 'stopped' });
      return;
    }
    const { frame, image } = this;
    this.frame = null;
    this.spares = null;
    frame?.remove();
    for (const stuck of this.active) stuck.end({ kind: 'stopped' });
    if (image !== null) void this.reopen(image);
  }

  private async reopen(image: Image): Promise<void> {
    try {
      await this.openFrame(image);
      this.drain();
    } catch (error) {
      this.failToBoot(String(error));
    }
  }

  private failToBoot(detail: string): void {
    this.set({ kind: 'failed', reason: 'boot', file: null, detail });
  }

  private set(status: RuntimeStatus): void {
    this.status = status;
    for (const listener of this.listeners) listener();
  }
}

/**
 * The runtime that runs Python in this browser. `base` is where the app was served from. With `maySuspend` false it
 * behaves as in a browser without JavaScript Promise Integration.
 */
export function createRuntime(
  base: URL = new URL('./', document.baseURI),
  maySuspend: boolean = new URLSearchParams(location.search).get('suspend') !== 'no',
): Runtime {
  return new BrowserRuntime(base, maySuspend);
}
