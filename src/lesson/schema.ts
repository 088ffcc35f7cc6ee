/** The shape of a lesson: what the front matter of `lesson.md` must hold, and what the app gets. */
import * as v from 'valibot';
import { MeasureSchema } from '../trace/measure.ts';
import { SIDES, VariationFieldsSchema, VerdictSchema, words, type SideName } from './fields.ts';
import type { VariationFields, VerdictFields } from './fields.ts';
import type { Recording } from './recording.ts';
import { PublishedFieldsSchema, type Elsewhere, type Part } from './published.ts';
import { LessonScheduleSchema, SearchesSchema } from './schedule.ts';

export { SIDES, type SideName };

/** Front matter of `lesson.md`. Unknown fields are refused, so a misspelt one is found. */
export const FrontMatterSchema = v.strictObject({
  title: words,
  /** one sentence for the card on the home page */
  summary: words,
  /** a word or two for the navigation */
  short: words,
  /** which part of the recording is the picture of the card: one that answers none of the lesson's questions */
  card: v.optional(
    v.strictObject({
      side: v.picklist(SIDES),
      /** the share of its events after which the picture stops; all of them unless you say otherwise */
      until: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 1),
    }),
  ),
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
  search: v.optional(SearchesSchema),
  /** the exception with which a side ends, where that is the lesson's point; the others run to their end */
  ends: v.optional(v.strictObject({ broken: v.optional(words), fixed: v.optional(words) }), {}),
  measures: v.pipe(v.array(MeasureSchema), v.minLength(1, 'a lesson needs at least one measure')),
  /** how the two sides are judged, from the figures of the run */
  verdict: VerdictSchema,
  /** the programs of the step "As widely published"; their files lie in `published/` */
  published: v.optional(v.array(PublishedFieldsSchema), []),
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

/** What a teacher wants to know at a step: how long it takes, and what to ask, to expect and to do. */
export interface StepNotes {
  readonly minutes: number;
  readonly blocks: readonly Block[];
}

/** The teacher's notes of a lesson, one for each step in their order, and one for what is widely published; null where there are none. */
export type LessonNotes = readonly (StepNotes | null)[];

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
export interface Variation extends Omit<VariationFields, 'entry' | 'files'> {
  readonly entry: string;
  readonly files: Readonly<Record<string, string>>;
}

/** A lesson as the app sees it. `id` is the folder's name without its number; `#/id` is its address. */
export interface Lesson
  extends Omit<FrontMatter, 'entry' | 'highlight' | 'variations' | 'verdict' | 'published'> {
  readonly id: string;
  readonly number: number;
  readonly sides: Readonly<Record<SideName, Side>>;
  readonly variations: readonly Variation[];
  readonly steps: readonly Step[];
  /** absent where no figure tells which side is better: then both endings are shown */
  readonly verdict?: VerdictFields | undefined;
  /** in the order cause, diagnosis, solution; empty where the lesson has none */
  readonly published: readonly Published[];
}

/** A lesson as it is read: the page gets notes and recording apart from it, only where they are shown. */
export interface WholeLesson extends Lesson {
  /** empty where the lesson has no `notes.md` */
  readonly notes: LessonNotes;
  /** of these very programs; null where there is none */
  readonly recording: Recording | null;
}

/** A sentence about a run of one side; it is said only where all that it rests on holds for that run. */
export interface Happening {
  readonly side: SideName;
  /** bounds by the id of a measure */
  readonly measures: Readonly<Record<string, string>>;
  /** texts in what the program printed */
  readonly prints: readonly string[];
  /** the exception that ended it */
  readonly ends: string | null;
  /** `{id}` in its texts stands for a figure of the run */
  readonly words: readonly Inline[];
}

/**
 * A program as it is widely published, beside what to write instead. It has a workspace of its own, like a lesson: what was
 * published is its broken side. `id` is `asyncio.cause`, `#/asyncio/published/cause` its address; it has no steps.
 */
export interface Published extends Lesson {
  readonly part: Part;
  /** id of the lesson to which it belongs */
  readonly within: string;
  readonly said: readonly Block[];
  readonly happens: readonly Happening[];
  readonly elsewhere: readonly Elsewhere[];
  readonly why: readonly Block[];
  readonly better: readonly Block[];
  /** what each side prints, among other things */
  readonly prints: Readonly<Record<SideName, readonly string[]>>;
  /** how each way to begin ends: an exception, or null where the side runs to its end */
  readonly begins: readonly {
    readonly entry: string;
    readonly ends: Readonly<Record<SideName, string | null>>;
  }[];
}

export function isPublished(lesson: Lesson): lesson is Published {
  return 'part' in lesson;
}
