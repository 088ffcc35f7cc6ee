/** The runtime of the browser: downloads Python, keeps spares warm, starts and stops runs. */
import { reached } from '../../base/milestones.ts';
import type { Abilities, RehearsalPlan, RunRequest } from '../protocol.ts';
import { ActiveRun, type Queued } from './active-run.ts';
import { canSuspend } from '../worker/carriers.ts';
import { DownloadError } from '../download/error.ts';
import type { Progress } from '../download/messages.ts';
import { Downloader } from './downloader.ts';
import { ParkedMemory } from './parked-memory.ts';
import { Packages } from './packages.ts';
import { Rehearsals } from './rehearsals.ts';
import type { ExpectedRun, RunHandle, RunListener, Runtime, RuntimeStatus } from './runtime.ts';
import type { Loss } from './spares.ts';
import { Workers } from './workers.ts';

/** How long a program has to notice Stop before its worker is taken away. */
const STOP_GRACE_MS = 600;
/** After a run the page has a verdict to draw; spares can wait so long. */
const REFILL_DELAY_MS = 150;

class BrowserRuntime implements Runtime {
  private readonly base: URL;
  private readonly downloader: Downloader;
  private readonly parked: ParkedMemory;
  private readonly listeners = new Set<() => void>();
  private readonly active = new Set<ActiveRun>();
  private queue: Queued[] = [];
  /** The whole image has been had. */
  private hasImage = false;
  private readonly packages = new Packages();
  /** What workers here are able to do. */
  private abilities: Abilities | null = null;
  private starting = false;
  private workers: Workers | null = null;
  private refill: ReturnType<typeof setTimeout> | undefined;
  private maySuspend: boolean;
  private readonly bootsDuringRuns: boolean;
  private failedBefore = false;
  private readonly rehearsals = new Rehearsals((plan) => this.rehearse(plan));
  status: RuntimeStatus = { kind: 'asleep' };

  constructor(base: URL, maySuspend: boolean, bootsDuringRuns: boolean) {
    this.base = base;
    this.downloader = new Downloader(base, canSuspend());
    this.parked = new ParkedMemory(this.downloader);
    this.maySuspend = maySuspend;
    this.bootsDuringRuns = bootsDuringRuns;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Starts the worker that downloads, which a page that draws itself would hold up. `begins`: with the image. */
  openDownloader(begins: boolean): void {
    this.downloader.open(begins);
  }

  wake(expected?: ExpectedRun): void {
    if (expected !== undefined) this.rehearsals.expect(expected);
    this.want(expected?.packages ?? []);
  }

  private want(packages: readonly string[]): void {
    const { status } = this;
    const failedForAnother = status.kind === 'failed' && status.reason === 'package';
    // What is asked for now may do without what could not be had.
    if (failedForAnother && !this.starting) this.packages.giveUp();
    this.packages.want(packages);
    const isNew = status.kind === 'asleep' || (status.kind !== 'failed' && !this.packages.complete);
    if (isNew || failedForAnother) void this.start();
  }

  retry(): void {
    if (this.status.kind === 'failed') void this.start();
  }

  run(request: RunRequest, listener: RunListener): RunHandle {
    this.want(request.packages);
    const queued: Queued = { request, listener, run: null, cancelled: false };
    this.queue.push(queued);
    // Two sides asked for in one go start together or not yet.
    queueMicrotask(() => this.drain());
    return { stop: () => this.stop(queued), choose: (choice) => queued.run?.choose(choice) };
  }

  /** Fetches what is not here yet and boots what does not run yet: workers begin with what is here already. */
  private async start(): Promise<void> {
    if (this.starting) return;
    this.starting = true;
    this.set({ kind: 'booting' });
    reached('Python is wanted');
    const warmBefore = this.workers !== null && this.abilities !== null;
    const workers = (this.workers ??= this.openWorkers());
    const { frame, spares } = workers;
    try {
      await Promise.all([this.fetchAll(workers), frame.opened]);
      if (this.abilities !== null && (warmBefore || spares.ready + this.active.size > 0))
        this.set({ kind: 'ready', abilities: this.abilities });
      else this.set({ kind: 'booting' });
    } catch (error) {
      if (error instanceof DownloadError) this.failToFetch(error);
      else if (this.workers === workers && this.status.kind !== 'failed') this.failToBoot(String(error));
    } finally {
      this.starting = false;
    }
    if (this.status.kind === 'failed') return;
    // A run may have asked for another package while the frame was opened, or Stop has taken the workers away.
    if (this.workers === null || !this.packages.complete) void this.start();
    else if (this.queue.length > 0) this.drain();
    else if (this.active.size === 0) void this.park();
  }

  /** Has the image and the packages fetched, and the image given to the frame file by file, as they come. */
  private async fetchAll(workers: Workers): Promise<void> {
    const isWanted = (): boolean => this.workers === workers;
    const progress: Progress = (loaded, total) => {
      if (isWanted()) this.set({ kind: 'fetching', loaded, total });
    };
    if (!workers.isFilled) {
      const again = !this.hasImage && this.failedBefore;
      if (!this.hasImage) progress(0, 0);
      await this.downloader.image(again, workers.frame.filesPort(), progress);
      if (!isWanted()) return;
      this.hasImage = true;
      workers.isFilled = true;
      reached('the image is here');
      workers.frame.complete();
    }
    while (!this.packages.complete) await this.packages.fetch(this.downloader, this.failedBefore, progress);
  }

  private get mayPark(): boolean {
    return this.packages.wantsParked && this.maySuspend && canSuspend();
  }

  /** Has workers begin with the wanted package imported. Until that is here, programs import it themselves. */
  private async park(): Promise<void> {
    await this.workers?.park(() => this.mayPark);
    this.renew();
  }

  /** Not during a run: booting a worker takes the core that the program is timed on. */
  private renew(): void {
    if (this.active.size === 0 && this.queue.length === 0) this.workers?.spares.renew();
  }

  /** Has a worker that waits warm up for such a run, if nothing runs; returns whether there is one. */
  rehearse(plan: RehearsalPlan): boolean {
    return this.active.size + this.queue.length === 0 && this.workers?.spares.rehearse(plan) === true;
  }

  private openWorkers(): Workers {
    return new Workers(this.base, this.maySuspend, this.mayPark, this.parked, {
      warm: (abilities) => {
        this.abilities = abilities;
        // While a package is on its way, or could not be had, that is what there is to tell.
        if (!this.starting && this.packages.complete) this.set({ kind: 'ready', abilities });
        this.drain();
        if (this.active.size + this.queue.length === 0) this.downloader.goOn();
        this.renew();
        this.rehearsals.later();
      },
      lost: (loss, reason) => this.lost(loss, reason),
    });
  }

  private lost(loss: Loss, reason: string): void {
    const { workers } = this;
    if (workers === null) return;
    if (workers.spares.ready > 0) {
      // This device has room for fewer interpreters: what is asked for runs one after another.
      if (this.queue.length > 0) this.begin(workers.spares.ready);
    } else if (loss === 'unfit' && this.maySuspend) {
      this.maySuspend = false;
      workers.suspendNoMore();
    } else if (this.active.size === 0) this.failToBoot(reason);
  }

  /** Starts everything that is asked for, as soon as there is a warm worker for each. */
  drain(): void {
    this.queue = this.queue.filter((queued) => !queued.cancelled);
    const spares = this.workers?.spares;
    if (spares === undefined || this.queue.length === 0) return;
    if (this.queue.some(({ request }) => this.packages.of(request.packages) === null)) return;
    clearTimeout(this.refill);
    if (spares.ready >= this.queue.length) {
      this.begin(this.queue.length);
      return;
    }
    spares.fill(this.queue.length);
    if (spares.ready === 0 && !this.starting) this.set({ kind: 'booting' });
  }

  /** Hands the first `count` requests to warm workers. */
  private begin(count: number): void {
    reached('a run begins');
    for (const queued of this.queue.splice(0, count)) {
      const link = this.workers?.spares.take();
      if (link === undefined || link === null) continue;
      const archives = this.packages.of(queued.request.packages) ?? [];
      queued.run = new ActiveRun(link, queued.request, archives, queued.listener, (run) => this.ended(run));
      this.active.add(queued.run);
    }
    if (this.bootsDuringRuns && ![...this.active].some(({ pace }) => pace === 'real')) this.makeReady();
  }

  private ended(run: ActiveRun): void {
    this.active.delete(run);
    this.workers?.frame.discard(run.link);
    if (this.active.size > 0) return;
    clearTimeout(this.refill);
    this.refill = setTimeout(() => this.makeReady(), REFILL_DELAY_MS);
  }

  private makeReady(): void {
    this.workers?.fill();
    void this.park();
  }

  private stop(queued: Queued): void {
    const { run } = queued;
    if (run === null) {
      if (queued.cancelled) return;
      queued.cancelled = true;
      queued.listener.ended({ ending: { kind: 'stopped' }, time: 0, wall: 0, scheduled: null });
      return;
    }
    if (run.stopping || !this.active.has(run)) return;
    run.stopping = true;
    this.workers?.frame.stop(run.link);
    setTimeout(() => this.insist(run), STOP_GRACE_MS);
  }

  /** The program has not noticed Stop: it is deep in C code, or swallows every exception. Or it said too much to tell. */
  private insist(run: ActiveRun): void {
    if (!this.active.has(run)) return;
    if (run.isOver) {
      run.cutShort();
      return;
    }
    if ([...this.active].some((other) => !other.stopping)) {
      this.endStopped(run);
      return;
    }
    this.closeWorkers();
    void this.start();
  }

  private endStopped(run: ActiveRun): void {
    run.end({ kind: 'stopped' });
    run.cutShort();
  }

  /** Takes the workers away, and ends what runs in them. */
  private closeWorkers(): void {
    clearTimeout(this.refill);
    this.workers?.close();
    this.workers = null;
    this.rehearsals.forget();
    for (const run of this.active) this.endStopped(run);
  }

  private failToFetch({ file, cause }: DownloadError): void {
    this.failedBefore = true;
    const [detail, { absent }] = [String(cause), this.packages];
    if (!this.hasImage || absent.length === 0) {
      this.closeWorkers();
      this.set({ kind: 'failed', reason: 'download', file, detail });
    } else this.set({ kind: 'failed', reason: 'package', packages: absent, detail });
  }

  private failToBoot(detail: string): void {
    this.closeWorkers();
    // Perhaps the bytes were wrong: another try fetches them anew.
    this.hasImage = false;
    this.failedBefore = true;
    this.set({ kind: 'failed', reason: 'boot', file: null, detail });
  }

  private set(status: RuntimeStatus): void {
    this.status = status;
    for (const listener of this.listeners) listener();
  }
}

/**
 * The runtime that runs Python in this browser. `base` is where the app was served from. Without `maySuspend` it behaves as
 * in a browser without JavaScript Promise Integration. With `bootsDuringRuns` the next worker boots while a program runs
 * in fast forward, for scripts that run one after another and watch no clock.
 */
export function createRuntime(
  base: URL = new URL('./', document.baseURI),
  maySuspend: boolean = new URLSearchParams(location.search).get('suspend') !== 'no',
  bootsDuringRuns = false,
): BrowserRuntime {
  return new BrowserRuntime(base, maySuspend, bootsDuringRuns);
}
