/** The counters of a run by name, for a script: last level and peak of every gauge, sum of every tally. Pure. */
import { readMeasure } from '../trace/measure.ts';
import type { Picture } from '../trace/picture.ts';
import { LEFT_OUT, leftOutAt } from '../trace/leftOut.ts';

/** What is counted below a root that a probe declares: the outcomes that are reported even where there were none. */
const COUNTED = { tasks: ['done', 'cancelled', 'failed'], threads: ['done'] } as const;

export function countersOf(picture: Picture): Record<string, number> {
  const counters: Record<string, number> = {};
  const leftOut = picture.lanesBelow(LEFT_OUT);
  const below = picture.lanes.filter((lane) => lane.parent !== null && !leftOut.includes(lane));
  const roots = picture.lanes.filter(({ parent }) => parent === null);
  // Roots last: a probe's own figure wins over a variable of the program that has its name.
  for (const lane of [...below, ...roots]) {
    const last = lane.levels.last;
    if (last !== undefined) {
      counters[lane.label] = last.value;
      counters[`${lane.label} (peak)`] = last.peak;
    }
    const total = lane.totals.last;
    if (total !== undefined) counters[lane.label] = total.total;
  }
  for (const { label, count } of leftOutAt(picture, picture.lastTime))
    counters[`${label} (left out)`] = count;
  const spans = (under: string, outcome?: string): number =>
    readMeasure({ of: 'spans', under, outcome }, picture, picture.lastTime);
  // A figure of what nobody watched would say that there was none.
  const watched = new Set(roots.map(({ label }) => label));
  for (const [under, outcomes] of Object.entries(COUNTED)) {
    if (!watched.has(under)) continue;
    counters[under] = spans(under);
    const seen = picture.laneLabelled(under)?.below.ended.keys() ?? [];
    for (const outcome of new Set([...outcomes, ...seen]))
      counters[`${under} ${outcome}`] = spans(under, outcome);
  }
  return counters;
}
