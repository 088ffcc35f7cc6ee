/** Activity: what a task is doing, in the terms that the timeline tells apart. */
import type { Lane, Stretch } from '../../trace/lane.ts';
import { countUntil } from '../../trace/search.ts';
import type { Micros } from '../../trace/vocabulary.ts';

/** The root below which the lanes of this view are. */
export const TASKS = 'tasks';

/** A step longer than this holds the event loop noticeably. Microseconds. */
export const HELD_AFTER: Micros = 100_000;

/**
 * `created`: made, and not started. `ready`: woken, and not run yet. `held`: one step that kept the event loop for
 * longer than `HELD_AFTER`. `other`: a state that another probe reports.
 */
export type Activity = 'created' | 'waiting' | 'ready' | 'running' | 'held' | 'other';

/** Which of several activities in one pixel column is shown. */
const STRENGTH: Record<Activity, number> = {
  other: 0,
  waiting: 1,
  created: 2,
  ready: 3,
  running: 4,
  held: 5,
};

export function stronger(one: Activity, other: Activity): boolean {
  return STRENGTH[one] > STRENGTH[other];
}

/** When the stretch ended; `until` when it lasts still. */
export function endOf(stretch: Stretch, until: Micros): Micros {
  return stretch.end ?? Math.max(until, stretch.start);
}

export function activityOf(stretch: Stretch, until: Micros): Activity {
  switch (stretch.state) {
    case 'running':
      return endOf(stretch, until) - stretch.start > HELD_AFTER ? 'held' : 'running';
    case 'waiting':
    case 'ready':
    case 'created':
      return stretch.state;
    default:
      return 'other';
  }
}

/** The time between a task's creation and its first step, which no event of its own reports. */
export function creationOf(lane: Lane): Stretch | null {
  const span = lane.spans[0];
  if (span === undefined) return null;
  const first = lane.stretches[0]?.start ?? span.end;
  if (first !== null && first <= span.start) return null;
  return { state: 'created', detail: null, start: span.start, end: first, place: span.place };
}

/** How many stretches of the lane had begun by this moment. */
export function begunBy(lane: Lane, moment: Micros): number {
  return countUntil(lane.stretches.length, (index) => lane.stretches[index]?.start ?? Infinity, moment);
}
