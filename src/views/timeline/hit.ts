/** Hit: what the pointer is on. Pure. */
import type { Lane } from '../../trace/lane.ts';
import type { Micros } from '../../trace/vocabulary.ts';
import { begunBy, stronger } from './activity.ts';
import { laneAt } from '../shared/lanes.ts';
import type { PointIn } from '../shared/seekHandlers.ts';
import { microsPerPixel, momentAt } from '../shared/timeAxis.ts';
import type { Layout } from './layout.ts';
import { creationOf, heldSegments, segmentAt, type Segment } from './segments.ts';

/** A mark is thinner than a pointer is precise. CSS pixels. */
const REACH = 3;
/** Looked at around the pointer, at most. */
const SAMPLE = 12;

export interface Pointed {
  readonly index: number;
  readonly lane: Lane;
  readonly moment: Micros;
  /** null before the task, after it, and where nothing is known */
  readonly on: Segment | null;
}

/** The lane at a point of the figure and what it does there, or null beside the lanes. */
export function pointedAt(
  at: PointIn,
  lanes: readonly Lane[],
  layout: Layout,
  until: Micros,
): Pointed | null {
  const index = laneAt(layout, lanes.length, at.y, at.scroll);
  const lane = index === null ? undefined : lanes[index];
  if (index === null || lane === undefined || at.x > layout.right + REACH) return null;
  const moment = momentAt(layout, at.x);
  const on = at.x < layout.left - REACH ? null : segmentNear(lane, moment, layout, until);
  return { index, lane, moment, on };
}

/** A short segment within reach of the pointer (the strongest of several), else the one at the moment. */
function segmentNear(lane: Lane, moment: Micros, layout: Layout, until: Micros): Segment | null {
  const reach = REACH * microsPerPixel(layout);
  if (moment > until + reach) return null;
  const held = heldSegments(lane, until);
  const creation = creationOf(lane, until);
  let exact = creation !== null && covers(creation, moment, 0) ? creation : null;
  let short: Segment | null = null;
  const end = begunBy(lane, moment + reach);
  for (let index = Math.max(0, end - SAMPLE); index < end; index += 1) {
    const segment = segmentAt(lane, index, held, until);
    if (segment === null) continue;
    if (covers(segment, moment, 0)) exact = segment;
    const isShort = segment.end - segment.start < 2 * reach;
    if (!isShort || !covers(segment, moment, reach)) continue;
    if (short === null || stronger(segment.activity, short.activity)) short = segment;
  }
  return short ?? exact;
}

function covers({ start, end }: Segment, moment: Micros, reach: Micros): boolean {
  return start - reach <= moment && moment <= end + reach;
}
