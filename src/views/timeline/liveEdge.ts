/** The moment between two reports of a live run, so that its edge moves with the screen and not with the messages. */
import type { Micros } from '../../trace/vocabulary.ts';

/** Never runs further ahead of what is known than this. Milliseconds. */
const FURTHEST = 40;

/** While live its moment never runs back, unless a new run starts from an earlier one. */
export class LiveEdge {
  #moment: Micros = 0;
  #shown: Micros = 0;
  #at = 0;

  /** Tells that the run has got to `moment` at the time `now` of the page, in milliseconds. */
  reach(moment: Micros, now: number): void {
    if (moment < this.#moment) this.#shown = moment;
    if (moment !== this.#moment) this.#at = now;
    this.#moment = moment;
  }

  /** The moment to draw at the time `now` of the page, at most `horizon`. */
  momentAt(now: number, horizon: Micros): Micros {
    const ahead = Math.min(FURTHEST, Math.max(0, now - this.#at)) * 1_000;
    this.#shown = Math.min(horizon, Math.max(this.#moment + ahead, this.#shown));
    return this.#shown;
  }
}
