/** Layout: the rows of threads, and what lies where on the axis of time, in CSS pixels. Pure geometry. */
import type { Micros } from '../../trace/vocabulary.ts';
import { gutterOf } from '../shared/gutter.ts';
import { timeAxis, xOf, type TimeAxis } from '../shared/timeAxis.ts';
import type { Interval } from './intervals.ts';

const RIGHT = 30;
/** Rows are as high as lets this many fit, within limits. A fixed number: rows do not shrink as threads begin. */
const FITTING = 12;
/** Lower than its name no row is: the strip scrolls. CSS pixels. */
const LEAST_PITCH = 11;
/** Room above the first row. CSS pixels. */
export const ABOVE = 2;
const MOST_PITCH = 44;
/** What a row keeps free: more where it is high. */
const BETWEEN = { least: 3, share: 0.32 };
/** Bars that would lie within a pixel of one another are drawn as one. */
const TOGETHER = 1;
/** More rows than this help nobody and cost the page; the table has them all. */
export const MOST_ROWS = 100;

export interface Bar {
  readonly interval: Interval;
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly height: number;
}

export interface Row {
  readonly thread: string;
  /** middle of the row */
  readonly y: number;
  readonly bars: readonly Bar[];
}

/** The axis of time between its two ends, which both sides share. */
export function axisOf(width: number, start: Micros, horizon: Micros): TimeAxis {
  const left = gutterOf(width);
  const right = Math.max(left + 1, width - RIGHT);
  return timeAxis({ left, right, from: start, until: horizon });
}

/** The height of a row where the strip is `height` high, with the room above its first row. CSS pixels. */
export function pitchIn(height: number): number {
  return Math.min(MOST_PITCH, Math.max(LEAST_PITCH, Math.floor((height - ABOVE) / FITTING)));
}

/** A row for each thread, in the order in which they first had to do with a pool. `until`: where what lasts ends. */
export function rowsOf(
  intervals: readonly Interval[],
  axis: TimeAxis,
  until: Micros,
  pitch: number,
): readonly Row[] {
  const threads = new Map<string, Interval[]>();
  for (const interval of intervals) {
    const known = threads.get(interval.thread);
    if (known === undefined) threads.set(interval.thread, [interval]);
    else known.push(interval);
  }
  return [...threads].slice(0, MOST_ROWS).map(([thread, own], index) => {
    const y = (index + 0.5) * pitch;
    return { thread, y, bars: barsOf(own, axis, until, y, barIn(pitch)) };
  });
}

/** The height of a bar in a row of this height. */
function barIn(pitch: number): number {
  return pitch - Math.max(BETWEEN.least, Math.round(pitch * BETWEEN.share));
}

/** How many threads there are, drawn or not. */
export function threadCount(intervals: readonly Interval[]): number {
  return new Set(intervals.map(({ thread }) => thread)).size;
}

/** Who holds two connections at once has two bars, one below the other, together `high`. `y` is their middle. */
function barsOf(
  intervals: readonly Interval[],
  axis: TimeAxis,
  until: Micros,
  y: number,
  high: number,
): readonly Bar[] {
  const ends: Micros[] = [];
  const placed = intervals.map((interval) => {
    const free = ends.findIndex((end) => end <= interval.start);
    const level = free === -1 ? ends.length : free;
    ends[level] = interval.end ?? Infinity;
    return { interval, level };
  });
  const height = high / Math.max(1, ends.length);
  const bars: Bar[] = [];
  for (const { interval, level } of placed) {
    const x = xOf(axis, interval.start);
    const end = xOf(axis, Math.max(interval.start, interval.end ?? until));
    const last = bars.at(-1);
    const top = y - high / 2 + level * height;
    const near = last !== undefined && last.y === top && last.interval.kind === interval.kind;
    if (near && x - (last.x + last.width) < TOGETHER && end - x < TOGETHER) {
      bars[bars.length - 1] = { ...last, interval, width: Math.max(last.width, end - last.x) };
    } else bars.push({ interval, x, width: Math.max(1, end - x), y: top, height: Math.max(2, height - 1) });
  }
  return bars;
}
