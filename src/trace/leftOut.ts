/** What a run did so often that it was sampled: how many events of each lane were counted instead of drawn. */
import type { Lane } from './lane.ts';
import type { Picture } from './picture.ts';
import { lastUntil } from './binarySearch.ts';
import type { Micros } from './vocabulary.ts';

/** The root of the lanes that count; each has the label of the lane of which something was left out. */
export const LEFT_OUT = 'left out';

export interface LeftOut {
  readonly label: string;
  readonly count: number;
}

/** By label, most first; lanes of which nothing was left out by the moment are not among them. */
export function leftOutAt(picture: Picture, moment: Micros): readonly LeftOut[] {
  const counts = new Map<string, number>();
  for (const lane of picture.lanesBelow(LEFT_OUT)) {
    counts.set(lane.label, (counts.get(lane.label) ?? 0) + totalAt(lane, moment));
  }
  return [...counts]
    .map(([label, count]) => ({ label, count }))
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count);
}

export function sumOf(leftOut: readonly LeftOut[]): number {
  return leftOut.reduce((sum, { count }) => sum + count, 0);
}

function totalAt(lane: Lane, moment: Micros): number {
  return lastUntil(lane.totals, moment)?.total ?? 0;
}
