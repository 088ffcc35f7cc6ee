/** Layout: where the lines, their scales and the collections lie, in CSS pixels. Pure geometry. */
import { formatBytes, formatCount } from '../../base/format.ts';
import type { Items } from '../../trace/items.ts';
import type { Lane } from '../../trace/lane.ts';
import type { Picture } from '../../trace/picture.ts';
import { countWhile, itemsUntil } from '../../trace/binarySearch.ts';
import type { Micros } from '../../trace/vocabulary.ts';
import { roundStep } from '../shared/roundStep.ts';
import { timeAxis, xOf, type TimeAxis } from '../shared/timeAxis.ts';
import { LIVE, TRACED } from './names.ts';

const LEFT = 64;
const RIGHT = 18;
const TOP = 17;
/** between the two charts */
const GAP = 20;
/** below them: the collections, and the axis of time */
const FOOT = 30;
/** how far the name over a chart, and the lowest label of its scale, stick out of it */
const NAME = 15;
const LABEL = 6;
const BYTES_SHARE = 0.58;
const TIME_TICK = 84;
/** A high chart has its ticks further apart, not more of them. */
const VALUE_TICK = { least: 22, share: 0.1 };
/** From one spot for collections to the next. */
const SPOT = 4;
/** Classes beyond these are in the table only. */
const MOST_CLASSES = 3;

interface ValueTick {
  readonly at: number;
  readonly label: string;
}

/** One chart: its strip, and the scale that both sides share. */
export interface Chart {
  readonly top: number;
  readonly bottom: number;
  readonly most: number;
  readonly ticks: readonly ValueTick[];
}

export interface Layout extends TimeAxis {
  readonly width: number;
  readonly height: number;
  readonly bytes: Chart;
  readonly objects: Chart;
  /** middle of the row of collections */
  readonly collections: number;
  /** the classes that are drawn, the same ones on both sides, those with the most objects first */
  readonly classes: readonly string[];
}

interface Box {
  readonly width: number;
  readonly height: number;
  readonly start?: Micros;
  readonly horizon: Micros;
  readonly pictures: readonly Picture[];
}

/** Where each lane ends, from the top: the bytes with their name, the objects with theirs, the collections. */
export function lanesOf({ objects, height }: Layout): readonly number[] {
  return [objects.top - NAME, objects.bottom + LABEL, height];
}

export function layOut({ width, height, start = 0, horizon, pictures }: Box): Layout {
  const right = Math.max(LEFT + 1, width - RIGHT);
  const room = Math.max(40, height - TOP - GAP - FOOT);
  const middle = TOP + room * BYTES_SHARE;
  const bottom = TOP + room + GAP;
  const bytes = Math.max(0, ...pictures.map((picture) => peakOf(picture.laneLabelled(TRACED))));
  const peaks = peaksOf(pictures);
  const classes = [...peaks.keys()].slice(0, MOST_CLASSES);
  const objects = Math.max(0, ...classes.map((label) => peaks.get(label) ?? 0));
  return {
    width,
    height,
    ...timeAxis({ left: LEFT, right, from: start, until: horizon, spacing: TIME_TICK }),
    bytes: chartOf(TOP, middle, bytes, formatBytes),
    objects: chartOf(middle + GAP, bottom, objects, formatCount),
    collections: bottom + 9,
    classes,
  };
}

/** The highest count of each class on either side, the highest first; a class of single objects is no line worth. */
function peaksOf(pictures: readonly Picture[]): Map<string, number> {
  const peaks = new Map<string, number>();
  for (const lane of pictures.flatMap((picture) => picture.lanesBelow(LIVE))) {
    peaks.set(lane.label, Math.max(peaks.get(lane.label) ?? 0, peakOf(lane)));
  }
  const highest = [...peaks].toSorted(([, one], [, other]) => other - one);
  return new Map(highest.filter(([, peak], index) => index === 0 || peak > 1));
}

function peakOf(lane: Lane | null): number {
  return lane?.levels.last?.peak ?? 0;
}

function chartOf(top: number, bottom: number, most: number, write: (value: number) => string): Chart {
  // A little air above the line.
  const scaled = Math.max(1, most) * 1.06;
  const spacing = Math.max(VALUE_TICK.least, (bottom - top) * VALUE_TICK.share);
  const usual = roundStep((scaled / Math.max(1, Math.floor((bottom - top) / spacing))) * 0.6);
  // One tick above 0 at least. Rounding makes a number up to 2.5 times as large.
  const step = usual <= scaled ? usual : roundStep(scaled / 2.5);
  const count = most === 0 ? 0 : Math.floor(scaled / step);
  const ticks = Array.from({ length: count + 1 }, (_, index) => ({
    at: bottom - ((index * step) / scaled) * (bottom - top),
    label: write(index * step),
  }));
  return { top, bottom, most: scaled, ticks };
}

export function yOf({ top, bottom, most }: Chart, value: number): number {
  return bottom - (value / most) * (bottom - top);
}

/** Where marks up to a moment fall, to four pixels: those of one spot are one. */
export function spotsOf(layout: Layout, marks: Items<unknown>, moment: Micros): readonly number[] {
  const count = itemsUntil(marks, moment);
  const spotAt = (index: number) => Math.round(xOf(layout, marks.timeAt(index)) / SPOT) * SPOT;
  const spots: number[] = [];
  let index = 0;
  while (index < count) {
    const spot = spotAt(index);
    spots.push(spot);
    index = countWhile(count, (at) => spotAt(at) <= spot, index + 1);
  }
  return spots;
}
