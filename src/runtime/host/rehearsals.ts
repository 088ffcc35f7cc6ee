/** When a worker that waits rehearses what is expected: once for each frame, when nothing has happened for a while. */
import type { RehearsalPlan } from '../protocol.ts';

/** After the last worker has become warm, or another run is expected. */
const REST_MS = 400;

export class Rehearsals {
  private readonly begin: (plan: RehearsalPlan) => boolean;
  /** What has been rehearsed last, as JSON. */
  private done = '';
  private expected: RehearsalPlan | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `begin` has a worker rehearse; it returns false where none waits, or something runs by then. */
  constructor(begin: (plan: RehearsalPlan) => boolean) {
    this.begin = begin;
  }

  /** From now on a run of this kind is expected. */
  expect(plan: RehearsalPlan): void {
    this.expected = plan;
    this.later();
  }

  /** There is no frame any more: in the next one nothing is compiled. */
  forget(): void {
    this.done = '';
  }

  /** There may be a worker that can rehearse. */
  later(): void {
    // What was waited for may be expected no more.
    clearTimeout(this.timer);
    const { expected } = this;
    const text = JSON.stringify(expected);
    if (expected === null || text === this.done) return;
    this.timer = setTimeout(() => {
      if (this.begin(expected)) this.done = text;
    }, REST_MS);
  }
}
