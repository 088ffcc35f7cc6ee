/** Layout: the rows of threads, and what lies where on the axis of time, in CSS pixels. Pure geometry. */
import type { Picture } from '../../trace/picture.ts';
import type { Micros } from '../../trace/vocabulary.ts';
import { gutterOf } from '../shared/gutter.ts';
import { timeAxis, type TimeAxis } from '../shared/timeAxis.ts';
import { barsOf, type Bar } from './bars.ts';
import { intervalsOf } from './intervals.ts';

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
/** More rows than this help nobody and cost the page; the table has them all. */
export const MOST_ROWS = 100;

export interface Row {
  readonly thread: string;
  /** middle of the row */
  readonly y: number;
  readonly portions: readonly Portion[];
}

/** Neighbouring bars, which are drawn anew together; and between which places a playhead is among them. */
interface Portion {
  readonly bars: readonly Bar[];
  readonly from: number;
  readonly to: number;
}

/** Bars of one portion. */
const PORTION = 32;

interface Rows {
  readonly rows: readonly Row[];
  /** how many threads have none */
  readonly hidden: number;
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

const known = new WeakMap<Picture, { readonly key: string; readonly rows: Rows }>();

/**
 * A row for each thread, in the order in which they first had to do with a pool; the same ones until the picture, the axis
 * or the height of a row has changed. `until`: where what lasts ends.
 */
export function rowsOf(picture: Picture, axis: TimeAxis, until: Micros, pitch: number): Rows {
  const { left, right, from, to } = axis;
  const key = [picture.version, left, right, from, to, until, pitch].join(' ');
  const last = known.get(picture);
  if (last?.key === key) return last.rows;
  const { threads } = intervalsOf(picture);
  const drawn = threads.slice(0, MOST_ROWS).map((own, index) => {
    const y = (index + 0.5) * pitch;
    return {
      thread: own.thread,
      y,
      portions: portionsOf(barsOf(own, axis, until, { y, high: barIn(pitch) })),
    };
  });
  const rows = { rows: drawn, hidden: threads.length - drawn.length };
  known.set(picture, { key, rows });
  return rows;
}

function portionsOf(bars: readonly Bar[]): readonly Portion[] {
  return Array.from({ length: Math.ceil(bars.length / PORTION) }, (_, index) => {
    const own = bars.slice(index * PORTION, (index + 1) * PORTION);
    const ends = own.map(({ x, width }) => x + width);
    return { bars: own, from: own[0]?.x ?? 0, to: Math.max(...ends) };
  });
}

/** The height of a bar in a row of this height. */
function barIn(pitch: number): number {
  return pitch - Math.max(BETWEEN.least, Math.round(pitch * BETWEEN.share));
}
