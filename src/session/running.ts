/** Commands about runs: start both sides or one, stop, and put the lesson's code back. */
import { canBegin } from '../base/entry.ts';
import type { SideName } from '../lesson/schema.ts';
import { SIDES } from '../lesson/schema.ts';
import { DEFAULT_LIMITS } from '../runtime/protocol.ts';
import type { RunHandle, Runtime } from '../runtime/host/runtime.ts';
import type { Choice, Schedule } from '../runtime/schedule.ts';
import { useDesk } from '../store/desk.ts';
import { seek, setPlaying } from '../store/playback.ts';
import { usePreferences } from '../store/preferences.ts';
import { beginRun, clearRun, isLive, restoreRuns, useRuns } from '../store/runs.ts';
import type { Runs } from '../store/runs.ts';
import { useSchedule } from '../store/schedule.ts';
import { beginSteps, forgetSteps } from '../store/stepping.ts';
import { resetFiles, undoReset } from '../store/versions.ts';
import { Trace } from '../trace/trace.ts';
import { createListening } from './listening.ts';
import type { Surroundings } from './listening.ts';
import { anyLive } from './moments.ts';
import { scheduleOf } from './scheduling.ts';
import type { Departure } from './scheduling.ts';

/** The commands that start and stop runs. */
export function createRunning(runtime: Runtime, around: Surroundings) {
  const listenerOf = createListening(around);
  const handles = new Map<SideName, RunHandle>();
  let beforeReset: Runs | null = null;

  function start(side: SideName, departure?: Departure): void {
    const { lesson, files, entry } = useDesk.getState();
    if (lesson === null) return;
    if (isLive(useRuns.getState()[side])) handles.get(side)?.stop();
    if (runtime.status.kind === 'failed') runtime.retry();
    seek('live');
    setPlaying(false);
    // A variation may begin with a file that only its side has.
    const begins = canBegin(entry, files[side]) ? entry : lesson.sides[side].entry;
    const program = { files: { ...files[side] }, entry: begins };
    const schedule = lesson.schedule === undefined ? null : scheduleOf(useSchedule.getState(), departure);
    // A schedule has a clock of its own, on which waits are skipped.
    const pace = schedule === null ? usePreferences.getState().pace : 'fast';
    expectQuestions(side, schedule, departure?.made ?? []);
    const number = beginRun(side, { program, pace, schedule, trace: new Trace() });
    const request = {
      program,
      probes: [...lesson.probes],
      packages: [...lesson.packages],
      pace,
      limits: DEFAULT_LIMITS,
      schedule,
      search: null,
    };
    handles.set(
      side,
      runtime.run(
        request,
        listenerOf(side, number, () => handles.get(side)?.stop()),
      ),
    );
  }

  function stopSide(side: SideName): void {
    const run = useRuns.getState()[side];
    if (!isLive(run)) return;
    handles.get(side)?.stop();
    if (run.phase === 'waiting') clearRun(side);
  }

  const stop = () => SIDES.forEach(stopSide);

  function clear(): void {
    stop();
    for (const side of SIDES) {
      clearRun(side);
      forgetSteps(side);
    }
    seek('live');
    setPlaying(false);
  }

  return {
    /** Runs a side from its start; what is under way there is stopped. */
    start,
    /** Stops what is under way; what has been reported stays. */
    stop,
    stopSide,
    /** Answers the question of a side. */
    choose: (side: SideName, choice: Choice) => handles.get(side)?.choose(choice),
    /** Stops and forgets the runs of both sides. */
    clear,
    /** The lesson's code and an empty stage; `undoReset` brings back what was there. */
    reset: () => {
      stop();
      beforeReset = useRuns.getState();
      resetFiles();
      clear();
    },
    /** What Undo would bring back is no run any more. */
    forgetUndo: () => {
      beforeReset = null;
    },
    undoReset: () => {
      undoReset();
      const untouched = SIDES.every((side) => useRuns.getState()[side].phase === 'idle');
      if (beforeReset !== null && untouched && !anyLive(beforeReset)) restoreRuns(beforeReset);
      beforeReset = null;
    },
  };
}

export type Running = ReturnType<typeof createRunning>;

function expectQuestions(side: SideName, schedule: Schedule | null, made: Departure['made']): void {
  if (schedule?.strategy.kind === 'manual') beginSteps(side, made);
  else forgetSteps(side);
}
