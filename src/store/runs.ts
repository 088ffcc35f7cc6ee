/** The last run of each side: its phase, its trace, and how it ended. Lives only in memory. */
import { create } from 'zustand';
import type { SideName } from '../lesson/schema.ts';
import type { Ending, Fault, Pace, Program } from '../runtime/protocol.ts';
import type { Schedule, Scheduled } from '../runtime/schedule.ts';
import type { Trace } from '../trace/trace.ts';
import type { Micros } from '../trace/vocabulary.ts';

/** What every run knows from its start. `number` tells runs apart, so that late words of an old one are ignored. */
interface Begun {
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

export type Run =
  | { readonly phase: 'idle' }
  /** asked for, until a worker begins it */
  | (Begun & { readonly phase: 'waiting' })
  /** `since`: `performance.now()` when it began; `seen`: how many records the last drawing was told of */
  | (Begun & { readonly phase: 'running'; readonly since: number; readonly seen: number })
  | (Begun & { readonly phase: 'ended'; readonly end: End });

export type Runs = Readonly<Record<SideName, Run>>;

const idle: Run = { phase: 'idle' };

export const useRuns = create<Runs>()(() => ({ broken: idle, fixed: idle }));

let lastNumber = 0;

/** Begins a run in phase `waiting`; gives its number. */
export function beginRun(side: SideName, begun: Omit<Begun, 'number'>): number {
  lastNumber += 1;
  useRuns.setState({ [side]: { ...begun, phase: 'waiting', number: lastNumber } });
  return lastNumber;
}

/** The run of this number if it is still the side's run and has not ended, else null. */
export function liveRun(
  side: SideName,
  number: number,
): Extract<Run, { phase: 'waiting' | 'running' }> | null {
  const run = useRuns.getState()[side];
  return (run.phase === 'waiting' || run.phase === 'running') && run.number === number ? run : null;
}

export function markRunning(side: SideName, number: number, since: number): void {
  const run = liveRun(side, number);
  if (run?.phase === 'waiting') useRuns.setState({ [side]: { ...run, phase: 'running', since, seen: 0 } });
}

/** Tells the drawing that the trace has grown; call it at most once a frame. */
export function showGrowth(): void {
  const runs = useRuns.getState();
  for (const side of ['broken', 'fixed'] as const) {
    const run = runs[side];
    if (run.phase === 'running' && run.seen !== run.trace.count) {
      useRuns.setState({ [side]: { ...run, seen: run.trace.count } });
    }
  }
}

export function endRun(side: SideName, number: number, end: End): void {
  const run = liveRun(side, number);
  if (run === null) return;
  const { program, pace, schedule, trace } = run;
  useRuns.setState({ [side]: { phase: 'ended', number, program, pace, schedule, trace, end } });
}

/** Forgets the run of a side. */
export function clearRun(side: SideName): void {
  useRuns.setState({ [side]: idle });
}

/** Puts runs back as they were, for Undo. */
export function restoreRuns(runs: Runs): void {
  useRuns.setState(runs);
}

export function isLive(run: Run): boolean {
  return run.phase === 'waiting' || run.phase === 'running';
}
