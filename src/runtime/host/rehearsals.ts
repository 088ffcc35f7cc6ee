/** When workers that wait rehearse what is expected: once nothing has happened for a while. */
import type { RehearsalPlan } from '../protocol.ts';

/** After the last worker has become warm, or another run is expected. */
const REST_MS = 400;

export class Rehearsals {
  private readonly begin: (plan: RehearsalPlan) => void;
  private expected: RehearsalPlan | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `begin` has them rehearse, unless something runs by then. */
  constructor(begin: (plan: RehearsalPlan) => void) {
    this.begin = begin;
  }

  /** From now on a run of this kind is expected. */
  expect(plan: RehearsalPlan): void {
    this.expected = plan;
    this.later();
  }

  /** There may be workers that have not rehearsed. */
  later(): void {
    const { expected } = this;
    if (expected === null) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.begin(expected), REST_MS);
  }
}
