/** Layout: where strips, lanes and events lie, in CSS pixels. Pure geometry. */
import { gutterOf } from '../../shared/gutter.ts';
import { isTooHigh, laneTop, scrollToMiddle, type LaneStrip } from '../../shared/lanes.ts';
import { roundStep } from '../../shared/roundStep.ts';
import type { VisibleRange } from '../model/visibleRange.ts';

const RIGHT = 16;
/** `MainThread` must fit beside its colour. */
const LEAST_GUTTER = 92;
const TICK_SPACING = 58;
const TALLEST_STRIP = 110;
const MOST_PITCH = 84;
/** Least heights. `strips` are those of a variable's strip, by how many there are. */
interface Least {
  readonly top: number;
  readonly axis: number;
  readonly gap: number;
  readonly strips: readonly number[];
  readonly pitch: number;
  readonly lock: number;
}
const USUAL: Least = { top: 10, axis: 22, gap: 8, strips: [0, 34, 24, 20], pitch: 14, lock: 19 };
/** Where the usual ones would let lanes scroll. */
const TIGHT: Least = { top: 6, axis: 17, gap: 5, strips: [0, 28, 20, 18], pitch: 12, lock: 15 };
/** A lane of this height has room for words below its box. */
const LABELLED = 34;
const TEXT = 15;
/** Strips beyond this number are counted in words. */
export const MOST_STRIPS = 3;

/** How many rows of each kind there are. Both sides take the greater number, so that their lanes line up. */
export interface Rows {
  readonly threads: number;
  readonly locks: number;
  readonly variables: number;
}

interface Tick {
  readonly rank: number;
  readonly x: number;
}

/** `pitch` is that of the threads; the lanes of the locks stand below theirs. */
export interface Layout extends LaneStrip {
  readonly width: number;
  readonly height: number;
  /** left and right end of the axis */
  readonly left: number;
  readonly right: number;
  /** one strip for each variable that shows */
  readonly strips: readonly { readonly top: number; readonly height: number }[];
  /** height of a box, at the top of its lane */
  readonly box: number;
  /** there is room for words below a box */
  readonly labelled: boolean;
  readonly lockPitch: number;
  /** top of the locks' lanes, from the top of the threads' */
  readonly locksAt: number;
  readonly range: VisibleRange;
  /** width of an event */
  readonly cell: number;
  readonly ticks: readonly Tick[];
}

/** Lays out rows in a box. The axis depends on the width and the range alone, the lanes on height and rows. */
export function layOut(box: { width: number; height: number; rows: Rows; range: VisibleRange }): Layout {
  const { width, height, range } = box;
  const left = Math.max(LEAST_GUTTER, gutterOf(width));
  const right = Math.max(left + 1, width - RIGHT);
  const cell = (right - left) / Math.max(1, range.span);
  return {
    width,
    height,
    left,
    right,
    ...stacked(height, box.rows),
    range,
    cell,
    ticks: ticksOf(range, cell).map((rank) => ({ rank, x: left + (rank - 0.5 - range.from) * cell })),
  };
}

/** Closer together only where that keeps lanes from scrolling. */
function stacked(height: number, rows: Rows) {
  const [usual, tight] = [stack(height, rows, USUAL), stack(height, rows, TIGHT)];
  return usual.scrolls && !tight.scrolls ? tight : usual;
}

/** Everything from top to bottom. What the threads leave over goes to the variables' strips. */
function stack(height: number, rows: Rows, sizes: Least) {
  const count = Math.min(rows.variables, MOST_STRIPS);
  const bottom = Math.max(sizes.top + sizes.pitch, height - sizes.axis);
  const least = sizes.strips[count] ?? 0;
  const gap = count === 0 ? 0 : sizes.gap;
  const locks = rows.locks === 0 ? 0 : sizes.gap + rows.locks * sizes.lock;
  const room = bottom - sizes.top - count * least - gap - locks;
  const fitting = Math.floor(room / Math.max(1, rows.threads));
  const pitch = Math.min(MOST_PITCH, Math.max(sizes.pitch, fitting));
  const spare = Math.max(0, room - pitch * rows.threads);
  const strip = Math.min(TALLEST_STRIP, least + (count === 0 ? 0 : Math.floor(spare / count)));
  const top = sizes.top + count * strip + gap;
  const labelled = pitch >= LABELLED;
  const locksAt = pitch * rows.threads + (rows.locks === 0 ? 0 : sizes.gap);
  const content = locksAt + rows.locks * sizes.lock;
  return {
    strips: Array.from({ length: count }, (_, index) => ({ top: sizes.top + index * strip, height: strip })),
    top,
    bottom,
    pitch,
    box: labelled ? Math.min(44, pitch - TEXT) : Math.max(10, Math.round(pitch * 0.74)),
    labelled,
    lockPitch: sizes.lock,
    locksAt,
    content,
    scrolls: isTooHigh(content, { top, bottom }),
  };
}

/** Ranks that carry a tick. */
function ticksOf({ from, span }: VisibleRange, cell: number): readonly number[] {
  const step = roundStep(TICK_SPACING / cell);
  const first = Math.max(1, Math.ceil((from + 0.5) / step)) * step;
  const count = Math.max(0, Math.floor((from + span - first) / step + 1));
  return Array.from({ length: count }, (_, index) => first + index * step);
}

/** Where an edge between events lies: `edge` events are left of it. */
export function xOf(layout: Layout, edge: number): number {
  return layout.left + (edge - layout.range.from) * layout.cell;
}

/** Where the middle of the event of this rank lies. */
export function middleOf(layout: Layout, rank: number): number {
  return xOf(layout, rank - 0.5);
}

/** Events left of `x`; a fraction says how far into the next one. Not kept within the range. */
export function edgeAt(layout: Layout, x: number): number {
  return layout.range.from + (x - layout.left) / layout.cell;
}

/** First and last rank that show, of `count`. */
export function visibleRanks({ range }: Layout, count: number): [first: number, last: number] {
  return [Math.max(1, Math.floor(range.from) + 1), Math.min(count, Math.ceil(range.from + range.span))];
}

/** Top of a lock's lane within the scrolled part. */
export function lockTop(layout: Layout, lock: number, scroll: number): number {
  return layout.top + layout.locksAt + lock * layout.lockPitch - scroll;
}

/** The scroll position that shows a thread's lane in the middle, or null when it shows already. */
export function scrollTo(layout: Layout, thread: number, scroll: number): number | null {
  const top = laneTop(layout, thread, scroll);
  if (!layout.scrolls || (top >= layout.top && top + layout.pitch <= layout.bottom)) return null;
  return scrollToMiddle(layout, thread);
}
