/** Activity: what a task is doing, in the terms that the timeline distinguishes. */
import type { Lane, Stretch } from '../../trace/lane.ts';
import { itemsUntil } from '../../trace/binarySearch.ts';
import type { Micros } from '../../trace/vocabulary.ts';

/** The root below which the lanes of this view are. */
export const TASKS = 'tasks';

/**
 * `created`: made, and not started. `ready`: woken, and not run yet. `held`: a step that kept the event loop for long,
 * by the mark of the probe. `other`: a state that another probe reports.
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

/** What a state by itself says; whether a step held the loop is known by its mark. */
export function activityOf(state: string): Activity {
  return state === 'running' || state === 'waiting' || state === 'ready' || state === 'created'
    ? state
    : 'other';
}

/** When the stretch ended; `until` when it lasts still. */
export function endOf(stretch: Stretch, until: Micros): Micros {
  return stretch.end ?? Math.max(until, stretch.start);
}

/** How many stretches of the lane had begun by this moment. */
export function begunBy(lane: Lane, moment: Micros): number {
  return itemsUntil(lane.stretches, moment);
}
