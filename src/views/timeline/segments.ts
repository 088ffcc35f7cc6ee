/** Segments: what a task does from one moment to another, in the terms that the timeline distinguishes. Pure. */
import type { Label } from '../../trace/facts.ts';
import type { Lane, Stretch } from '../../trace/lane.ts';
import { countUntil, itemsUntil } from '../../trace/binarySearch.ts';
import type { Micros, Place } from '../../trace/vocabulary.ts';
import { notableMarks } from './notable.ts';
import { activityOf, begunBy, endOf, type Activity } from './activity.ts';

/** One stretch of a lane, or all stretches of one step that held the event loop. */
export interface Segment {
  readonly activity: Activity;
  readonly start: Micros;
  /** how far it has got, while it lasts */
  readonly end: Micros;
  readonly state: string;
  readonly detail: Label | null;
  readonly place: Place | null;
  /** its first and its last stretch; -1 for the time before the first one */
  readonly first: number;
  readonly last: number;
}

/**
 * The steps that held the event loop, as far as the run had got at `until`. The probe decides which those are: it puts
 * a mark on the lane, in the step as soon as it is seen to last, or at its end. A step may be several stretches
 * running, for example before, during and after a blocking call.
 */
export function heldSegments(lane: Lane, until: Micros): readonly Segment[] {
  const begun = begunBy(lane, until);
  const segments: Segment[] = [];
  const marks = notableMarks(lane, 'held');
  const count = itemsUntil(marks, until);
  for (let index = 0; index < count; index += 1) {
    const mark = marks.at(index);
    if (mark === undefined) break;
    const at = begunBy(lane, mark.time) - 1;
    // A step that asks for its next turn is ready again before it is over.
    const step = stepAround(lane, isRunning(lane.stretches.at(at)) ? at : at - 1, begun);
    if (step === null || step.first === segments.at(-1)?.first) continue;
    const [from, to] = [lane.stretches.at(step.first), lane.stretches.at(step.last)];
    if (from === undefined || to === undefined) continue;
    const { state, detail, start } = from;
    const end = Math.min(endOf(to, until), Math.max(until, start));
    segments.push({ activity: 'held', start, end, state, detail, place: mark.place ?? from.place, ...step });
  }
  return segments;
}

/** The neighbouring stretches running around one of them, or null when that is not running. */
function stepAround(lane: Lane, index: number, begun: number): { first: number; last: number } | null {
  if (!isRunning(lane.stretches.at(index))) return null;
  let [first, last] = [index, index];
  while (isRunning(lane.stretches.at(first - 1))) first -= 1;
  while (last + 1 < begun && isRunning(lane.stretches.at(last + 1))) last += 1;
  return { first, last };
}

function isRunning(stretch: Stretch | undefined): boolean {
  return stretch?.state === 'running';
}

/** The segment that a stretch of the lane belongs to; `held` are the lane's held segments. */
export function segmentAt(
  lane: Lane,
  index: number,
  held: readonly Segment[],
  until: Micros,
): Segment | null {
  const step = heldUpTo(held, index);
  if (step !== null && index <= step.last) return step;
  const stretch = lane.stretches.at(index);
  return stretch === undefined ? null : segmentOf(stretch, index, until);
}

/** The last held segment that begins at this stretch or before it. */
export function heldUpTo(held: readonly Segment[], index: number): Segment | null {
  return held[countUntil(held.length, (at) => held[at]?.first ?? Infinity, index) - 1] ?? null;
}

/** The time between a task's creation and its first step, which no event of its own reports. */
export function creationOf(lane: Lane, until: Micros): Segment | null {
  const span = lane.spans.at(0);
  if (span === undefined) return null;
  const first = lane.stretches.at(0)?.start ?? span.end;
  if (first !== null && first <= span.start) return null;
  const stretch = { state: 'created', detail: null, start: span.start, end: first, place: span.place };
  return segmentOf(stretch, -1, until);
}

function segmentOf(stretch: Stretch, index: number, until: Micros): Segment {
  const { state, detail, start, place } = stretch;
  const end = endOf(stretch, until);
  return { activity: activityOf(state), start, end, state, detail, place, first: index, last: index };
}
