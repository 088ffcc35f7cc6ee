/** Spare workers: booted ahead of need, so that a click starts a program in milliseconds. */
import * as v from 'valibot';
import {
  type Abilities,
  type RehearsalPlan,
  type WorkerMessage,
  WorkerMessageSchema,
  type WorkerOrder,
} from '../protocol.ts';
import type { WorkerLink } from './runner-frame.ts';

/** A slow phone takes some ten seconds. A worker that died without a word would be waited for in vain. */
const BOOT_TIMEOUT_MS = 60_000;

/** Why there is one worker less: it says it cannot do this here, or it is simply gone. */
export type Loss = 'unfit' | 'gone';

/** What makes workers: the runner frame. */
export interface WorkerSource {
  /** Resolves when it has all that workers need to start. */
  readonly opened: Promise<void>;
  spawn(maySuspend: boolean, parked: boolean): WorkerLink;
  discard(link: WorkerLink): void;
}

export interface SparesListener {
  /** One more worker is warm. */
  warm(abilities: Abilities): void;
  /** A worker did not start, or died before it was needed. */
  lost(loss: Loss, reason: string): void;
}

export class Spares {
  private readonly source: WorkerSource;
  private readonly maySuspend: boolean;
  private readonly listener: SparesListener;
  /** Workers on their way, with the timeout of each once it has all that it needs. */
  private readonly booting = new Map<WorkerLink, ReturnType<typeof setTimeout> | undefined>();
  private warm: WorkerLink[] = [];
  /** So many are to be warm. */
  private count = 0;
  /** New workers begin with the memory in which a package is imported. */
  private parked: boolean;

  constructor(source: WorkerSource, maySuspend: boolean, parked: boolean, listener: SparesListener) {
    this.source = source;
    this.parked = parked;
    this.maySuspend = maySuspend;
    this.listener = listener;
  }

  get ready(): number {
    return this.warm.length;
  }

  /** Boots workers until `count` are warm or on their way. */
  fill(count: number): void {
    this.count = count;
    while (this.warm.length + this.booting.size < count) this.boot();
  }

  /** Takes a warm worker out of the pool, if there is one. */
  take(): WorkerLink | null {
    const chosen = this.next();
    this.warm = this.warm.filter((link) => link !== chosen);
    return chosen;
  }

  /** Has the worker that is taken next rehearse this, if there is one: what is compiled for it serves the others too. */
  rehearse({ probes, model }: RehearsalPlan): boolean {
    const order: WorkerOrder = { kind: 'rehearse', plan: { probes, model } };
    const link = this.next();
    link?.port.postMessage(order);
    return link !== null;
  }

  /** Whether workers are to begin with the memory in which a package is imported, from now on. */
  prefer(parked: boolean): void {
    this.parked = parked;
  }

  /** Boots a worker in the place of one that began with another memory, which stays until that is warm. One at a time. */
  renew(): void {
    if (this.booting.size === 0 && this.warm.some((link) => this.isOutdated(link))) this.boot();
  }

  /** Lets go of all of them, without a word to the listener. */
  dispose(): void {
    for (const link of [...this.booting.keys(), ...this.warm]) this.drop(link);
  }

  private next(): WorkerLink | null {
    return this.warm.find((link) => !this.isOutdated(link)) ?? this.warm[0] ?? null;
  }

  private isOutdated({ parked }: WorkerLink): boolean {
    return parked !== this.parked;
  }

  private boot(): void {
    const link = this.source.spawn(this.maySuspend, this.parked);
    this.booting.set(link, undefined);
    const late = (): void => this.lose(link, 'gone', 'Python did not start in time');
    const begin = (): void => {
      if (this.booting.has(link)) this.booting.set(link, setTimeout(late, BOOT_TIMEOUT_MS));
    };
    this.source.opened.then(begin, () => {});
    link.onLost = (reason) => this.lose(link, 'gone', reason);
    link.port.onmessage = ({ data }: MessageEvent<unknown>) => {
      const parsed = v.safeParse(WorkerMessageSchema, data);
      if (parsed.success) this.receive(link, parsed.output);
      else this.lose(link, 'gone', 'it sent something that is not a message');
    };
  }

  private receive(link: WorkerLink, message: WorkerMessage): void {
    if (message.kind === 'unfit') this.lose(link, 'unfit', message.reason);
    else if (message.kind === 'ready' && this.booting.has(link)) {
      clearTimeout(this.booting.get(link));
      this.booting.delete(link);
      this.warm.push(link);
      const before = this.warm.find((other) => this.isOutdated(other));
      if (before !== undefined && this.warm.length > this.count) this.drop(before);
      this.listener.warm(message.abilities);
    }
  }

  private lose(link: WorkerLink, loss: Loss, reason: string): void {
    if (!this.booting.has(link) && !this.warm.includes(link)) return;
    this.drop(link);
    this.listener.lost(loss, reason);
  }

  private drop(link: WorkerLink): void {
    clearTimeout(this.booting.get(link));
    this.booting.delete(link);
    this.warm = this.warm.filter((other) => other !== link);
    this.source.discard(link);
  }
}
