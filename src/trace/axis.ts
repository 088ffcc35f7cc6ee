/** Axis: what the playhead of a lesson moves along, and the changes of a picture at which it stops. Pure. */
import { countUntil } from './binarySearch.ts';
import type { OrderedStream } from './orderedStream.ts';
import type { Picture } from './picture.ts';
import type { Micros } from './vocabulary.ts';

/** What happened that changes a picture, one after another. Grows with the run. */
export interface Changes {
  /** how many there are so far; the first is number 1 */
  readonly count: number;
  /** when change `number` began */
  beganAt(number: number): Micros;
  /** when all that belongs to it had been reported */
  wholeAt(number: number): Micros;
  /** what happened, in a sentence */
  wordsAt(number: number): string;
}

/** By the runs' clock, or by the order of what happened: then both sides go on change by change. */
export interface Axis {
  readonly kind: 'clock' | 'order';
  changesOf(picture: Picture): Changes;
}

/** A place on the axis that both sides share: microseconds, or in the order how many changes have happened. */
export type Position = number;

/** An axis begins at 0 unless nothing happens for so long. */
const SHORTEST_LEAD: Micros = 100_000;

/** How many changes had begun by this moment. */
export function changesUntil(changes: Changes, moment: Micros): number {
  return countUntil(changes.count, (index) => changes.beganAt(index + 1), moment);
}

/**
 * Where an axis of time begins: at the first change of these pictures, rounded down, so that it stays where it is when
 * the other side begins a little earlier. 0 where nothing has happened yet.
 */
export function startOfTime(axis: Axis, pictures: readonly Picture[]): Micros {
  const firsts = pictures.map((picture) => axis.changesOf(picture)).filter(({ count }) => count > 0);
  const first = Math.min(...firsts.map((changes) => changes.beganAt(1)));
  if (!Number.isFinite(first) || first < SHORTEST_LEAD) return 0;
  const step = 10 ** (Math.floor(Math.log10(first)) - 1);
  return Math.floor(first / step) * step;
}

/** The time of the last event of a stream before this moment; 0 where there is none. */
export function lastBefore(stream: OrderedStream, moment: Micros): Micros {
  // No two events share a time, so the one at the moment itself is the only one to be left out.
  const until = countUntil(stream.count, (index) => stream.timeAt(index), moment);
  const last = until > 0 && stream.timeAt(until - 1) === moment ? until - 2 : until - 1;
  return last < 0 ? 0 : stream.timeAt(last);
}
