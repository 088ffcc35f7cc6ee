/** Layout of the track: where lanes, events and the playhead lie, in CSS pixels. Pure geometry. */
import { countUntil } from '../../trace/binarySearch.ts';
import type { Micros } from '../../trace/vocabulary.ts';

const TOP = 8;
const BOTTOM = 6;
const RIGHT = 14;
/** Narrow enough for the small, wide enough for `shop.customers`. */
const GUTTER = { share: 0.42, least: 62, most: 118 };
/** From one lane to the next: as much as there is room for, within limits; in a high figure more. */
const PITCH = { least: 15, most: 26, share: 0.09, tallest: 52 };
/** What a lane keeps free above and below its boxes: more where it is high. */
const BETWEEN = { least: 8, share: 0.4 };
/** A short run is not stretched beyond this. */
const FEWEST_EVENTS = 12;

export interface TrackLayout {
  readonly width: number;
  readonly height: number;
  /** from one lane to the next */
  readonly pitch: number;
  /** height of the box of a body, and of the bar of a module that is ready */
  readonly box: number;
  readonly left: number;
  readonly right: number;
  /** from one event to the next */
  readonly step: number;
  /** times of the events */
  readonly times: readonly Micros[];
}

/** `events`: how many the side with more of them has, so that both sides have one scale. */
export function layOut(box: {
  width: number;
  /** of the room that there is */
  height: number;
  lanes: number;
  times: readonly Micros[];
  events: number;
}): TrackLayout {
  const left = Math.round(Math.min(GUTTER.most, Math.max(GUTTER.least, box.width * GUTTER.share)));
  const right = Math.max(left + 1, box.width - RIGHT);
  const events = Math.max(FEWEST_EVENTS, box.events);
  const lanes = Math.max(1, box.lanes);
  const fitting = Math.floor((box.height - TOP - BOTTOM) / lanes);
  const most = Math.min(PITCH.tallest, Math.max(PITCH.most, box.height * PITCH.share));
  const pitch = Math.floor(Math.min(most, Math.max(PITCH.least, fitting)));
  return {
    width: box.width,
    height: TOP + BOTTOM + pitch * lanes,
    pitch,
    box: pitch - Math.max(BETWEEN.least, Math.round(pitch * BETWEEN.share)),
    left,
    right,
    step: (right - left) / events,
    times: box.times,
  };
}

/** Where an event at this time is drawn; where no event has this time, at the last one before it. */
export function xOf(layout: TrackLayout, time: Micros): number {
  return layout.left + Math.max(0, eventsUntil(layout, time) - 1) * layout.step;
}

/** Where the playhead stands: after the last event that it has passed. */
export function playheadX(layout: TrackLayout, moment: Micros): number {
  return layout.left + Math.max(0, eventsUntil(layout, moment) - 0.5) * layout.step;
}

/** The moment of the event at `x`; null where there are no events. */
export function momentAt(layout: TrackLayout, x: number): Micros | null {
  const rank = Math.round((x - layout.left) / layout.step);
  return layout.times[Math.min(layout.times.length - 1, Math.max(0, rank))] ?? null;
}

/** The middle of a lane. */
export function laneY({ pitch }: TrackLayout, lane: number): number {
  return TOP + (lane + 0.5) * pitch;
}

function eventsUntil({ times }: TrackLayout, moment: Micros): number {
  return countUntil(times.length, (index) => times[index] ?? Infinity, moment);
}
