/** The runtime as scripts drive it: run one program, search its schedules, press Stop. */
import { createRuntime } from '../runtime/host/create.ts';
import type { RehearsalPlan } from '../runtime/protocol.ts';
import type { RunEnd, RunHandle } from '../runtime/host/runtime.ts';
import type { Choice, Question, Scheduled, SearchReport } from '../runtime/schedule.ts';
import type { Trace } from '../trace/trace.ts';
import type { Stream, TraceEvent } from '../trace/vocabulary.ts';
import { countersOf } from './counters.ts';
import { eventsInWords, inWords, type InWords } from './inWords.ts';
import { perform, type Follow, type Performance, type StopAfter } from './performing.ts';

/** What a driving script gets of one run; `delays` and `stopTicks` are as in `Performance`. */
export interface HarnessRun {
  readonly end: InWords<Omit<RunEnd, 'scheduled'>>;
  /** null for a run without a schedule */
  readonly scheduled: InWords<Scheduled> | null;
  /** what manual stepping asked */
  readonly questions: readonly InWords<Question>[];
  readonly stdout: string;
  readonly stderr: string;
  readonly counters: Readonly<Record<string, number>>;
  readonly events: readonly InWords<TraceEvent>[];
  readonly delays: readonly number[];
  readonly stopTicks: number;
}

/** What a driving script gets of one search. `report` is the last word; null where none came, e.g. on a syntax error. */
export interface HarnessSearch {
  readonly report: InWords<SearchReport> | null;
  readonly end: InWords<Omit<RunEnd, 'scheduled'>>;
}

/** Only the tests' runs follow one another so closely; a person's one run has the machine to itself. */
const inTurn = new URLSearchParams(location.search).has('in-turn');
const runtime = createRuntime(undefined, undefined, inTurn);
const underWay = new Set<RunHandle>();

/**
 * Runs one program. `stopAfter` says when Stop is pressed; `onOutput` follows its output;
 * `choices` answer the questions of manual stepping in turn, and where they end, Stop is pressed. Rejects on a
 * malformed request, and when a choice is for a thread that cannot go on.
 */
async function run(
  request: unknown,
  stopAfter?: StopAfter,
  onOutput?: (text: string, stream: Stream) => void,
  choices?: readonly Choice[],
): Promise<HarnessRun> {
  const performed = await perform(runtime, underWay, request, { stopAfter, onOutput, choices });
  const { trace, delays, stopTicks, questions } = performed;
  const { scheduled, ...end } = performed.end;
  return {
    end: inWords(end),
    scheduled: inWords(scheduled),
    questions: inWords(questions),
    stdout: textOf(trace, 'stdout'),
    stderr: textOf(trace, 'stderr'),
    counters: countersOf(trace.picture),
    events: eventsInWords(Array.from({ length: trace.count }, (_, index) => trace.eventAt(index))),
    delays,
    stopTicks,
  };
}

/**
 * Carries out a request that has a search; `onReport` follows how far it has come, `stopAfter` presses Stop as for a run.
 * Rejects on a malformed request.
 */
async function search(
  request: unknown,
  onReport?: (report: InWords<SearchReport>) => void,
  stopAfter?: StopAfter,
): Promise<HarnessSearch> {
  const performed = await perform(runtime, underWay, request, {
    progress: onReport && ((report) => onReport(inWords(report))),
    stopAfter,
  });
  const { scheduled, ...end } = performed.end;
  return { report: inWords(scheduled?.search ?? performed.report), end: inWords(end) };
}

function textOf(trace: Trace, stream: Stream): string {
  return trace.picture.prints
    .filter((print) => print.stream === stream)
    .map((print) => print.text)
    .join('');
}

/** Performs a request whose whole trace is wanted; `onBatch` follows what is reported. Rejects on a malformed request. */
export function performWhole(request: unknown, onBatch?: Follow['onBatch']): Promise<Performance> {
  return perform(runtime, underWay, request, { onBatch });
}

/** What the pages for scripts have in common. */
export const driven = {
  run,
  search,
  /** Presses Stop for all that is under way. */
  stop: () => underWay.forEach((handle) => handle.stop()),
  wake: () => runtime.wake(),
  /** Has the worker that is taken next rehearse such a run; returns whether one waits. */
  rehearse: (plan: RehearsalPlan) => runtime.rehearse(plan),
  status: () => runtime.status,
};
