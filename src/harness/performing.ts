/** One run on behalf of a script: performed to its end, followed on the way, its questions answered from a list. */
import * as v from 'valibot';
import { messages } from '../messages/en.ts';
import type { RunEnd, RunHandle, Runtime } from '../runtime/host/runtime.ts';
import { DEFAULT_LIMITS, RunRequestSchema } from '../runtime/protocol.ts';
import type { Choice, Question, SearchReport } from '../runtime/schedule.ts';
import { Trace } from '../trace/trace.ts';
import type { Stream } from '../trace/vocabulary.ts';

const TICK_MS = 10;

/** When Stop is pressed: so many milliseconds after the start, or after the program first wrote something. */
export type StopAfter = number | { readonly output: number };

/** What a script may do with a run under way. */
export interface Follow {
  readonly stopAfter?: StopAfter | undefined;
  /** called with text as the program writes it */
  readonly onOutput?: ((text: string, stream: Stream) => void) | undefined;
  /** called with each batch, in the wire form, once it has been found to hold */
  readonly onBatch?: ((records: Int32Array, strings: readonly string[]) => void) | undefined;
  /** called with how far a search has come */
  readonly progress?: ((report: SearchReport) => void) | undefined;
  /** answers to the questions of manual stepping, in turn; the one after the last is answered by Stop */
  readonly choices?: readonly Choice[] | undefined;
}

export interface Performance {
  readonly trace: Trace;
  readonly end: RunEnd;
  /**
   * For each batch, ms between its last event and its arrival. The worker's clock and the page's have no common zero,
   * so the fastest message of the run counts as having taken no time.
   */
  readonly delays: readonly number[];
  /**
   * How often a timer of ten milliseconds went off between Stop and the end. A machine that is busy lets the timer wait
   * as long as it does everything else, so this is comparable where milliseconds are not. 0 without Stop.
   */
  readonly stopTicks: number;
  readonly questions: readonly Question[];
  /** the last report of a search */
  readonly report: SearchReport | null;
}

/**
 * Performs a request, of which limits, schedule and search may be left out. Rejects on a malformed one, and when a
 * choice is for a thread that cannot go on. `underWay` holds the run's handle for as long as it lasts.
 */
export function perform(
  runtime: Pick<Runtime, 'run'>,
  underWay: Set<RunHandle>,
  request: unknown,
  { stopAfter, onOutput, onBatch, progress, choices = [] }: Follow = {},
): Promise<Performance> {
  const parsed = v.parse(RunRequestSchema, {
    limits: DEFAULT_LIMITS,
    ...v.parse(v.looseObject({}), request),
  });
  const trace = new Trace();
  const delays: number[] = [];
  const questions: Question[] = [];
  let report: SearchReport | null = null;
  let began = 0;
  let received = 0;
  let stopTicks = 0;
  let ticking: ReturnType<typeof setInterval> | undefined;
  return new Promise((resolve, reject) => {
    const stopIn = (wait: number): void => {
      setTimeout(() => {
        ticking ??= setInterval(() => (stopTicks += 1), TICK_MS);
        handle.stop();
      }, wait);
    };
    const finish = (end: RunEnd): void => {
      clearInterval(ticking);
      underWay.delete(handle);
      const fastest = delays.reduce((least, delay) => Math.min(least, delay), 0);
      resolve({ trace, end, delays: delays.map((delay) => delay - fastest), stopTicks, questions, report });
    };
    const handle = runtime.run(parsed, {
      started() {
        began = performance.now();
        if (typeof stopAfter === 'number') stopIn(stopAfter);
      },
      batch(records, strings) {
        const taken = trace.append(records, strings);
        if (!taken.ok) {
          // As on the page: what does not hold ends the run, and what held before stays.
          finish(unreadable(taken.error, trace));
          handle.stop();
          return;
        }
        onBatch?.(records, strings);
        if (began > 0) delays.push(performance.now() - began - trace.picture.lastTime / 1000);
        const { prints } = trace.picture;
        if (received === 0 && prints.length > 0 && typeof stopAfter === 'object') stopIn(stopAfter.output);
        for (; received < prints.length; received += 1) {
          const print = prints.at(received);
          if (print !== undefined) onOutput?.(print.text, print.stream);
        }
      },
      searched(latest) {
        report = latest;
        progress?.(latest);
      },
      asked(question) {
        const choice = choices[questions.length];
        questions.push(question);
        if (choice !== undefined && canGoOn(question, choice)) {
          handle.choose(choice);
          return;
        }
        if (choice !== undefined) {
          reject(new Error(`at step ${question.step} thread ${choice.thread} cannot go on`));
        }
        handle.stop();
      },
      ended: finish,
    });
    underWay.add(handle);
  });
}

function canGoOn(question: Question, { thread }: Choice): boolean {
  return question.threads.some(({ number, state }) => number === thread && state === 'ready');
}

function unreadable(error: string, trace: Trace): RunEnd {
  return {
    ending: { kind: 'crashed', cause: 'report', reason: messages.errors.unreadableReport(error) },
    time: trace.picture.lastTime,
    wall: 0,
    scheduled: null,
  };
}
