/** Commands about runs: start both sides or one, stop, and put the lesson's code back. */
import { canBegin } from '../base/entry.ts';
import type { SideName } from '../lesson/schema.ts';
import { SIDES } from '../lesson/schema.ts';
import type { RunHandle, Runtime } from '../runtime/host/runtime.ts';
import type { Choice, Schedule } from '../runtime/schedule.ts';
import { beginRun, clearRun, clearRuns } from '../store/changes/runs.ts';
import { beginSteps, forgetSteps } from '../store/changes/stepping.ts';
import { resetVersion } from '../store/changes/versions.ts';
import { seek, setPlaying } from '../store/playback.ts';
import { usePreferences } from '../store/preferences.ts';
import { isLive } from '../store/runs.ts';
import { currentRuns, currentWorkspace } from '../store/workspaces.ts';
import { Trace } from '../trace/trace.ts';
import { createListening } from './listening.ts';
import type { Platform } from './platform.ts';
import { runRequest } from './runRequest.ts';
import { scheduleOf } from './scheduling.ts';
import type { RunOverrides } from './scheduling.ts';

/** The commands that start and stop runs. */
export function createRunning(runtime: Runtime, platform: Platform) {
  const listenerOf = createListening(platform);
  const handles = new Map<SideName, RunHandle>();

  function start(side: SideName, overrides?: RunOverrides): void {
    const workspace = currentWorkspace();
    if (workspace === null) return;
    const { lesson, files, entry, runs } = workspace;
    if (isLive(runs[side])) handles.get(side)?.stop();
    if (runtime.status.kind === 'failed') runtime.retry();
    toEnd();
    // A variation may begin with a file that only its side has.
    const begins = canBegin(entry, files[side]) ? entry : lesson.sides[side].entry;
    const schedule = lesson.schedule === undefined ? null : scheduleOf(workspace.schedule, overrides);
    // A schedule has a clock of its own, on which waits are skipped.
    const pace = schedule === null ? (workspace.pace ?? usePreferences.getState().pace) : 'fast';
    const request = runRequest(lesson, { files: files[side], entry: begins }, { pace, schedule });
    expectQuestions(side, schedule, overrides?.made ?? []);
    const number = beginRun(side, { program: request.program, pace, schedule, trace: new Trace() });
    const listener = listenerOf(side, number, () => handles.get(side)?.stop());
    handles.set(side, runtime.run(request, listener));
  }

  function stopSide(side: SideName): void {
    const run = currentRuns()[side];
    if (!isLive(run)) return;
    handles.get(side)?.stop();
    if (run.phase === 'waiting') clearRun(side);
  }

  const stop = () => SIDES.forEach(stopSide);

  return {
    /** Runs a side from its start; what is under way there is stopped. */
    start,
    /** Stops what is under way; what has been reported stays. */
    stop,
    stopSide,
    /** Answers the question of a side. */
    choose: (side: SideName, choice: Choice) => handles.get(side)?.choose(choice),
    /** Stops the runs of a workspace that has been left: what they say now is for nobody. */
    abandon: () => {
      handles.forEach((handle) => handle.stop());
      handles.clear();
      toEnd();
    },
    /** The lesson's code and schedule, and an empty stage; Undo brings back what was there. */
    reset: () => {
      stop();
      resetVersion();
      clearRuns();
      SIDES.forEach(forgetSteps);
      toEnd();
    },
  };
}

export type Running = ReturnType<typeof createRunning>;

function toEnd(): void {
  seek('live');
  setPlaying(false);
}

function expectQuestions(side: SideName, schedule: Schedule | null, made: RunOverrides['made']): void {
  if (schedule?.strategy.kind === 'manual') beginSteps(side, made);
  else forgetSteps(side);
}
