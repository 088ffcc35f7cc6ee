/** Spare workers: booted ahead of need, so that a click starts a program in milliseconds. */
import * as v from 'valibot';
import { type Abilities, type WorkerMessage, WorkerMessageSchema } from '../protocol.ts';
import type { WorkerLink } from './runner-frame.ts';

/** A slow phone takes some ten seconds. A worker that died without a word would be waited for in vain. */
const BOOT_TIMEOUT_MS = 60_000;

/** Why there is one worker less: it says it cannot do this here, or it is simply gone. */
export type Loss = 'unfit' | 'gone';

/** What makes workers: the runner frame. */
export interface WorkerSource {
  /** Resolves when it has all that workers need to start. */
  readonly opened: Promise<void>;
  spawn(maySuspend: boolean, imported: boolean): WorkerLink;
  discard(link: WorkerLink): void;
}

interface SparesListener {
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
  /** New workers begin with a package imported. */
  private imported = false;
  /** Those that began without it. */
  private readonly outdated = new Set<WorkerLink>();

  constructor(source: WorkerSource, maySuspend: boolean, listener: SparesListener) {
    this.source = source;
    this.maySuspend = maySuspend;
    this.listener = listener;
  }

  get ready(): number {
    return this.warm.length;
  }

  /** Boots workers until `count` are warm or on their way. */
  fill(count: number): void {
    while (this.warm.length + this.booting.size < count) this.boot();
  }

  /** Takes a warm worker out of the pool, if there is one. */
  take(): WorkerLink | null {
    return this.warm.shift() ?? null;
  }

  /** From now on workers begin with a package imported. */
  importPackage(): void {
    this.imported = true;
    for (const link of [...this.booting.keys(), ...this.warm]) this.outdated.add(link);
  }

  /** Replaces those that began without the package. */
  renew(): void {
    const before = this.warm.length + this.booting.size;
    for (const link of this.outdated) if (this.booting.has(link) || this.warm.includes(link)) this.drop(link);
    this.outdated.clear();
    this.fill(before);
  }

  /** Lets go of all of them, without a word to the listener. */
  dispose(): void {
    for (const link of [...this.booting.keys(), ...this.warm]) this.drop(link);
  }

  private boot(): void {
    const link = this.source.spawn(this.maySuspend, this.imported);
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
