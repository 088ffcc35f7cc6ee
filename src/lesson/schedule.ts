/** What a lesson says about threads: how they are scheduled at first, and what searching its schedules must find. */
import * as v from 'valibot';
import { BoundSchema, meetsBound } from '../trace/measure.ts';

/** The same names as the runtime's `MODELS` and strategies; a lesson has no recorded decisions to replay. */
const MODELS = ['cpython314', 'before310', 'free-threaded'] as const;
const STRATEGIES = ['realistic', 'round-robin', 'random', 'pct', 'manual'] as const;

const natural = v.pipe(v.number(), v.integer('use a whole number'), v.minValue(0, 'use 0 or more'));
const positive = v.pipe(v.number(), v.integer('use a whole number'), v.minValue(1, 'use 1 or more'));
const expression = v.pipe(v.string(), v.trim(), v.minLength(1, 'write a Python expression'));

/** The most preemptions that an exhaustive search is offered with. */
export const MOST_PREEMPTIONS = 4;
const bound = v.pipe(
  natural,
  v.maxValue(
    MOST_PREEMPTIONS,
    `use at most ${MOST_PREEMPTIONS}: more schedules than that are never finished`,
  ),
);

/** Where an exhaustive search gives up, unless a lesson says otherwise. */
export const MOST_SCHEDULES = 20_000;

/** What the person finds chosen when they open the lesson. */
export const LessonScheduleSchema = v.strictObject({
  model: v.picklist(MODELS),
  strategy: v.picklist(STRATEGIES),
  /** for the strategies that draw by chance */
  seed: v.optional(natural, 0),
  /** a Python expression over the globals of the entry file that must hold when the program has ended */
  check: v.optional(expression),
  /** with at most so many preemptions schedules are searched exhaustively */
  bound: v.optional(bound, 2),
});
export type LessonSchedule = v.InferOutput<typeof LessonScheduleSchema>;

/** What of it a variation changes. */
export const VariedScheduleSchema = v.strictObject({
  model: v.exactOptional(v.picklist(MODELS)),
  strategy: v.exactOptional(v.picklist(STRATEGIES)),
  seed: v.exactOptional(natural),
});

/**
 * Searches that CI runs on one side, and what they must find. Without `model` it is that of the lesson's schedule.
 * `failed` bounds how many schedules failed; `share` bounds their part of those tried, and only where they were drawn
 * by chance: an exhaustive search leaves out what would repeat itself, so its shares say nothing.
 */
export const LessonSearchSchema = v.variant('method', [
  v.strictObject({
    method: v.literal('exhaustive'),
    model: v.optional(v.picklist(MODELS)),
    bound,
    schedules: v.optional(positive, MOST_SCHEDULES),
    expect: v.strictObject({ failed: v.optional(BoundSchema), complete: v.optional(v.boolean()) }),
  }),
  v.strictObject({
    method: v.literal('random'),
    model: v.optional(v.picklist(MODELS)),
    schedules: positive,
    seed: v.optional(natural, 0),
    expect: v.strictObject({ failed: v.optional(BoundSchema), share: v.optional(BoundSchema) }),
  }),
]);
export type LessonSearch = v.InferOutput<typeof LessonSearchSchema>;

const ofSide = v.optional(v.array(LessonSearchSchema), []);
/** The searches of both sides. */
export const SearchesSchema = v.strictObject({ broken: ofSide, fixed: ofSide });

/** What came of a search, as far as a lesson can expect something of it. */
interface Found {
  readonly tried: number;
  readonly failed: number;
  readonly complete: boolean;
}

/** What a lesson expected of a search and did not get, as sentences; empty when all holds. */
export function missedInSearch(search: LessonSearch, { tried, failed, complete }: Found): string[] {
  const missed: string[] = [];
  const hold = (name: string, value: number, limit: string | undefined) => {
    if (limit !== undefined && !meetsBound(value, limit)) missed.push(`${name} is ${value}, not ${limit}`);
  };
  hold('failed', failed, search.expect.failed);
  if (search.method === 'random') hold('share', tried === 0 ? 0 : failed / tried, search.expect.share);
  else if (search.expect.complete !== undefined && search.expect.complete !== complete) {
    missed.push(`complete is ${complete}, not ${search.expect.complete}`);
  }
  if (tried === 0) missed.push('no schedule was tried');
  return missed;
}
