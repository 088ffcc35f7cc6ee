/** The last run of each side: its phase, its trace, and how it ended. Values. */
import type { SideName } from '../lesson/schema.ts';
import type { Ending, Fault, Pace, Program } from '../runtime/protocol.ts';
import type { Schedule, Scheduled } from '../runtime/schedule.ts';
import type { Trace } from '../trace/trace.ts';
import type { Micros } from '../trace/vocabulary.ts';

/** What every run knows from its start. `number` distinguishes runs, so that late words of an old one are ignored. */
export interface Begun {
  readonly number: number;
  readonly program: Program;
  readonly pace: Pace;
  /** how its threads are scheduled; null for a lesson without a schedule */
  readonly schedule: Schedule | null;
  readonly trace: Trace;
}

export interface End {
  readonly ending: Ending;
  /** run clock at the end */
  readonly time: Micros;
  /** what came of the schedule; null without one, and where the run did not live to tell */
  readonly scheduled: Scheduled | null;
  /** what failed of ours without ending the run */
  readonly faults?: readonly Fault[];
}

/** Where a run comes from that this page has not seen live: the browser has kept it, or a file holds it. */
export type KeptFrom =
  /** `at`: when it was kept, in milliseconds since 1970 */
  | { readonly by: 'this tab' | 'another visit'; readonly at: number }
  /** `at`: when the file was written; null where it does not say */
  | { readonly by: 'a file'; readonly at: number | null };

export type Run =
  | { readonly phase: 'idle' }
  /** asked for, until a worker begins it */
  | (Begun & { readonly phase: 'waiting' })
  /** `since`: `performance.now()` when it began; `seen`: how many records the last drawing included */
  | (Begun & { readonly phase: 'running'; readonly since: number; readonly seen: number })
  /** `kept` is absent for a run of this page */
  | (Begun & { readonly phase: 'ended'; readonly end: End; readonly kept?: KeptFrom });

export type Runs = Readonly<Record<SideName, Run>>;

export const idle: Run = { phase: 'idle' };
export const noRuns: Runs = { broken: idle, fixed: idle };

export function isLive(run: Run): boolean {
  return run.phase === 'waiting' || run.phase === 'running';
}

export function anyLive(runs: Runs): boolean {
  return isLive(runs.broken) || isLive(runs.fixed);
}

/** Whether a run is one that a file holds. */
export function isOfFile(run: Run): boolean {
  return run.phase === 'ended' && run.kept?.by === 'a file';
}

/** Whether no side shows a run. */
export function isIdle(runs: Runs): boolean {
  return runs.broken.phase === 'idle' && runs.fixed.phase === 'idle';
}

/** The run as it ended. */
export function endedWith(run: Extract<Run, { trace: Trace }>, end: End): Run {
  const { number, program, pace, schedule, trace } = run;
  return { phase: 'ended', number, program, pace, schedule, trace, end };
}

/** The run as it is when its lesson is left: one that has begun keeps what it has reported. */
export function stoppedRun(run: Run): Run {
  if (!isLive(run)) return run;
  if (run.phase !== 'running') return idle;
  return endedWith(run, {
    ending: { kind: 'stopped' },
    time: run.trace.picture.lastTime,
    scheduled: null,
  });
}
