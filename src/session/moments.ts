/** The axis that both sides share: how far each has got, where it begins and ends, how fast to play. Pure. */
import { SIDES } from '../lesson/schema.ts';
import { anyLive } from '../store/runs.ts';
import type { Run, Runs } from '../store/runs.ts';
import { changesUntil, startOfTime, type Axis, type Changes, type Position } from '../trace/axis.ts';
import type { Picture } from '../trace/picture.ts';
import type { Micros } from '../trace/vocabulary.ts';

/** While something runs the axis is at least this long, so that the first instants do not fill it. */
const SHORTEST_LIVE: Micros = 50_000;
/** Playing takes at least this long, however short the run was. */
const SHORTEST_PLAY: Micros = 2_000_000;
const STRETCHED_PLAY: Micros = 4_000_000;
/** And at most this long, however long a virtual clock ran. */
const LONGEST_PLAY: Micros = 30_000_000;
/** In the order of what happened each change has so long, if all of it does not take too long then. */
const CHANGE_PLAY: Micros = 600_000;

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

/** The later of the two times that the sides have got to. Zero when nothing has run. */
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
export function momentOf(run: Run, at: Position | 'live', clock: number, axis: Axis): Micros {
  const now = nowOf(run, clock);
  if (at === 'live' || run.phase === 'idle') return now;
  if (axis.kind === 'clock') return Math.min(at, now);
  const changes = axis.changesOf(run.trace.picture);
  const number = Math.floor(at);
  // The last change of a side is its end, with all that came of it.
  return number >= changes.count ? now : number < 1 ? 0 : Math.min(changes.wholeAt(number), now);
}

/** The same, by events alone: while running, the last one reported. For what changes only with events. */
export function reportedMoment(run: Run, at: Position | 'live', axis: Axis): Micros {
  if (run.phase === 'running') return run.trace.picture.lastTime;
  return momentOf(run, at, 0, axis);
}

/** Where a moment of one side lies on the axis. */
export function positionOf(run: Run, moment: Micros, axis: Axis): Position {
  if (axis.kind === 'clock' || run.phase === 'idle') return moment;
  return changesUntil(axis.changesOf(run.trace.picture), moment);
}

/** The left end of the axis: 0, or where time has gone by before anything happens. */
export function startOf(runs: Runs, axis: Axis): Position {
  return axis.kind === 'order' ? 0 : startOfTime(axis, picturesOf(runs));
}

/** Whether an axis can be drawn: while nothing has happened in a run under way, it is not known where it begins. */
export function hasBegun(runs: Runs, axis: Axis): boolean {
  return !anyLive(runs) || changesIn(runs, axis).some(({ count }) => count > 0);
}

/** Its right end: as far as the side that goes on longer has got. Zero when nothing has run. */
export function endOf(runs: Runs, clock: number, axis: Axis): Position {
  if (axis.kind === 'clock') return horizonOf(runs, clock);
  return Math.max(0, ...changesIn(runs, axis).map(({ count }) => count));
}

/** How far the playhead goes in a microsecond of playing: on an axis of time 1 is real time, below 1 slower. */
export function playRate(runs: Runs, axis: Axis): number {
  const length = endOf(runs, 0, axis) - startOf(runs, axis);
  if (axis.kind === 'order') return length / Math.min(length * CHANGE_PLAY || 1, LONGEST_PLAY);
  if (length <= 0) return 1;
  if (length < SHORTEST_PLAY) return length / STRETCHED_PLAY;
  return Math.max(1, length / LONGEST_PLAY);
}

/** Where the next change after a position stands, on either side; null when there is none. */
export function nextPosition(runs: Runs, after: Position, axis: Axis): Position | null {
  if (axis.kind === 'order') return Math.floor(after) < endOf(runs, 0, axis) ? Math.floor(after) + 1 : null;
  const next = changesIn(runs, axis).flatMap((changes) => {
    const number = changesUntil(changes, after) + 1;
    return number > changes.count ? [] : [changes.wholeAt(number)];
  });
  return next.length === 0 ? null : Math.min(...next);
}

/** Where the last change before a position stands, on either side; null when there is none. */
export function previousPosition(runs: Runs, before: Position, axis: Axis): Position | null {
  if (axis.kind === 'order') return before > 1 ? Math.ceil(before) - 1 : null;
  const previous = changesIn(runs, axis).flatMap((changes) => {
    const number = changesUntil(changes, before);
    const last = changes.wholeAt(number) < before ? number : number - 1;
    return last < 1 ? [] : [changes.wholeAt(last)];
  });
  return previous.length === 0 ? null : Math.max(...previous);
}

function changesIn(runs: Runs, axis: Axis): readonly Changes[] {
  return picturesOf(runs).map((picture) => axis.changesOf(picture));
}

function picturesOf(runs: Runs): readonly Picture[] {
  return SIDES.flatMap((side) => {
    const run = runs[side];
    return run.phase === 'idle' ? [] : [run.trace.picture];
  });
}
