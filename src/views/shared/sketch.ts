/** A sketch: a run as a small picture without words, in which a row is a track and left to right is what came first. Pure. */
import type { Items } from '../../trace/items.ts';
import type { Lane, Level } from '../../trace/lane.ts';
import type { Picture } from '../../trace/picture.ts';
import { countUntil } from '../../trace/binarySearch.ts';
import type { Micros } from '../../trace/vocabulary.ts';

/** What a sketch shows of a picture. Tracks are named by the root below which they stand. */
export interface SketchPlan {
  readonly rows: readonly string[];
  /** whose gauges are drawn as lines, above the rows */
  readonly levels: readonly string[];
  /** whether the way to the right is time, or one event after another */
  readonly across: 'time' | 'events';
}

/** From left (0) to right (1). */
export interface Bar {
  readonly from: number;
  readonly to: number;
  /** `whole`: the track is there; `busy`: it does something; `bad`: it ended badly */
  readonly kind: 'whole' | 'busy' | 'bad';
}

/** A step of a line: from here on it is so high, from 0 to 1. */
export interface Point {
  readonly at: number;
  readonly level: number;
}

export interface Sketch {
  readonly rows: readonly (readonly Bar[])[];
  readonly lines: readonly (readonly Point[])[];
}

/** Outcomes of spans that are no good ending. */
const BAD: readonly string[] = ['failed', 'timed out', 'raised', 'cancelled', 'collected'];
/** States in which a track does something itself. */
const BUSY: readonly string[] = ['running'];

/** The picture up to a moment. The whole width is what there was until then. */
export function sketchOf(plan: SketchPlan, picture: Picture, until: Micros): Sketch {
  const lanes = plan.rows.flatMap((root) => picture.lanesBelow(root)).filter(hasSpans);
  const gauges = plan.levels.flatMap((root) => levelsOf(picture, root));
  const begin = Math.min(...lanes.map(firstOf), ...gauges.map((levels) => levels.timeAt(0)), until);
  const { stream } = picture;
  const place = (time: Micros): number =>
    plan.across === 'time' ? time : countUntil(stream.count, (event) => stream.timeAt(event), time);
  const [left, right] = [place(begin), place(until)];
  const across = (time: Micros): number =>
    right === left ? 0 : (place(Math.min(time, until)) - left) / (right - left);
  return {
    rows: lanes.filter((lane) => firstOf(lane) < until).map((lane) => barsOf(lane, until, across)),
    lines: gauges.map((levels) => lineOf(levels, until, across)),
  };
}

function hasSpans({ spans }: Lane): boolean {
  return spans.length > 0;
}

function firstOf({ spans }: Lane): Micros {
  return spans.timeAt(0);
}

function barsOf({ spans, stretches }: Lane, until: Micros, across: (time: Micros) => number): Bar[] {
  const wholes = spans
    .filter(({ start }) => start < until)
    .map(({ start, end, outcome }): Bar => {
      const ended = end !== null && end <= until;
      const kind = ended && BAD.includes(outcome ?? '') ? 'bad' : 'whole';
      return { from: across(start), to: across(end ?? until), kind };
    });
  const busy = stretches
    .filter(({ state, start }) => BUSY.includes(state) && start < until)
    .map(({ start, end }): Bar => ({ from: across(start), to: across(end ?? until), kind: 'busy' }));
  return [...wholes, ...busy];
}

function levelsOf(picture: Picture, root: string): Items<Level>[] {
  const lane = picture.laneLabelled(root);
  return [lane, ...picture.lanesBelow(root)].flatMap((one) => (one?.levels.length ? [one.levels] : []));
}

function lineOf(levels: Items<Level>, until: Micros, across: (time: Micros) => number): Point[] {
  const most = Math.max(levels.last?.peak ?? 0, 1);
  const points = levels
    .filter(({ time }) => time <= until)
    .map(({ time, value }) => ({ at: across(time), level: value / most }));
  const last = points.at(-1);
  return last === undefined ? [] : [...points, { at: 1, level: last.level }];
}
