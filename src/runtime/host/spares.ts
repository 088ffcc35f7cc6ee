/** Spare workers: booted ahead of need, so that a click starts a program in milliseconds. */
import * as v from 'valibot';
import { type Abilities, WorkerMessageSchema } from '../protocol.ts';
import type { RunnerFrame, WorkerLink } from './runner-frame.ts';

/** A slow phone takes some ten seconds. A worker that died without a word would be waited for in vain. */
const BOOT_TIMEOUT_MS = 60_000;

export interface SparesListener {
  /** One more worker is warm. */
  warm(abilities: Abilities): void;
  /** A worker did not start. */
  unfit(reason: string): void;
}

export class Spares {
  private readonly frame: RunnerFrame;
  private readonly listener: SparesListener;
  private readonly booting = new Set<WorkerLink>();
  private readonly warm: WorkerLink[] = [];

  private readonly maySuspend: boolean;

  constructor(frame: RunnerFrame, maySuspend: boolean, listener: SparesListener) {
    this.frame = frame;
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

  private boot(): void {
    const link = this.frame.spawn(this.maySuspend);
    this.booting.add(link);
    const fail = (reason: string): void => {
      clearTimeout(timeout);
      this.booting.delete(link);
      this.frame.discard(link);
      this.listener.unfit(reason);
    };
    const timeout = setTimeout(() => fail('Python did not start in time'), BOOT_TIMEOUT_MS);
    link.onLost = fail;
    link.port.onmessage = ({ data }: MessageEvent<unknown>) => {
      const parsed = v.safeParse(WorkerMessageSchema, data);
      if (!parsed.success) fail('the worker sent something that is not a message');
      else if (parsed.output.kind === 'unfit') fail(parsed.output.reason);
      else if (parsed.output.kind === 'ready') {
        clearTimeout(timeout);
        this.booting.delete(link);
        this.warm.push(link);
        this.listener.warm(parsed.output.abilities);
      }
    };
  }
}
