/** Layout: where lanes, ticks and moments lie, in CSS pixels. Pure geometry. */
import { momentFormat } from '../../base/format.ts';
import type { Micros } from '../../trace/vocabulary.ts';
import { gutterOf } from '../shared/gutter.ts';
import { roundStep } from '../shared/roundStep.ts';

const TOP = 8;
const AXIS = 24;
const RIGHT = 26;
const MIN_PITCH = 12;
const MAX_PITCH = 22;
const TICK_SPACING = 64;
/** A run of nothing still has an axis. */
const SHORTEST_HORIZON: Micros = 1_000;

interface Tick {
  readonly time: Micros;
  readonly x: number;
  readonly label: string;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  /** left and right end of the axis */
  readonly left: number;
  readonly right: number;
  /** the strip that shows lanes; what does not fit scrolls */
  readonly top: number;
  readonly bottom: number;
  /** from one lane to the next */
  readonly pitch: number;
  /** height of a bar within its lane */
  readonly bar: number;
  /** height of all lanes */
  readonly content: number;
  readonly scrolls: boolean;
  readonly horizon: Micros;
  readonly ticks: readonly Tick[];
}

/**
 * Lays out `lanes` lanes in a box. The gutter and so the axis depend on the width alone: two figures of one width have
 * the same scale, whatever their tasks are called.
 */
export function layOut(box: { width: number; height: number; lanes: number; horizon: Micros }): Layout {
  const { width, height, lanes } = box;
  const horizon = Math.max(box.horizon, SHORTEST_HORIZON);
  const left = gutterOf(width);
  const right = Math.max(left + 1, width - RIGHT);
  const bottom = Math.max(TOP + MIN_PITCH, height - AXIS);
  const pitch = Math.min(MAX_PITCH, Math.max(MIN_PITCH, (bottom - TOP) / Math.max(1, lanes)));
  const content = pitch * lanes;
  const scale = (right - left) / horizon;
  return {
    width,
    height,
    left,
    right,
    top: TOP,
    bottom,
    pitch,
    bar: Math.min(14, Math.round(pitch * 0.68)),
    content,
    scrolls: content > bottom - TOP + 0.5,
    horizon,
    ticks: ticksFor(box.horizon, right - left).map(({ time, label }) => ({
      time,
      label,
      x: left + time * scale,
    })),
  };
}

/** Ticks at 1, 2 or 5 times a power of ten, as many as have room. An axis of no length has none. */
export function ticksFor(horizon: Micros, width: number): readonly { time: Micros; label: string }[] {
  if (horizon <= 0) return [];
  const wanted = Math.max(1, Math.floor(width / TICK_SPACING));
  // A little more crowded is better than half empty.
  const step = roundStep((horizon / wanted) * 0.85);
  const label = momentFormat(step);
  const count = Math.floor(horizon / step + 1e-6);
  return Array.from({ length: count + 1 }, (_, index) => ({
    time: index * step,
    label: label(index * step),
  }));
}

export function xOf(layout: Layout, time: Micros): number {
  return layout.left + (time / layout.horizon) * (layout.right - layout.left);
}

/** The moment at `x`, kept within the axis. Whole microseconds. */
export function momentAt(layout: Layout, x: number): Micros {
  const share = (x - layout.left) / (layout.right - layout.left);
  return Math.round(Math.min(1, Math.max(0, share)) * layout.horizon);
}

/** Top of a lane within the scrolled strip. */
export function laneTop(layout: Layout, lane: number, scroll: number): number {
  return layout.top + lane * layout.pitch - scroll;
}

/** First and one past the last lane that show at this scroll position. */
export function lanesInSight(layout: Layout, lanes: number, scroll: number): [first: number, end: number] {
  const first = Math.max(0, Math.floor(scroll / layout.pitch));
  const end = Math.ceil((scroll + layout.bottom - layout.top) / layout.pitch);
  return [Math.min(first, lanes), Math.min(lanes, end)];
}

/** The lane at `y`, or null beside the lanes. */
export function laneAt(layout: Layout, lanes: number, y: number, scroll: number): number | null {
  if (y < layout.top || y >= layout.bottom) return null;
  const lane = Math.floor((y - layout.top + scroll) / layout.pitch);
  return lane >= 0 && lane < lanes ? lane : null;
}
