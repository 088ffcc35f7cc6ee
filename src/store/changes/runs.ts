/** What becomes of the runs of the open workspace: they begin, grow and end. */
import type { SideName } from '../../lesson/schema.ts';
import {
  endedWith,
  idle,
  noRuns,
  type Begun,
  type End,
  type KeptFrom,
  type Run,
  type Runs,
} from '../runs.ts';
import { change, currentRuns } from '../workspaces.ts';

let lastNumber = 0;

/** Begins a run in phase `waiting`; gives its number. */
export function beginRun(side: SideName, begun: Omit<Begun, 'number'>): number {
  lastNumber += 1;
  put(side, { ...begun, phase: 'waiting', number: lastNumber });
  return lastNumber;
}

/** The run of this number if it is still the side's run and has not ended, else null. */
export function liveRun(
  side: SideName,
  number: number,
): Extract<Run, { phase: 'waiting' | 'running' }> | null {
  const run = currentRuns()[side];
  return (run.phase === 'waiting' || run.phase === 'running') && run.number === number ? run : null;
}

export function markRunning(side: SideName, number: number, since: number): void {
  const run = liveRun(side, number);
  if (run?.phase === 'waiting') put(side, { ...run, phase: 'running', since, seen: 0 });
}

/** Tells the drawing that the trace has grown; call it at most once a frame. */
export function showGrowth(): void {
  for (const side of ['broken', 'fixed'] as const) {
    const run = currentRuns()[side];
    if (run.phase === 'running' && run.seen !== run.trace.count) {
      put(side, { ...run, seen: run.trace.count });
    }
  }
}

export function endRun(side: SideName, number: number, end: End): void {
  const run = liveRun(side, number);
  if (run !== null) put(side, endedWith(run, end));
}

/** Shows a kept run on a side that shows none. */
export function showKeptRun(
  side: SideName,
  { end, ...begun }: Omit<Begun, 'number'> & { readonly end: End },
  kept: KeptFrom,
): void {
  if (currentRuns()[side].phase !== 'idle') return;
  lastNumber += 1;
  put(side, { ...begun, phase: 'ended', number: lastNumber, end, kept });
}

/** Shows the run of a file in the place of whatever a side shows; nothing where the file has none of it. */
export function showRunOfFile(
  side: SideName,
  run: (Omit<Begun, 'number'> & { readonly end: End }) | null,
  at: number | null,
): void {
  clearRun(side);
  if (run !== null) showKeptRun(side, run, { by: 'a file', at });
}

/** Forgets the run of a side. */
export function clearRun(side: SideName): void {
  put(side, idle);
}

/** Forgets the runs of both sides. */
export function clearRuns(): void {
  change(() => ({ runs: noRuns }));
}

function put(side: SideName, run: Run): void {
  change(({ runs }): { runs: Runs } => ({ runs: { ...runs, [side]: run } }));
}
