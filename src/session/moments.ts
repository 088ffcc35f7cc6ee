/** Times of the shared axis: how far each side has got, where the axis ends, how fast to play. Pure. */
import { SIDES } from '../lesson/schema.ts';
import { anyLive } from '../store/runs.ts';
import type { Run, Runs } from '../store/runs.ts';
import type { Trace } from '../trace/trace.ts';
import type { Micros } from '../trace/vocabulary.ts';

/** While something runs the axis is at least this long, so that the first instants do not fill it. */
const SHORTEST_LIVE: Micros = 50_000;
/** Playing takes at least this long, however short the run was. */
const SHORTEST_PLAY: Micros = 2_000_000;
const STRETCHED_PLAY: Micros = 4_000_000;
/** And at most this long, however long a virtual clock ran. */
const LONGEST_PLAY: Micros = 30_000_000;

/** How far a side has got: run clock now, or at its end. `clock` is `performance.now()`, milliseconds. */
function nowOf(run: Run, clock: number): Micros {
  switch (run.phase) {
    case 'idle':
    case 'waiting':
      return 0;
    case 'running': {
      const reported = run.trace.picture.lastTime;
      return run.pace === 'fast' ? reported : Math.max(reported, (clock - run.since) * 1000);
    }
    case 'ended':
      return run.end.time;
  }
}

/** The right end of the axis that both sides share: the later of the two. Zero when nothing has run. */
export function horizonOf(runs: Runs, clock: number): Micros {
  const later = Math.max(nowOf(runs.broken, clock), nowOf(runs.fixed, clock));
  // Under a schedule nothing moves by itself: the axis is the order of events, and a person who steps sees its time.
  const moving = SIDES.some((side) => runs[side].phase === 'running' && !isScheduled(runs[side]));
  return moving ? Math.max(later, SHORTEST_LIVE) : later;
}

/** Whether the times of a run are those of a virtual clock. */
export function isVirtual(run: Run): boolean {
  return run.phase !== 'idle' && run.pace === 'fast';
}

/** Whether the threads of a run were scheduled by us; then its clock is virtual whatever the pace. */
export function isScheduled(run: Run): boolean {
  return run.phase !== 'idle' && run.schedule !== null;
}

/** Whether there is anything to play back: a run has ended and none is under way. */
export function canPlay(runs: Runs): boolean {
  return !anyLive(runs) && SIDES.some((side) => runs[side].phase === 'ended');
}

/** The moment a side is looked at: the playhead, but never past what the side has lived through. */
export function momentOf(run: Run, at: Micros | 'live', clock: number): Micros {
  const now = nowOf(run, clock);
  return at === 'live' ? now : Math.min(at, now);
}

/** The same, by events alone: while running, the last one reported. For what changes only with events. */
export function reportedMoment(run: Run, at: Micros | 'live'): Micros {
  if (run.phase === 'running') return run.trace.picture.lastTime;
  return momentOf(run, at, 0);
}

/** Microseconds of the run a microsecond of playing: 1 is real time, below 1 slower, above 1 faster. */
export function playRate(horizon: Micros): number {
  if (horizon <= 0) return 1;
  if (horizon < SHORTEST_PLAY) return horizon / STRETCHED_PLAY;
  return Math.max(1, horizon / LONGEST_PLAY);
}

/** The next event after a moment on either side, or null when there is none. */
export function nextMoment(runs: Runs, after: Micros): Micros | null {
  const times = tracesOf(runs).map((trace) => trace.nextEventTime(after) ?? Infinity);
  return finite(Math.min(...times));
}

/** The last event before a moment on either side, or null when there is none. */
export function previousMoment(runs: Runs, before: Micros): Micros | null {
  const times = tracesOf(runs).map((trace) => trace.previousEventTime(before) ?? -Infinity);
  return finite(Math.max(...times));
}

function tracesOf(runs: Runs): readonly Trace[] {
  return SIDES.flatMap((side) => {
    const run = runs[side];
    return run.phase === 'idle' ? [] : [run.trace];
  });
}

function finite(time: number): Micros | null {
  return Number.isFinite(time) ? time : null;
}
