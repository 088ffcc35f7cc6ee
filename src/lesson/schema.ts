/** The shape of a lesson: what the front matter of `lesson.md` must hold, and what the app gets. */
import * as v from 'valibot';
import { BoundSchema, MeasureSchema } from '../trace/measure.ts';
import { LessonScheduleSchema, LessonSearchSchema } from './schedule.ts';

const words = v.pipe(v.string(), v.trim(), v.minLength(1, 'write a few words here'));

const searches = v.optional(v.array(LessonSearchSchema), []);

export const SIDES = ['broken', 'fixed'] as const;
export type SideName = (typeof SIDES)[number];

/** What the front matter says of a variation. */
const VariationFieldsSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/, 'use lower case letters, digits and hyphens')),
  title: words,
  /** whose files it changes, and into which it is loaded */
  side: v.picklist(SIDES),
  /** how it begins, where not as the lesson does */
  entry: v.optional(words),
  /** true makes it a column of the table of entries */
  compared: v.optional(v.boolean(), false),
  /** the exception with which it ends; without it, it runs to its end */
  ends: v.optional(words),
  /** what it must measure, by the id of a measure */
  expect: v.record(v.string(), BoundSchema),
});

/** Front matter of `lesson.md`. Unknown fields are refused, so a misspelt one is found. */
export const FrontMatterSchema = v.strictObject({
  title: words,
  /** one sentence for the card on the home page */
  summary: words,
  /** a word or two for the navigation */
  short: words,
  /** which probes watch the program: names in the register of `src/runtime/python/faultline/probes/` */
  probes: v.pipe(v.array(words), v.minLength(1, 'name at least one probe')),
  /** Python packages that the programs import beside the standard library */
  packages: v.optional(v.array(words), []),
  /** which pictures are drawn: names in the register of `src/views/` */
  views: v.pipe(v.array(words), v.minLength(1, 'name at least one view')),
  /** file run as `__main__` on each side */
  entry: v.optional(words, 'main.py'),
  /** the ways to begin that the page offers: files, `import shop.orders`, `python -m shop.orders` */
  entries: v.optional(v.array(words), []),
  /** other versions of a side, to be loaded into it; their files lie in `variations/<id>/` */
  variations: v.optional(v.array(VariationFieldsSchema), []),
  /** lines to tint at rest, by side: `main.py:7-8` */
  highlight: v.optional(
    v.strictObject({ broken: v.optional(v.array(words)), fixed: v.optional(v.array(words)) }),
  ),
  /** for programs with threads: how they are scheduled; without it threads take turns only where they wait */
  schedule: v.optional(LessonScheduleSchema),
  /** what searching the schedules of each side must find, checked by CI on the real interpreter */
  search: v.optional(v.strictObject({ broken: searches, fixed: searches })),
  /** the exception with which a side ends, where that is the lesson's point; the others run to their end */
  ends: v.optional(v.strictObject({ broken: v.optional(words), fixed: v.optional(words) }), {}),
  measures: v.pipe(v.array(MeasureSchema), v.minLength(1, 'a lesson needs at least one measure')),
  /**
   * How the two sides are judged, from the figures of the run. `compare` is the id of a measure where less is
   * better. The sentences may hold `{ratio}`, `{broken.ID}` and `{fixed.ID}`. `because` is added to `fixedBetter`
   * when the two sides differ in the measure it names, and in the direction that `fixed` names, where it does.
   */
  verdict: v.strictObject({
    compare: words,
    fixedBetter: words,
    brokenBetter: words,
    same: words,
    because: v.optional(
      v.strictObject({ measure: words, fixed: v.optional(v.picklist(['more', 'less'])), words }),
    ),
  }),
});
export type FrontMatter = v.InferOutput<typeof FrontMatterSchema>;

/** A question asked before the person runs anything; `answers` are in the order of the file. */
export interface Question {
  readonly ask: string;
  readonly answers: readonly { readonly text: string; readonly right: boolean; readonly why: string }[];
}

/** Prose as data, so that the page builds elements from it and never from a string of HTML. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong'; readonly children: readonly Inline[] }
  | { readonly kind: 'emphasis'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] }
  /** loads the variation with this id */
  | { readonly kind: 'variation'; readonly id: string; readonly children: readonly Inline[] };
export type Block =
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'quote'; readonly children: readonly Block[] };

/** One step of the lesson: a `## heading` of `lesson.md` and what follows it. */
export interface Step {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly question: Question | null;
}

export interface HighlightedLines {
  readonly file: string;
  readonly from: number;
  readonly to: number;
}

export interface Side {
  readonly files: Readonly<Record<string, string>>;
  readonly entry: string;
  readonly highlight: readonly HighlightedLines[];
}

/** Another version of a side: its own files over the side's. */
export interface Variation extends Omit<v.InferOutput<typeof VariationFieldsSchema>, 'entry'> {
  readonly entry: string;
  readonly files: Readonly<Record<string, string>>;
}

/** A lesson as the app sees it. `id` is the folder's name without its number; `#/id` is its address. */
export interface Lesson extends Omit<FrontMatter, 'entry' | 'highlight' | 'variations'> {
  readonly id: string;
  readonly number: number;
  readonly sides: Readonly<Record<SideName, Side>>;
  readonly variations: readonly Variation[];
  readonly steps: readonly Step[];
}
