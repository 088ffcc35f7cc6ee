/** Fields of the front matter that lessons and their published programs share. */
import * as v from 'valibot';
import { BoundSchema } from '../trace/measure.ts';
import { VariedScheduleSchema } from './schedule.ts';

export const SIDES = ['broken', 'fixed'] as const;
export type SideName = (typeof SIDES)[number];

export const words = v.pipe(v.string(), v.trim(), v.minLength(1, 'write a few words here'));

/** Texts that the output must hold, spaces and line ends included. */
export const printed = v.optional(v.array(v.pipe(v.string(), v.minLength(1, 'write what is printed'))), []);

/** What the front matter says of a variation. */
export const VariationFieldsSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/, 'use lower case letters, digits and hyphens')),
  title: words,
  /** the folder with its files, where another variation or program has the same */
  files: v.optional(words),
  /** whose files it changes, and into which it is loaded */
  side: v.picklist(SIDES),
  /** how it begins, where not as the lesson does */
  entry: v.optional(words),
  /** true makes it a column of the table of entries */
  compared: v.optional(v.boolean(), false),
  /** the exception with which it ends; without it, it runs to its end */
  ends: v.optional(words),
  /** how its threads are scheduled, where not as the lesson says; with it a variation may leave the files as they are */
  schedule: v.optional(VariedScheduleSchema),
  prints: printed,
  /** what it must measure, by the id of a measure */
  expect: v.record(v.string(), BoundSchema),
});
export type VariationFields = v.InferOutput<typeof VariationFieldsSchema>;

/**
 * How the two sides are judged, from the figures of the run. `compare` is the id of a measure where less is
 * better. The sentences may hold `{ratio}`, `{broken.ID}` and `{fixed.ID}`. `because` is added to `fixedBetter`
 * when the two sides differ in the measure it names, and in the direction that `fixed` names, where it does.
 */
export const VerdictSchema = v.strictObject({
  compare: words,
  fixedBetter: words,
  brokenBetter: words,
  same: words,
  because: v.optional(
    v.strictObject({ measure: words, fixed: v.optional(v.picklist(['more', 'less'])), words }),
  ),
});
export type VerdictFields = v.InferOutput<typeof VerdictSchema>;
