/** The page behind `npm run try`, the contract tests and the benchmarks: the same runtime, driven by a script. */
import { lessonById, lessons } from '../lesson/catalog.ts';
import { missedInSearch } from '../lesson/schedule.ts';
import type { Lesson, SideName } from '../lesson/schema.ts';
import { createRuntime } from '../runtime/host/create.ts';
import type { RunEnd, RunHandle } from '../runtime/host/runtime.ts';
import type { Pace } from '../runtime/protocol.ts';
import type { Choice, Question, Scheduled, SearchReport } from '../runtime/schedule.ts';
import { meetsBound, readMeasure } from '../trace/measure.ts';
import type { Trace } from '../trace/trace.ts';
import type { Stream, TraceEvent } from '../trace/vocabulary.ts';
import { countersOf } from './counters.ts';
import { perform, type StopAfter } from './performing.ts';
import { scheduleOfLesson } from './scheduling.ts';

/** What a driving script gets of one run; `delays` and `stopTicks` are as in `Performance`. */
export interface HarnessRun {
  readonly end: Omit<RunEnd, 'scheduled'>;
  /** null for a run without a schedule */
  readonly scheduled: Scheduled | null;
  /** what manual stepping asked */
  readonly questions: readonly Question[];
  readonly stdout: string;
  readonly stderr: string;
  readonly counters: Readonly<Record<string, number>>;
  readonly events: readonly TraceEvent[];
  readonly delays: readonly number[];
  readonly stopTicks: number;
}

/** What a driving script gets of one search. `report` is the last word; null where none came, e.g. on a syntax error. */
export interface HarnessSearch {
  readonly report: SearchReport | null;
  readonly end: Omit<RunEnd, 'scheduled'>;
}

/** A figure of a lesson as one run showed it. `bound` is null where the lesson expects nothing of this side. */
export interface Measured {
  readonly id: string;
  readonly value: number;
  readonly bound: string | null;
  readonly holds: boolean;
}

/** Whose clock a lesson without a schedule is measured on. */
export type Clock = 'as shipped' | 'steady';
const STEADY = { model: 'cpython314', strategy: { kind: 'realistic' }, check: null } as const;

/** How a run ended and what it measured. `ends` is the exception that the lesson says it ends with; null for none. */
export interface Kept {
  readonly ending: RunEnd['ending'];
  readonly ends: string | null;
  readonly measured: readonly Measured[];
}

/** Only the tests' runs follow one another so closely; a person's one run has the machine to itself. */
const inTurn = new URLSearchParams(location.search).has('in-turn');
const runtime = createRuntime(undefined, undefined, inTurn);
const underWay = new Set<RunHandle>();

/**
 * Runs one program. `stopAfter` says when Stop is pressed; `hear` follows its output;
 * `choices` answer the questions of manual stepping in turn, and where they end, Stop is pressed. Rejects on a
 * malformed request, and when a choice is for a thread that cannot go on.
 */
async function run(
  request: unknown,
  stopAfter?: StopAfter,
  hear?: (text: string, stream: Stream) => void,
  choices?: readonly Choice[],
): Promise<HarnessRun> {
  const performed = await perform(runtime, underWay, request, { stopAfter, hear, choices });
  const { trace, delays, stopTicks, questions } = performed;
  const { scheduled, ...end } = performed.end;
  return {
    end,
    scheduled,
    questions,
    stdout: textOf(trace, 'stdout'),
    stderr: textOf(trace, 'stderr'),
    counters: countersOf(trace.picture),
    events: Array.from({ length: trace.count }, (_, index) => trace.eventAt(index)),
    delays,
    stopTicks,
  };
}

/**
 * Carries out a request that has a search; `hear` follows how far it has come, `stopAfter` presses Stop as for a run.
 * Rejects on a malformed request.
 */
async function search(
  request: unknown,
  hear?: (report: SearchReport) => void,
  stopAfter?: StopAfter,
): Promise<HarnessSearch> {
  const performed = await perform(runtime, underWay, request, { progress: hear, stopAfter });
  const { scheduled, ...end } = performed.end;
  return { report: scheduled?.search ?? performed.report, end };
}

/**
 * Runs one side of a lesson, by its schedule, and reads its measures. Without a schedule its clock runs on while Python
 * computes, in fast forward too; `clock` gives it one that only the program's steps and waits move. Rejects when there
 * is no such lesson.
 */
async function measure(lessonId: string, sideName: SideName, pace: Pace, clock: Clock): Promise<Kept> {
  const lesson = lessonCalled(lessonId);
  const bounds = Object.fromEntries(lesson.measures.map(({ id, expect }) => [id, expect[sideName]]));
  return measured(lesson, { ...requestOf(lesson, sideName, clock), pace }, bounds, lesson.ends[sideName]);
}

/** Runs one variation of a lesson and reads its measures. Rejects when there is no such variation. */
async function measureVariation(lessonId: string, variationId: string, clock: Clock): Promise<Kept> {
  const lesson = lessonCalled(lessonId);
  const variation = lesson.variations.find(({ id }) => id === variationId);
  if (variation === undefined) throw new Error(`"${lessonId}" has no variation "${variationId}"`);
  const { side, files, entry, expect, ends } = variation;
  const request = { ...requestOf(lesson, side, clock), program: { files, entry }, pace: 'fast' };
  return await measured(lesson, request, expect, ends);
}

async function measured(
  lesson: Lesson,
  request: unknown,
  bounds: Readonly<Record<string, string | undefined>>,
  ends: string | undefined,
): Promise<Kept> {
  const { trace, end } = await perform(runtime, underWay, request);
  const figures = lesson.measures.map(({ id, read }) => {
    const value = readMeasure(read, trace.picture, end.time);
    const bound = bounds[id] ?? null;
    return { id, value, bound, holds: bound === null || meetsBound(value, bound) };
  });
  return { ending: end.ending, ends: ends ?? null, measured: figures };
}

/**
 * Carries out one of the searches that a lesson promises something of on one side. Gives what it found and what it
 * missed, as sentences. Rejects when there is no such search.
 */
async function searchLesson(
  lessonId: string,
  sideName: SideName,
  index: number,
): Promise<{ report: SearchReport | null; missed: string[] }> {
  const lesson = lessonCalled(lessonId);
  const expected = lesson.search?.[sideName]?.[index];
  if (expected === undefined) throw new Error(`"${lessonId}" has no search ${index} of ${sideName}`);
  const { expect: _bounds, model, ...plan } = expected;
  const { schedule, ...request } = requestOf(lesson, sideName, 'as shipped');
  const asked = {
    ...request,
    pace: 'fast',
    schedule: schedule === null ? null : { ...schedule, model: model ?? schedule.model },
    search: plan,
  };
  const { report } = await search(asked);
  return {
    report,
    missed: report === null ? ['it did not get to search'] : missedInSearch(expected, report),
  };
}

function lessonCalled(id: string): Lesson {
  const lesson = lessonById(id);
  if (lesson === null) throw new Error(`there is no lesson "${id}"`);
  return lesson;
}

/** A side of a lesson as the page asks for it when its reader has changed nothing. */
function requestOf(lesson: Lesson, sideName: SideName, clock: Clock) {
  const { files, entry } = lesson.sides[sideName];
  return {
    program: { files, entry },
    probes: lesson.probes,
    packages: lesson.packages,
    schedule:
      lesson.schedule !== undefined ? scheduleOfLesson(lesson.schedule) : clock === 'steady' ? STEADY : null,
  };
}

function textOf(trace: Trace, stream: Stream): string {
  return trace.picture.prints
    .filter((print) => print.stream === stream)
    .map((print) => print.text)
    .join('');
}

const harness = {
  run,
  search,
  measure,
  measureVariation,
  searchLesson,
  lessons,
  /** Presses Stop for all that is under way. */
  stop: () => underWay.forEach((handle) => handle.stop()),
  wake: () => runtime.wake(),
  status: () => runtime.status,
};
/** What driving scripts find on `window.faultline`. */
export type Harness = typeof harness;
Object.assign(window, { faultline: harness });
runtime.wake();
