/** Rows: what the picture shows of one thread, one lock, one shared variable. Types only, but for what grows. */
import type { Label } from '../../../trace/facts.ts';
import type { Lane } from '../../../trace/lane.ts';
import type { Micros, Place } from '../../../trace/vocabulary.ts';
import type { IntList } from '../../../trace/intList.ts';
import type { Extremes } from '../../shared/blockExtremes.ts';
import type { SegmentList } from './segments.ts';
import type { Access, FlawKind } from './names.ts';

export type Doing = 'running' | 'ready' | 'waiting' | 'over';
export type Holding = 'held' | 'free';

/** What happened, as far as the picture shows it. */
export type What =
  | { readonly kind: 'started' }
  | { readonly kind: 'running' }
  | { readonly kind: 'waiting'; readonly detail: Label | null }
  | { readonly kind: 'acquired' | 'released'; readonly lock: string }
  | { readonly kind: 'noted'; readonly name: Label }
  | Access;

/** One event that has a width in the picture. */
export interface RankedEvent {
  /** 1 for the first: it takes the width from `rank - 1` to `rank` */
  readonly rank: number;
  readonly time: Micros;
  /** when all that belongs to it was reported */
  readonly settled: Micros;
  /** number of the thread's row; -1 when no thread of that name is known */
  readonly thread: number;
  readonly what: What;
  readonly place: Place | null;
  /** what went wrong here */
  readonly flaw: { readonly kind: FlawKind; readonly name: Label } | null;
  /** rank of the event in which another thread overwrote this write without having seen it */
  readonly overwritten: number | null;
}

/** Some of the events, by their ranks: made when they are asked for. */
export interface RankedEvents {
  readonly length: number;
  /** infinite where there is none */
  rankAt(index: number): number;
  at(index: number): RankedEvent | null;
}

export interface ThreadRow {
  readonly lane: Lane;
  readonly segments: SegmentList<Doing>;
  readonly events: RankedEvents;
  /** those of `events` that have a flaw */
  readonly flawed: RankedEvents;
}

export interface LockRow {
  readonly lane: Lane;
  readonly segments: SegmentList<Holding>;
  /** how many threads wait for it, from each number of events on */
  readonly queue: Queue;
  /** for each stretch of the lane: number of the row of the thread that holds it; -1 for none */
  readonly holders: IntList;
}

export interface Queue {
  readonly length: number;
  /** infinite where there is none */
  fromAt(index: number): number;
  /** 0 where there is none */
  waitingAt(index: number): number;
}

/** One value of a shared variable. */
export interface Change {
  /** rank of the event that wrote it */
  readonly rank: number;
  readonly time: Micros;
  readonly text: string;
  /** null when the value is no whole number */
  readonly level: number | null;
}

/** The values of a variable one after another, made when they are asked for. */
export interface ChangeList {
  readonly length: number;
  at(index: number): Change | null;
  rankAt(index: number): number;
  /** how many there were after so many events */
  countUntil(rank: number): number;
  /** the least and the greatest level of some */
  extremes(from: number, to: number): Extremes;
}

export interface VariableRow {
  readonly lane: Lane;
  readonly changes: ChangeList;
  /** every value so far was a whole number */
  readonly numeric: boolean;
  /** the least and the greatest level so far */
  readonly least: number;
  readonly greatest: number;
}

/** One thread wrote over what another had written; ranks of the two events. */
export interface Overwrite {
  readonly by: number;
  readonly lost: number;
}
