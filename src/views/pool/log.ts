/** Log: what was said on all connections, in the order of time. Pure. */
import type { Mark } from '../../trace/lane.ts';
import type { Picture } from '../../trace/picture.ts';
import { itemsUntil } from '../../trace/binarySearch.ts';
import type { Micros } from '../../trace/vocabulary.ts';
import { connectionsOf, poolsOf } from './interval.ts';

/** More lines than this are counted, not shown. */
export const MOST_LINES = 100;

export interface LogLine {
  readonly mark: Mark;
  readonly connection: string;
}

/** The last lines by the moment, and how many there are in all. */
export function logUntil(
  picture: Picture,
  moment: Micros,
): { readonly lines: readonly LogLine[]; readonly count: number } {
  let count = 0;
  const latest: LogLine[] = [];
  for (const pool of poolsOf(picture)) {
    for (const lane of connectionsOf(pool)) {
      const until = itemsUntil(lane.marks, moment);
      count += until;
      const marks = lane.marks.slice(Math.max(0, until - MOST_LINES), until);
      latest.push(...marks.map((mark) => ({ mark, connection: lane.label })));
    }
  }
  const lines = latest.toSorted((one, other) => one.mark.time - other.mark.time).slice(-MOST_LINES);
  return { lines, count };
}
