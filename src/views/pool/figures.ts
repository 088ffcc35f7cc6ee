/** Figures: what the intervals of a run add up to at a moment. Pure. */
import { itemsUntil } from '../../trace/binarySearch.ts';
import type { Items } from '../../trace/items.ts';
import type { Picture } from '../../trace/picture.ts';
import type { Micros, Place } from '../../trace/vocabulary.ts';
import { LOST, TIMED_OUT } from './names.ts';
import { endBy, type Interval } from './interval.ts';
import { intervalsOf } from './intervals.ts';

export interface Figures {
  /** all of the run, and how many of them had begun */
  readonly intervals: Items<Interval>;
  readonly begun: number;
  /** places that say whether those that had begun are in one file */
  readonly places: readonly (Place | null)[];
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
  /** how many gave up, and the last of them */
  readonly timeouts: number;
  readonly lastTimeout: Interval | null;
  readonly longestWait: Micros;
}

export function figuresAt(picture: Picture, moment: Micros): Figures {
  const intervals = intervalsOf(picture);
  const ended = (outcome: string) => itemsUntil(intervals.ended('hold', outcome), moment);
  const gaveUp = intervals.ended('wait', TIMED_OUT);
  const timeouts = itemsUntil(gaveUp, moment);
  return {
    intervals,
    begun: itemsUntil(intervals, moment),
    places: intervals.placesBy(moment),
    checkouts: itemsUntil(intervals.begun('hold'), moment),
    returned: ended('returned'),
    collected: ended(LOST.collected),
    dropped: ended(LOST.dropped),
    out: intervals.goingOn('hold', moment),
    waiting: intervals.goingOn('wait', moment),
    timeouts,
    lastTimeout: timeouts === 0 ? null : intervals.intervalOf(gaveUp.at(timeouts - 1)),
    longestWait: intervals.longestWait(moment),
  };
}

/** How long an interval had lasted by the moment. */
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
