/** Measures: the figures of a scoreboard, which are also the assertions that CI runs. Pure. */
import * as v from 'valibot';
import { formatBytes, formatDuration, formatFigure } from '../base/format.ts';
import type { Lane } from './lane.ts';
import type { Picture } from './picture.ts';
import { itemsUntil, lastUntil } from './binarySearch.ts';
import { NO_ITEMS } from './noItems.ts';
import type { Micros } from './vocabulary.ts';

/**
 * Where a figure is read from in a run.
 * - `elapsed`: the run clock, in seconds.
 * - `gauge`: the level of the gauge on the track with this label; `last` or the highest so far (`peak`).
 * - `tally`: the sum of the tally on the track with this label.
 * - `longest`: the longest span so far on the tracks below the track labelled `under`, in seconds.
 * - `spans`: how many spans were opened, or ended with `outcome`, on tracks below the track labelled `under`.
 */
export const ReadingSchema = v.variant('of', [
  v.strictObject({ of: v.literal('elapsed') }),
  v.strictObject({ of: v.literal('gauge'), track: v.string(), take: v.picklist(['last', 'peak']) }),
  v.strictObject({ of: v.literal('tally'), track: v.string() }),
  v.strictObject({ of: v.literal('longest'), under: v.string() }),
  v.strictObject({ of: v.literal('spans'), under: v.string(), outcome: v.optional(v.string()) }),
]);
export type Reading = v.InferOutput<typeof ReadingSchema>;

/** `== 10`, `>= 9.7`, `< 1.3`; several joined by `and`. */
const comparison = /^(==|!=|<=|>=|<|>) -?\d+(\.\d+)?( and (==|!=|<=|>=|<|>) -?\d+(\.\d+)?)*$/;
export const BoundSchema = v.pipe(
  v.string(),
  v.regex(comparison, 'write a bound such as "== 10" or ">= 9.7 and <= 10.3"'),
);

export const MeasureSchema = v.strictObject({
  /** short name, used by verdicts and `--json`: lower case, digits and hyphens */
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/, 'use lower case letters, digits and hyphens')),
  /** the words under the figure */
  label: v.pipe(v.string(), v.minLength(1)),
  unit: v.optional(v.picklist(['count', 'seconds', 'bytes']), 'count'),
  read: ReadingSchema,
  /** shown as `value / of`, e.g. tasks done of tasks begun */
  outOf: v.optional(ReadingSchema),
  /** what each side must measure, checked by CI on the real interpreter */
  expect: v.strictObject({ broken: v.optional(BoundSchema), fixed: v.optional(BoundSchema) }),
});
export type Measure = v.InferOutput<typeof MeasureSchema>;

/** What a reading says at a moment of a run. Nothing reported reads 0. `elapsed` is in seconds. */
export function readMeasure(reading: Reading, picture: Picture, moment: Micros): number {
  switch (reading.of) {
    case 'elapsed':
      return moment / 1_000_000;
    case 'gauge': {
      const level = lastUntil(picture.laneLabelled(reading.track)?.levels ?? NO_ITEMS, moment);
      return (reading.take === 'peak' ? level?.peak : level?.value) ?? 0;
    }
    case 'tally':
      return lastUntil(picture.laneLabelled(reading.track)?.totals ?? NO_ITEMS, moment)?.total ?? 0;
    case 'longest':
      return longestSpan(picture.laneLabelled(reading.under)?.lanesBelow ?? [], moment) / 1_000_000;
    case 'spans': {
      const census = picture.laneLabelled(reading.under)?.below;
      const times = reading.outcome === undefined ? census?.opened : census?.ended.get(reading.outcome);
      return times === undefined ? 0 : itemsUntil(times, moment);
    }
  }
}

/** Whether a run has anything to say of a reading: a gauge that it never declared is not the same as one at 0. */
export function isReported(reading: Reading, picture: Picture): boolean {
  return reading.of !== 'gauge' || picture.laneLabelled(reading.track) !== null;
}

/** A figure of a measure as people read it, in the measure's unit. */
export function writeFigure({ unit }: Pick<Measure, 'unit'>, value: number): string {
  switch (unit) {
    case 'seconds':
      return formatDuration(value * 1_000_000);
    case 'bytes':
      return formatBytes(value);
    case 'count':
      return formatFigure(value);
  }
}

function longestSpan(lanes: readonly Lane[], moment: Micros): Micros {
  let longest = 0;
  for (const { spans } of lanes) longest = Math.max(longest, spans.longestBy(moment));
  return longest;
}

/** Whether a value keeps within a bound of the form that `BoundSchema` takes. @throws Error on another form. */
export function meetsBound(value: number, bound: string): boolean {
  if (!comparison.test(bound)) throw new Error(`not a bound: ${bound}`);
  return bound.split(' and ').every((part) => {
    const [operator, limit] = part.split(' ');
    return compare(value, operator ?? '', Number(limit));
  });
}

function compare(value: number, operator: string, limit: number): boolean {
  switch (operator) {
    case '==':
      return value === limit;
    case '!=':
      return value !== limit;
    case '<=':
      return value <= limit;
    case '>=':
      return value >= limit;
    case '<':
      return value < limit;
    case '>':
      return value > limit;
    default:
      return false;
  }
}
