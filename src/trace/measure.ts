/** Measures: the figures of a scoreboard, which are also the assertions that CI runs. Pure. */
import * as v from 'valibot';

/**
 * Where a figure is read from in a run.
 * - `elapsed`: the run clock, in seconds.
 * - `gauge`: the level of the gauge on the track with this label; `last` or the highest so far (`peak`).
 * - `tally`: the sum of the tally on the track with this label.
 * - `spans`: how many spans were opened, or ended with `outcome`, on tracks below the track labelled `under`.
 */
export const ReadingSchema = v.variant('of', [
  v.strictObject({ of: v.literal('elapsed') }),
  v.strictObject({ of: v.literal('gauge'), track: v.string(), take: v.picklist(['last', 'peak']) }),
  v.strictObject({ of: v.literal('tally'), track: v.string() }),
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
  unit: v.optional(v.picklist(['count', 'seconds']), 'count'),
  read: ReadingSchema,
  /** shown as `value / of`, e.g. tasks done of tasks begun */
  outOf: v.optional(ReadingSchema),
  /** what each side must measure, checked by CI on the real interpreter */
  expect: v.strictObject({ broken: v.optional(BoundSchema), fixed: v.optional(BoundSchema) }),
});
export type Measure = v.InferOutput<typeof MeasureSchema>;
