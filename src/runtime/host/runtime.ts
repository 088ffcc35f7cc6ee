/** The runtime as the app sees it: its status, and how to start a run. An interface, so that a recording can stand in. */
import type { Abilities, Ending, Fault, RehearsalPlan, RunRequest } from '../protocol.ts';
import type { Choice, Question, Scheduled, SearchReport } from '../schedule.ts';

export type RuntimeStatus =
  /** nothing asked for yet */
  | { readonly kind: 'asleep' }
  /** the Python image is on its way; bytes as they travel */
  | { readonly kind: 'fetching'; readonly loaded: number; readonly total: number }
  | { readonly kind: 'booting' }
  | { readonly kind: 'ready'; readonly abilities: Abilities }
  /** Python itself is here, and these packages are not; `retry()` tries again, and so does `wake()` for others */
  | {
      readonly kind: 'failed';
      readonly reason: 'package';
      readonly packages: readonly string[];
      readonly detail: string;
    }
  /** `file` could not be had, or Python did not start; `detail` is for whoever reports it; `retry()` tries again */
  | {
      readonly kind: 'failed';
      readonly reason: 'download' | 'boot';
      readonly file: string | null;
      readonly detail: string;
    };

/** What the page knows of a run before somebody asks for it. */
export interface ExpectedRun extends RehearsalPlan {
  readonly packages: readonly string[];
}

export interface RunEnd {
  readonly ending: Ending;
  /** run clock at the end, microseconds */
  readonly time: number;
  /** real time the run took, microseconds */
  readonly wall: number;
  /** null for a run without a schedule, and for one whose worker did not live to tell */
  readonly scheduled: Scheduled | null;
  /** what failed of ours without ending the run; left out where nothing can be known of it */
  readonly faults?: readonly Fault[];
}

/** Told what a run reports, in order: `started` once, batches, reports and questions, then `ended` exactly once. */
export interface RunListener {
  started(): void;
  batch(records: Int32Array, strings: readonly string[]): void;
  /** How far a search has come; only of a run with `search`. */
  searched?(report: SearchReport): void;
  /** The program stands still until `choose` or `stop`; only of a run with the manual strategy. */
  asked?(question: Question): void;
  ended(end: RunEnd): void;
}

export interface RunHandle {
  /** Ends the run within a second, keeping what it has reported. Calling it twice is harmless. */
  stop(): void;
  /** Answers the question that is open. Ignored when none is, and for a thread that cannot go on. */
  choose(choice: Choice): void;
}

export interface Runtime {
  readonly status: RuntimeStatus;
  /** Calls back on every change of `status`; returns how to stop listening. */
  subscribe(listener: () => void): () => void;
  /** Fetches Python and boots at leisure, and warms up for such a run; harmless when already under way. */
  wake(expected?: ExpectedRun): void;
  /** After `failed`: tries again. */
  retry(): void;
  /** Starts a run as soon as a worker is warm. One worker serves one run. */
  run(request: RunRequest, listener: RunListener): RunHandle;
  /** Starts at once what has been asked for, and not when the task of the page is over: drawing comes before that. */
  drain(): void;
}
