/** Commands about runs: start both sides or one, stop, and put the lesson's code back. */
import type { SideName } from '../lesson/schema.ts';
import { SIDES } from '../lesson/schema.ts';
import { DEFAULT_LIMITS } from '../runtime/protocol.ts';
import type { RunHandle, Runtime } from '../runtime/host/runtime.ts';
import { resetFiles, undoReset, useDesk } from '../store/desk.ts';
import { seek, setPlaying } from '../store/playback.ts';
import { usePreferences } from '../store/preferences.ts';
import { beginRun, clearRun, isLive, restoreRuns, useRuns } from '../store/runs.ts';
import type { Runs } from '../store/runs.ts';
import { Trace } from '../trace/trace.ts';
import { createListening } from './listening.ts';
import type { Surroundings } from './listening.ts';
import { anyLive } from './moments.ts';

/** The commands that need the runtime. */
export function createRunning(runtime: Runtime, around: Surroundings) {
  const listenerOf = createListening(around);
  const handles = new Map<SideName, RunHandle>();
  let beforeReset: Runs | null = null;

  function start(side: SideName): void {
    const { lesson, files } = useDesk.getState();
    if (lesson === null) return;
    if (isLive(useRuns.getState()[side])) handles.get(side)?.stop();
    if (runtime.status.kind === 'failed') runtime.retry();
    seek('live');
    setPlaying(false);
    const program = { files: { ...files[side] }, entry: lesson.sides[side].entry };
    const { pace } = usePreferences.getState();
    const number = beginRun(side, { program, pace, trace: new Trace() });
    const request = { program, probes: [...lesson.probes], pace, limits: DEFAULT_LIMITS };
    handles.set(
      side,
      runtime.run(
        request,
        listenerOf(side, number, () => handles.get(side)?.stop()),
      ),
    );
  }

  function stop(): void {
    for (const side of SIDES) {
      const run = useRuns.getState()[side];
      if (!isLive(run)) continue;
      handles.get(side)?.stop();
      if (run.phase === 'waiting') clearRun(side);
    }
  }

  function clear(): void {
    stop();
    for (const side of SIDES) clearRun(side);
    seek('live');
    setPlaying(false);
  }

  return {
    /** Runs both sides from their start; what is under way is stopped. */
    runBoth: () => SIDES.forEach(start),
    runSide: start,
    /** Stops what is under way; what has been reported stays. */
    stop,
    /** Stops and forgets the runs of both sides. */
    clear,
    /** The lesson's code and an empty stage; `undoReset` brings back what was there. */
    reset: () => {
      stop();
      beforeReset = useRuns.getState();
      resetFiles();
      clear();
    },
    undoReset: () => {
      undoReset();
      const untouched = SIDES.every((side) => useRuns.getState()[side].phase === 'idle');
      if (beforeReset !== null && untouched && !anyLive(beforeReset)) restoreRuns(beforeReset);
      beforeReset = null;
    },
    /** Fetches and boots Python at leisure. */
    wake: () => runtime.wake(),
    retry: () => runtime.retry(),
  };
}
