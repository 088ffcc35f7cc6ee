/** Hit: what the pointer is on. Pure. */
import type { Lane, Stretch } from '../../trace/lane.ts';
import type { Micros } from '../../trace/vocabulary.ts';
import { activityOf, begunBy, creationOf, endOf, stronger, type Activity } from './activity.ts';
import { laneAt, momentAt, type Layout } from './layout.ts';

/** A mark is thinner than a pointer is precise. CSS pixels. */
const REACH = 3;
/** Looked at around the pointer, at most. */
const SAMPLE = 12;

export interface Pointed {
  readonly index: number;
  readonly lane: Lane;
  readonly moment: Micros;
  /** null before the task, after it, and where nothing is known */
  readonly on: { readonly stretch: Stretch; readonly activity: Activity; readonly end: Micros } | null;
}

/** The lane at a point of the figure and what it does there, or null beside the lanes. */
export function pointedAt(
  at: { readonly x: number; readonly y: number; readonly scroll: number },
  lanes: readonly Lane[],
  layout: Layout,
  until: Micros,
): Pointed | null {
  const index = laneAt(layout, lanes.length, at.y, at.scroll);
  const lane = index === null ? undefined : lanes[index];
  if (index === null || lane === undefined || at.x > layout.right + REACH) return null;
  const moment = momentAt(layout, at.x);
  const stretch = at.x < layout.left - REACH ? null : stretchNear(lane, moment, layout, until);
  const on =
    stretch === null ? null : { stretch, activity: activityOf(stretch, until), end: endOf(stretch, until) };
  return { index, lane, moment, on };
}

/** A short stretch within reach of the pointer (the strongest of several), else the one at the moment. */
function stretchNear(lane: Lane, moment: Micros, layout: Layout, until: Micros): Stretch | null {
  const reach = (REACH * layout.horizon) / (layout.right - layout.left);
  if (moment > until + reach) return null;
  const creation = creationOf(lane);
  let exact = creation !== null && covers(creation, moment, 0, until) ? creation : null;
  let short: Stretch | null = null;
  const last = begunBy(lane, moment + reach);
  for (const stretch of lane.stretches.slice(Math.max(0, last - SAMPLE), last)) {
    if (covers(stretch, moment, 0, until)) exact = stretch;
    const isShort = endOf(stretch, until) - stretch.start < 2 * reach;
    if (!isShort || !covers(stretch, moment, reach, until)) continue;
    if (short === null || stronger(activityOf(stretch, until), activityOf(short, until))) short = stretch;
  }
  return short ?? exact;
}

function covers(stretch: Stretch, moment: Micros, reach: Micros, until: Micros): boolean {
  return stretch.start - reach <= moment && moment <= endOf(stretch, until) + reach;
}
