/** The shape of the step "As widely published": programs as they circulate, what to write instead, and what is claimed of both. */
import * as v from 'valibot';
import { BoundSchema, MeasureSchema } from '../trace/measure.ts';
import { LessonScheduleSchema, SearchesSchema } from './schedule.ts';
import { printed, SIDES, VariationFieldsSchema, VerdictSchema, words } from './fields.ts';

/** The title of the step that leads to them; the page has the same words. */
export const PUBLISHED_STEP = 'As widely published';

/** What such an article shows of each problem, in its order; also the names of the folders. */
export const PARTS = ['cause', 'diagnosis', 'solution'] as const;
export type Part = (typeof PARTS)[number];

const bothSides = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.strictObject({ broken: v.optional(schema), fixed: v.optional(schema) });
/** `2026-11-22`, with or without quotes: YAML makes no date of it. */
const day = v.pipe(v.string(), v.check(isDay, 'write a date such as 2026-11-22'));

/** A sentence about a run, said only of a run for which all of its conditions hold. */
const HappeningFieldsSchema = v.strictObject({
  side: v.optional(v.picklist(SIDES), 'broken'),
  /** bounds by the id of a measure */
  measures: v.optional(v.record(v.string(), BoundSchema), {}),
  /** the output contains these */
  prints: printed,
  /** the exception that ended the program */
  ends: v.optional(words),
  /** inline Markdown; `{id}` stands for a figure of that run */
  words,
});

/** Measured elsewhere: on which day, on what machine, and what came out. */
const ElsewhereSchema = v.strictObject({
  measured: day,
  where: words,
  rows: v.pipe(
    v.array(v.strictObject({ on: words, what: words })),
    v.minLength(1, 'list at least one version'),
  ),
});
export type Elsewhere = v.InferOutput<typeof ElsewhereSchema>;

/** What the front matter says of one part. Programs lie in `published/<part>/` and `published/<instead>/`. */
export const PublishedFieldsSchema = v.strictObject({
  part: v.picklist(PARTS),
  title: words,
  /** the folder of what to write instead: it runs on the other side */
  instead: v.pipe(v.string(), v.regex(/^instead-[a-z0-9-]+$/, 'name a folder such as instead-gather')),
  /** the file that is run, where not as the lesson does */
  entry: v.optional(words),
  /** lines tinted at rest, by side */
  highlight: v.optional(bothSides(v.array(words)), {}),
  /** the ways to begin that the page offers, and the exception with which each side ends then, if it does */
  begins: v.optional(
    v.array(v.strictObject({ entry: words, broken: v.optional(words), fixed: v.optional(words) })),
    [],
  ),
  variations: v.optional(v.array(VariationFieldsSchema), []),
  schedule: v.optional(LessonScheduleSchema),
  search: v.optional(SearchesSchema),
  /** figures that the lesson does not have */
  measures: v.optional(v.array(MeasureSchema), []),
  /** figures of the lesson that are shown here, and what each side measures */
  expect: v.optional(v.record(v.string(), bothSides(BoundSchema)), {}),
  /** what each side prints, among other things */
  prints: v.optional(v.strictObject({ broken: printed, fixed: printed }), { broken: [], fixed: [] }),
  ends: v.optional(bothSides(words), {}),
  verdict: v.optional(VerdictSchema),
  said: words,
  happens: v.pipe(v.array(HappeningFieldsSchema), v.minLength(1, 'say what happens')),
  elsewhere: v.pipe(v.array(ElsewhereSchema), v.minLength(1, 'say what other versions do')),
  why: words,
  better: words,
});
export type PublishedFields = v.InferOutput<typeof PublishedFieldsSchema>;

/** Whether a text is a day that there is: the 31st of February is not one. */
function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${text}T`);
}
