/** Commands about searches: look for a schedule that fails, stop, and replay what was found. */
import type { SideName } from '../lesson/schema.ts';
import { SIDES } from '../lesson/schema.ts';
import type { RunHandle, Runtime } from '../runtime/host/runtime.ts';
import type { Decision } from '../runtime/schedule.ts';
import { beginSearch, clearSearch, endSearch, reportSearch, searchOf } from '../store/changes/searches.ts';
import { sameFiles, type Files } from '../store/files.ts';
import type { Search } from '../store/searches.ts';
import { currentWorkspace } from '../store/workspaces.ts';
import { runRequest } from './runRequest.ts';
import { planOf, scheduleOf } from './scheduling.ts';
import type { RunOverrides } from './scheduling.ts';

/** `run` starts a run of a side with overrides. */
export function createSearching(runtime: Runtime, run: (side: SideName, overrides: RunOverrides) => void) {
  const handles = new Map<SideName, RunHandle>();

  function find(side: SideName): void {
    const workspace = currentWorkspace();
    if (workspace?.lesson.schedule === undefined) return;
    const { lesson, files, entry, schedule: choice } = workspace;
    stopSide(side);
    if (runtime.status.kind === 'failed') runtime.retry();
    // The strategy is not used by a search.
    const schedule = scheduleOf(choice, { strategy: { kind: 'realistic' } });
    const plan = planOf(choice);
    // The probes watch, so that the steps of a schedule found are those of the run that replays it.
    const request = runRequest(
      lesson,
      { files: files[side], entry },
      { pace: 'fast', schedule, search: plan },
    );
    const number = beginSearch(side, { program: request.program, schedule, plan });
    const handle = runtime.run(request, {
      started: () => undefined,
      batch: () => undefined,
      searched: (report) => reportSearch(side, number, report),
      ended: ({ ending, scheduled }) => {
        endSearch(side, number, ending, scheduled?.search ?? null);
        showSmallest(side, number);
      },
    });
    handles.set(side, handle);
  }

  /** The picture explains what was found; not where the person has stopped the search or gone on editing. */
  function showSmallest(side: SideName, number: number): void {
    const search = searchOf(side);
    if (search.phase !== 'ended' || search.number !== number || search.ending.kind !== 'finished') return;
    const files = currentWorkspace()?.files;
    const smallest = search.report?.smallest ?? null;
    if (smallest !== null && files !== undefined && isOfFiles(search, files[side]))
      replay(side, smallest.outcome.decisions);
  }

  function replay(side: SideName, decisions: readonly Decision[]): void {
    const search = searchOf(side);
    if (search.phase === 'none') return;
    // What the person has picked is not to be replaced by what the search ends with.
    stopSide(side);
    // What is chosen stays: these decisions mean nothing to the other side, nor to this one once it is edited.
    run(side, {
      strategy: { kind: 'replay', decisions: [...decisions] },
      model: search.schedule.model,
      made: [],
    });
  }

  function stopSide(side: SideName): void {
    if (searchOf(side).phase === 'searching') handles.get(side)?.stop();
  }

  function clear(side: SideName): void {
    stopSide(side);
    clearSearch(side);
  }

  return {
    /** Searches the schedules of a side as chosen, and replays the smallest that fails. */
    find,
    stopSearch: stopSide,
    stopSearches: () => SIDES.forEach(stopSide),
    /** Runs a side again as one of the schedules that its search has found. */
    replay,
    /** Stops and forgets the search of a side. */
    clearSearch: clear,
    clearSearches: () => SIDES.forEach(clear),
    /** Stops the searches of a workspace that has been left: what they say now is for nobody. */
    abandon: () => {
      handles.forEach((handle) => handle.stop());
      handles.clear();
    },
  };
}

/** Whether what was searched is still the program that the person has. */
function isOfFiles(search: Exclude<Search, { phase: 'none' }>, files: Files): boolean {
  return sameFiles(search.program.files, files);
}
