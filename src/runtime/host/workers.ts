/** The runner frame and the spares in it: they come and go together. */
import { canSuspend } from '../worker/carriers.ts';
import type { ParkedMemory } from './parked-memory.ts';
import { RunnerFrame } from './runner-frame.ts';
import { Spares, type SparesListener } from './spares.ts';

/** One for each side. */
const SPARES = 2;

export class Workers {
  readonly frame: RunnerFrame;
  spares: Spares;
  /** The frame has been given the whole image. */
  isFilled = false;
  private readonly parked: ParkedMemory;
  private readonly listener: SparesListener;

  /** Opens the frame and boots spares, which wait for the image. `parks`: with the memory that `parked` gives, if that is had. */
  constructor(
    base: URL,
    maySuspend: boolean,
    parks: boolean,
    parked: ParkedMemory,
    listener: SparesListener,
  ) {
    this.frame = new RunnerFrame(base, canSuspend());
    this.parked = parked;
    this.listener = listener;
    const isHad = parks && parked.isHad;
    if (isHad) void parked.giveTo(this.frame);
    this.spares = this.boot(maySuspend, isHad);
  }

  /** Boots as many as are to be warm. */
  fill(): void {
    this.spares.fill(SPARES);
  }

  /** Has new workers begin with the parked memory, once it is here, if `parks` says so then; or without. */
  async park(parks: () => boolean): Promise<void> {
    const isHere = parks() && (await this.parked.giveTo(this.frame));
    this.spares.prefer(isHere && parks());
  }

  /** The machinery did not pass its test here. Python itself may still run, only without it. */
  suspendNoMore(): void {
    this.spares.dispose();
    this.spares = this.boot(false, false);
  }

  /** Takes the frame away with all its workers. */
  close(): void {
    this.spares.dispose();
    this.frame.remove();
  }

  private boot(maySuspend: boolean, parked: boolean): Spares {
    const spares = new Spares(this.frame, maySuspend, parked, this.listener);
    spares.fill(SPARES);
    return spares;
  }
}
