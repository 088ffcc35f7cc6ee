/** Time axis: where moments and ticks lie between the left and the right end of a picture, in CSS pixels. Pure. */
import { momentFormat } from '../../base/format.ts';
import type { Micros } from '../../trace/vocabulary.ts';
import { roundStep } from './roundStep.ts';

/** A run of nothing still has an axis. */
export const SHORTEST_AXIS: Micros = 1_000;
/** A tick, and room for its label. CSS pixels. */
const TICK_SPACING = 64;

export interface TimeTick {
  readonly time: Micros;
  readonly x: number;
  readonly label: string;
}

interface Ends {
  readonly left: number;
  readonly right: number;
  /** the moments at the left and at the right end */
  readonly from: Micros;
  readonly to: Micros;
}

export interface TimeAxis extends Ends {
  readonly ticks: readonly TimeTick[];
}

interface Asked {
  readonly left: number;
  readonly right: number;
  readonly from?: Micros;
  /** the last moment that has ticks; the axis goes at least so far */
  readonly until: Micros;
  /** about how far ticks are apart, CSS pixels */
  readonly spacing?: number;
}

export function timeAxis({ left, right, from = 0, until, spacing = TICK_SPACING }: Asked): TimeAxis {
  const ends = { left, right, from, to: Math.max(until, from + SHORTEST_AXIS) };
  return { ...ends, ticks: ticksOf(ends, until, spacing) };
}

/** Ticks at 1, 2 or 5 times a power of ten, as many as have room. An axis of no length or without room has none. */
function ticksOf(ends: Ends, until: Micros, spacing: number): readonly TimeTick[] {
  const { from } = ends;
  const wanted = Math.floor((ends.right - ends.left) / spacing);
  if (until <= from || wanted < 1) return [];
  // A little more crowded is better than half empty.
  const step = roundStep(((until - from) / wanted) * 0.85);
  const label = momentFormat(step);
  const first = Math.ceil(from / step);
  const count = Math.max(0, Math.floor(until / step + 1e-6) - first + 1);
  return Array.from({ length: count }, (_, index) => {
    const time = (first + index) * step;
    return { time, x: xOf(ends, time), label: label(time) };
  });
}

export function xOf({ left, right, from, to }: Ends, time: Micros): number {
  return left + ((time - from) / (to - from)) * (right - left);
}

/** The moment at `x`, kept within the axis. Whole microseconds. */
export function momentAt({ left, right, from, to }: Ends, x: number): Micros {
  const share = Math.min(1, Math.max(0, (x - left) / (right - left)));
  return Math.round(from + share * (to - from));
}

/** So many microseconds is a CSS pixel. */
export function microsPerPixel({ left, right, from, to }: Ends): number {
  return (to - from) / (right - left);
}
