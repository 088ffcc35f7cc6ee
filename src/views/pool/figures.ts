/** Figures: what the intervals of a run add up to at a moment. Pure. */
import type { Picture } from '../../trace/picture.ts';
import type { Micros, Place } from '../../trace/vocabulary.ts';
import { LOST, TIMED_OUT } from './names.ts';
import { endBy, outcomeBy, intervalsUntil, type Interval } from './intervals.ts';

export interface Figures {
  readonly intervals: readonly Interval[];
  /** times that a connection was handed out */
  readonly checkouts: number;
  /** of these, given back by the program */
  readonly returned: number;
  /** brought back by the garbage collector, or given up with their last reference */
  readonly collected: number;
  readonly dropped: number;
  /** connections that are out, in the order in which they were taken */
  readonly out: readonly Interval[];
  /** requests that wait, the longest wait first */
  readonly waiting: readonly Interval[];
  readonly timeouts: readonly Interval[];
  readonly longestWait: Micros;
}

export function figuresAt(picture: Picture, moment: Micros): Figures {
  const intervals = intervalsUntil(picture, moment);
  const holds = intervals.filter(({ kind }) => kind === 'hold');
  const waits = intervals.filter(({ kind }) => kind === 'wait');
  const ended = (outcome: string) =>
    holds.filter((interval) => outcomeBy(interval, moment) === outcome).length;
  return {
    intervals,
    checkouts: holds.length,
    returned: ended('returned'),
    collected: ended(LOST.collected),
    dropped: ended(LOST.dropped),
    out: holds.filter((interval) => endBy(interval, moment) === null),
    waiting: waits.filter((interval) => endBy(interval, moment) === null),
    timeouts: waits.filter((interval) => outcomeBy(interval, moment) === TIMED_OUT),
    longestWait: waits.reduce((most, interval) => Math.max(most, lengthBy(interval, moment)), 0),
  };
}

/** How long a interval had lasted by the moment. */
export function lengthBy(interval: Interval, moment: Micros): Micros {
  return (endBy(interval, moment) ?? moment) - interval.start;
}

/** Where most of these intervals began: the line that asks for the connection. */
export function usualPlace(intervals: readonly Interval[]): Place | null {
  const counts = new Map<string, { place: Place; count: number }>();
  for (const { place } of intervals) {
    if (place === null) continue;
    const key = `${place.file}:${place.line}`;
    counts.set(key, { place, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].toSorted((one, other) => other.count - one.count)[0]?.place ?? null;
}
