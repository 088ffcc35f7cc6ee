/** The line of a gauge as an SVG path, at the level of detail that pixels can show. Pure. */
import { countUntil, countWhile, itemsUntil } from '../../trace/binarySearch.ts';
import type { LevelItems } from '../../trace/lane.ts';
import type { Micros } from '../../trace/vocabulary.ts';
import { xOf } from '../shared/timeAxis.ts';
import { extremesOf } from './extremes.ts';
import { yOf, type Chart, type Layout } from './layout.ts';

/** What falls on one pixel, as steps of the path; `end` is the first level after it. */
interface Column {
  readonly start: number;
  readonly end: number;
  readonly steps: string;
}

/** All columns of a line, by what they depend on: the figure that it is drawn in, and how long it is. */
interface Drawn {
  readonly key: string;
  readonly columns: readonly Column[];
  readonly isBand: boolean;
}

/** A line that goes up and down in so many pixels of its width, by more than it is thick, looks like a band. */
const BAND = 200;
const THICK = 2;

/** A line is drawn in the figures of both sides, so that the last two are kept. */
const KEPT = 2;
const known = new WeakMap<LevelItems, readonly Drawn[]>();

/**
 * The levels up to a moment as the steps of a path, ending at `until`. What falls on one pixel is drawn as its lowest, its
 * highest and its last, so a line of a million levels costs no more than the figure is wide.
 */
export function linePath(layout: Layout, chart: Chart, levels: LevelItems, moment: Micros): string {
  const count = itemsUntil(levels, moment);
  if (count === 0) return '';
  const { columns } = drawnOf(layout, chart, levels);
  const whole = countUntil(columns.length, (index) => columns[index]?.end ?? Infinity, count);
  const steps = columns.slice(0, whole).map((column) => column.steps);
  const partly = columns[whole];
  if (partly !== undefined && partly.start < count) {
    steps.push(stepsOf(layout, chart, levels, { start: partly.start, end: count }));
  }
  return `${steps.join('')}H${pixel(xOf(layout, moment))}`;
}

/** Whether the whole line looks like a band, which thin strokes fill as well as thick ones, and much quicker. */
export function isBand(layout: Layout, chart: Chart, levels: LevelItems): boolean {
  return levels.length > BAND && drawnOf(layout, chart, levels).isBand;
}

function drawnOf(layout: Layout, chart: Chart, levels: LevelItems): Drawn {
  const { left, right, from, to } = layout;
  const key = [left, right, from, to, chart.top, chart.bottom, chart.most, levels.length].join(' ');
  const drawn = known.get(levels) ?? [];
  const same = drawn.find((one) => one.key === key);
  if (same !== undefined) return same;
  const columns: Column[] = [];
  let [start, swings] = [0, 0];
  while (start < levels.length) {
    const end = nextColumn(layout, levels, start);
    columns.push({ start, end, steps: stepsOf(layout, chart, levels, { start, end }) });
    const [lowest, highest] = extremesOf(levels, start, end);
    if (yOf(chart, lowest) - yOf(chart, highest) > THICK) swings += 1;
    start = end;
  }
  const whole = { key, columns, isBand: swings > BAND };
  known.set(levels, [whole, ...drawn].slice(0, KEPT));
  return whole;
}

function stepsOf(
  layout: Layout,
  chart: Chart,
  levels: LevelItems,
  { start, end }: Pick<Column, 'start' | 'end'>,
): string {
  const x = columnAt(layout, levels, start);
  const [lowest, highest] = extremesOf(levels, start, end);
  const last = pixel(yOf(chart, levels.valueAt(end - 1)));
  const spread = highest === lowest ? '' : `V${pixel(yOf(chart, highest))}V${pixel(yOf(chart, lowest))}`;
  return `${start === 0 ? `M${x} ${last}` : `H${x}`}${spread}V${last}`;
}

/** The first level that falls on another pixel than the one at `index`. */
function nextColumn(layout: Layout, levels: LevelItems, index: number): number {
  const column = columnAt(layout, levels, index);
  return countWhile(levels.length, (at) => columnAt(layout, levels, at) <= column, index + 1);
}

function columnAt(layout: Layout, levels: LevelItems, index: number): number {
  return Math.round(xOf(layout, levels.timeAt(index)));
}

function pixel(value: number): string {
  return value.toFixed(1);
}
