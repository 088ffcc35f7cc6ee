/** How a program's threads are scheduled, searched and stepped: types and schemas, no behaviour. */
import * as v from 'valibot';
import { labelOf } from '../trace/facts.ts';
import { countedItems, countedList } from './counted.ts';

/**
 * Where one thread may be switched out for another.
 * - `cpython314`: where CPython 3.14 checks its eval breaker: at the start of a function, at a jump back, after a call.
 * - `before310`: between any two bytecodes, as up to CPython 3.9.
 * - `free-threaded`: between any two bytecodes, and threads advance side by side; there is no GIL.
 */
export const MODELS = ['cpython314', 'before310', 'free-threaded'] as const;
export type Model = (typeof MODELS)[number];

const natural = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
const positive = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(Number.MAX_SAFE_INTEGER));
const text = v.pipe(v.string(), v.maxLength(10_000));
/** A name or code, or a fact. */
const label = v.pipe(
  text,
  v.transform((value) => labelOf(value)),
);

/** At this step (switch points passed so far, of all threads) this thread went on. Threads are numbered from 0, main. */
export type Decision = [step: number, thread: number];
export const DecisionsSchema = countedItems<Decision>(isDecision, 200_000);

function isDecision(item: unknown): boolean {
  return Array.isArray(item) && item.length === 2 && isNatural(item[0]) && isNatural(item[1]);
}

function isNatural(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** Who goes on where a switch may happen. */
export const StrategySchema = v.variant('kind', [
  /** every switch interval (`sys.setswitchinterval`, 5 ms at first) on the virtual clock */
  v.object({ kind: v.literal('realistic') }),
  /** to the next thread every so many points */
  v.object({ kind: v.literal('round-robin'), every: v.optional(positive, 50) }),
  /** at each point with this probability, to a thread drawn by chance */
  v.object({
    kind: v.literal('random'),
    seed: v.optional(natural, 0),
    probability: v.optional(v.pipe(v.number(), v.gtValue(0), v.maxValue(1)), 0.05),
  }),
  /** random priorities that change at `depth - 1` points (Burckhardt et al., 2010) */
  v.object({ kind: v.literal('pct'), seed: v.optional(natural, 0), depth: v.optional(positive, 3) }),
  /** as recorded; after the last decision no thread is preempted */
  v.object({ kind: v.literal('replay'), decisions: DecisionsSchema }),
  /** as recorded, and after the last decision the person is asked, but not before the step `from` */
  v.object({
    kind: v.literal('manual'),
    decisions: v.optional(DecisionsSchema, []),
    from: v.exactOptional(natural),
  }),
]);
export type Strategy = v.InferOutput<typeof StrategySchema>;

export const ScheduleSchema = v.object({
  model: v.picklist(MODELS),
  strategy: StrategySchema,
  /** a Python expression over the globals of the entry file; a run after which it is false has failed */
  check: v.optional(v.nullable(text), null),
});
export type Schedule = v.InferOutput<typeof ScheduleSchema>;

/** Tries many schedules of the program, each from fresh modules, instead of one run. */
export const SearchPlanSchema = v.variant('method', [
  /** so many runs of the random walk, with seeds counted up from `seed` */
  v.object({ method: v.literal('random'), schedules: positive, seed: v.optional(natural, 0) }),
  v.object({
    method: v.literal('pct'),
    schedules: positive,
    seed: v.optional(natural, 0),
    depth: v.optional(positive, 3),
  }),
  /** all schedules with at most `bound` preemptions (null: any number), up to `schedules` of them */
  v.object({ method: v.literal('exhaustive'), bound: v.nullable(natural), schedules: positive }),
]);
export type SearchPlan = v.InferOutput<typeof SearchPlanSchema>;

/** One way the program came out, and one schedule that leads there. */
export const OutcomeSchema = v.object({
  kind: v.picklist(['passed', 'failed', 'cut']),
  /** e.g. `counter = 27`, `IndexError: pop from empty list`, or a fact such as a deadlock */
  words: label,
  /** in how many of the schedules tried */
  count: natural,
  preemptions: natural,
  decisions: DecisionsSchema,
});
export type Outcome = v.InferOutput<typeof OutcomeSchema>;

/** What a search has found so far; the last one has `done`. */
export const SearchReportSchema = v.object({
  tried: natural,
  failed: natural,
  /** schedules cut short because they went on for too long */
  cut: natural,
  /** true only at the end, when every schedule within the bound was tried or shown to be like one that was */
  complete: v.boolean(),
  /** schedules that were not run to their end because they would repeat what another had shown */
  pruned: natural,
  /** only at the end, when no branch was left: the first line that did what the search cannot see, so it is not complete */
  unseen: v.nullable(v.object({ file: v.nullable(text), line: natural, source: text })),
  /** the most frequent first; `others` counts schedules whose outcomes are not listed */
  outcomes: countedList(OutcomeSchema, 200),
  others: natural,
  /** of a random search: the first seeds whose schedules failed */
  seeds: v.exactOptional(v.pipe(v.array(natural), v.maxLength(100))),
  /** the failing schedule with the fewest preemptions, shrunk, and how often it failed again when replayed */
  smallest: v.nullable(v.object({ outcome: OutcomeSchema, reproduced: natural, replays: natural })),
  /** real seconds */
  seconds: v.pipe(v.number(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER)),
  done: v.boolean(),
});
export type SearchReport = v.InferOutput<typeof SearchReportSchema>;

const place = v.nullable(v.object({ file: text, line: positive }));

/** Manual stepping: the program stands still and asks who goes on. */
export const QuestionSchema = v.object({
  step: natural,
  /** the thread that ran last; null when it has ended or waits */
  current: v.nullable(natural),
  threads: countedList(
    v.object({
      number: natural,
      name: text,
      state: v.picklist(['ready', 'waiting', 'ended']),
      place,
      /** the next instruction as `dis` names it, e.g. `STORE_GLOBAL counter`; empty where it is not known */
      instruction: text,
      /** what it waits for; empty unless `waiting` */
      waits: label,
    }),
    2000,
  ),
});
export type Question = v.InferOutput<typeof QuestionSchema>;

/** How far the chosen thread goes before the next question. It stops earlier when it waits or ends. */
export const STRIDES = ['instruction', 'line', 'shared'] as const;
export type Stride = (typeof STRIDES)[number];

export interface Choice {
  readonly thread: number;
  readonly stride: Stride;
}

/** What is known at the end of a run that had a schedule. */
export const ScheduledSchema = v.object({
  /** switch points passed, by all threads */
  steps: natural,
  switches: natural,
  preemptions: natural,
  decisions: DecisionsSchema,
  /** the first step at which a replayed decision could not be followed; null when all were */
  strayed: v.nullable(natural),
  /** what the check came to; null without one, and where the program did not get to its end */
  check: v.nullable(v.object({ holds: v.boolean(), words: label })),
  search: v.nullable(SearchReportSchema),
  /** where Python cannot be suspended: in which way the threads ran instead, and what that leaves out; else null */
  fallback: v.nullable(label),
});
export type Scheduled = v.InferOutput<typeof ScheduledSchema>;
