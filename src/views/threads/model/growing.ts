/** Rows that grow with the run: the same as in `rows.ts`, as the sequence of events writes them. */
import type { Lane } from '../../../trace/lane.ts';
import { SegmentList } from './segments.ts';
import type { Change, Doing, Holding, LockRow, RankedEvent, ThreadRow, VariableRow } from './rows.ts';

type Growing<T> = { -readonly [K in keyof T]: T[K] };
/** An event of which more may become known. */
export type GrowingEvent = Growing<RankedEvent>;

export class GrowingThread implements ThreadRow {
  readonly segments = new SegmentList<Doing>('running');
  readonly events: GrowingEvent[] = [];
  readonly flawed: RankedEvent[] = [];
  readonly number: number;
  readonly lane: Lane;

  constructor(number: number, lane: Lane) {
    this.number = number;
    this.lane = lane;
  }
}

export class GrowingLock implements LockRow {
  readonly segments = new SegmentList<Holding>('held');
  readonly queue: { from: number; waiting: number }[] = [];
  readonly holders: number[] = [];
  readonly lane: Lane;

  constructor(lane: Lane) {
    this.lane = lane;
  }
}

export class GrowingVariable implements VariableRow {
  readonly changes: Change[] = [];
  numeric = true;
  least = Infinity;
  greatest = -Infinity;
  readonly lane: Lane;

  constructor(lane: Lane) {
    this.lane = lane;
  }

  change(change: Change): void {
    this.changes.push(change);
    if (change.level === null) this.numeric = false;
    else {
      this.least = Math.min(this.least, change.level);
      this.greatest = Math.max(this.greatest, change.level);
    }
  }
}
