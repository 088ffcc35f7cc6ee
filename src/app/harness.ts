/** The page behind `npm run try`, the contract tests and the benchmarks: the same runtime, driven by a script. */
import * as v from 'valibot';
import { lessonById, lessons } from '../lesson/catalog.ts';
import type { SideName } from '../lesson/schema.ts';
import { messages } from '../messages/en.ts';
import { createRuntime } from '../runtime/host/create.ts';
import type { RunEnd, RunHandle } from '../runtime/host/runtime.ts';
import { DEFAULT_LIMITS, RunRequestSchema, type Pace } from '../runtime/protocol.ts';
import { meetsBound, readMeasure } from '../trace/measure.ts';
import { Trace } from '../trace/trace.ts';
import type { Stream, TraceEvent } from '../trace/vocabulary.ts';

/**
 * What a driving script gets of one run. `delays`: for each batch, ms between its last event and its arrival. The
 * worker's clock and the page's have no common zero, so the fastest message of the run counts as having taken no time.
 */
export interface HarnessRun {
  readonly end: RunEnd;
  readonly stdout: string;
  readonly stderr: string;
  readonly counters: Readonly<Record<string, number>>;
  readonly events: readonly TraceEvent[];
  readonly delays: readonly number[];
}

/** A figure of a lesson as one run showed it. `bound` is null where the lesson expects nothing of this side. */
export interface Measured {
  readonly id: string;
  readonly value: number;
  readonly bound: string | null;
  readonly holds: boolean;
}

/** Called with text as the program writes it. */
type Hear = (text: string, stream: Stream) => void;

const runtime = createRuntime();
const underWay = new Set<RunHandle>();

/**
 * Runs one program. `stopAfter` presses Stop so many milliseconds after its start; `hear` follows its output.
 * Rejects on a malformed request.
 */
async function run(request: unknown, stopAfter?: number, hear?: Hear): Promise<HarnessRun> {
  const { trace, end, delays } = await perform(request, stopAfter, hear);
  const events = Array.from({ length: trace.count }, (_, index) => trace.eventAt(index));
  return {
    end,
    stdout: textOf(trace, 'stdout'),
    stderr: textOf(trace, 'stderr'),
    counters: countersOf(trace),
    events,
    delays,
  };
}

/** Runs one side of a lesson and reads its measures. Rejects when there is no such lesson. */
async function measure(
  lessonId: string,
  sideName: SideName,
  pace: Pace,
): Promise<{ ending: RunEnd['ending']; measured: Measured[] }> {
  const lesson = lessonById(lessonId);
  if (lesson === null) throw new Error(`there is no lesson "${lessonId}"`);
  const { files, entry } = lesson.sides[sideName];
  const { trace, end } = await perform({ program: { files, entry }, probes: lesson.probes, pace });
  const measured = lesson.measures.map(({ id, read, expect }) => {
    const value = readMeasure(read, trace.picture, end.time);
    const bound = expect[sideName] ?? null;
    return { id, value, bound, holds: bound === null || meetsBound(value, bound) };
  });
  return { ending: end.ending, measured };
}

interface Performance {
  readonly trace: Trace;
  readonly end: RunEnd;
  readonly delays: readonly number[];
}

function perform(request: unknown, stopAfter?: number, hear?: Hear): Promise<Performance> {
  const parsed = v.parse(RunRequestSchema, {
    limits: DEFAULT_LIMITS,
    ...v.parse(v.looseObject({}), request),
  });
  const trace = new Trace();
  const delays: number[] = [];
  let began = 0;
  let heard = 0;
  return new Promise((resolve) => {
    const finish = (end: RunEnd): void => {
      underWay.delete(handle);
      const fastest = Math.min(0, ...delays);
      resolve({ trace, end, delays: delays.map((delay) => delay - fastest) });
    };
    const handle = runtime.run(parsed, {
      started() {
        began = performance.now();
        if (stopAfter !== undefined) setTimeout(() => handle.stop(), stopAfter);
      },
      batch(records, strings) {
        const taken = trace.append(records, strings);
        if (!taken.ok) {
          // As on the page: what does not hold ends the run, and what held before stays.
          const reason = messages.errors.unreadableReport(taken.error);
          finish({
            ending: { kind: 'crashed', cause: 'report', reason },
            time: trace.picture.lastTime,
            wall: 0,
          });
          handle.stop();
          return;
        }
        if (began > 0) delays.push(performance.now() - began - trace.picture.lastTime / 1000);
        const { prints } = trace.picture;
        for (; heard < prints.length; heard += 1) {
          const print = prints[heard];
          if (print !== undefined) hear?.(print.text, print.stream);
        }
      },
      ended: finish,
    });
    underWay.add(handle);
  });
}

function textOf(trace: Trace, stream: Stream): string {
  return trace.picture.prints
    .filter((print) => print.stream === stream)
    .map((print) => print.text)
    .join('');
}

function countersOf({ picture }: Trace): Record<string, number> {
  const counters: Record<string, number> = {};
  for (const lane of picture.lanes) {
    const last = lane.levels.at(-1);
    if (last !== undefined) {
      counters[lane.label] = last.value;
      counters[`${lane.label} (peak)`] = last.peak;
    }
    const total = lane.totals.at(-1);
    if (total !== undefined) counters[lane.label] = total.total;
  }
  const all = picture.lastTime;
  counters['tasks'] = readMeasure({ of: 'spans', under: 'tasks' }, picture, all);
  counters['tasks done'] = readMeasure({ of: 'spans', under: 'tasks', outcome: 'done' }, picture, all);
  return counters;
}

const harness = {
  run,
  measure,
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
