/** Kept results: searches, the table of entries and the steps by hand of a lesson as a plain value, and back. Pure. */
import * as v from 'valibot';
import { FILE_PATH } from '../base/filePath.ts';
import { countedList } from '../runtime/counted.ts';
import { EndingSchema, ProgramSchema } from '../runtime/protocol.ts';
import { QuestionSchema, ScheduleSchema, SearchPlanSchema, SearchReportSchema } from '../runtime/schedule.ts';
import { withTexts } from '../share/tracedRun.ts';
import type { Search, Searches } from '../store/searches.ts';
import type { Stepping, Steps } from '../store/stepping.ts';
import type { Trials } from '../store/trials.ts';
import type { Workspace } from '../store/workspace.ts';

/** What is more than this as JSON is not kept. Characters. */
const MOST_TEXT = 2_000_000;

const text = v.pipe(v.string(), v.maxLength(1_000));
const natural = v.pipe(v.number(), v.integer(), v.minValue(0));

const KeptSearchSchema = v.nullable(
  v.object({
    program: ProgramSchema,
    schedule: ScheduleSchema,
    plan: SearchPlanSchema,
    report: v.nullable(SearchReportSchema),
    ending: EndingSchema,
  }),
);
const KeptTableSchema = v.nullable(
  v.object({
    entries: v.pipe(v.array(text), v.maxLength(100)),
    versions: countedList(
      v.object({
        id: text,
        title: text,
        side: v.picklist(['broken', 'fixed']),
        files: v.record(v.pipe(v.string(), v.regex(FILE_PATH)), v.string()),
      }),
      100,
    ),
    cells: v.record(text, v.object({ phase: v.literal('ended'), ending: EndingSchema })),
  }),
);
const KeptStepsSchema = v.nullable(
  countedList(v.object({ question: QuestionSchema, thread: natural }), 10_000),
);

/** Null for what there is none of. Labels are texts, as they are on their way from the interpreter. */
export const KeptResultsSchema = v.object({
  searches: v.object({ broken: KeptSearchSchema, fixed: KeptSearchSchema }),
  table: KeptTableSchema,
  steps: v.object({ broken: KeptStepsSchema, fixed: KeptStepsSchema }),
});
type KeptResults = v.InferOutput<typeof KeptResultsSchema>;

/** What results are read from. */
export type Shown = Pick<Workspace, 'searches' | 'trials' | 'stepping'>;

/** What is to be kept of them; null while a search or a table is still on its way. */
export function keptResultsOf({ searches, trials, stepping }: Shown): unknown {
  if (trials.trying || Object.values(searches).some(({ phase }) => phase === 'searching')) return null;
  return {
    searches: { broken: ofSearch(searches.broken), fixed: ofSearch(searches.fixed) },
    table: ofTable(trials),
    steps: { broken: ofSteps(stepping.broken), fixed: ofSteps(stepping.fixed) },
  };
}

function ofSearch(search: Search): unknown {
  if (search.phase !== 'ended') return null;
  const { program, schedule, plan, report, ending } = search;
  return small({ program, schedule, plan, report, ending });
}

function ofTable({ table }: Trials): unknown {
  if (table === null) return null;
  const { number: _, ...shown } = table;
  return small(shown);
}

function ofSteps(steps: Steps | null): unknown {
  return steps === null || steps.made.length === 0 ? null : small(steps.made);
}

function small(value: unknown): unknown {
  const kept = withTexts(value);
  return JSON.stringify(kept).length > MOST_TEXT ? null : kept;
}

/** The results to be shown again, by the numbers that tell searches and tables of this page apart. */
export function shownAgain(kept: KeptResults, number: number, stepping: Stepping): Shown {
  const search = (one: KeptResults['searches']['broken']): Search =>
    one === null ? { phase: 'none' } : { ...one, phase: 'ended', number };
  const steps = (made: KeptResults['steps']['broken']): Steps | null =>
    made && { question: null, open: false, made };
  const searches: Searches = { broken: search(kept.searches.broken), fixed: search(kept.searches.fixed) };
  return {
    searches,
    trials: { table: kept.table && { ...kept.table, number }, trying: false },
    stepping: { ...stepping, broken: steps(kept.steps.broken), fixed: steps(kept.steps.fixed) },
  };
}
