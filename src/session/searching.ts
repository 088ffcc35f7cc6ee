/** Commands about searches: look for a schedule that fails, stop, and replay what was found. */
import type { SideName } from '../lesson/schema.ts';
import { SIDES } from '../lesson/schema.ts';
import { DEFAULT_LIMITS } from '../runtime/protocol.ts';
import type { RunHandle, Runtime } from '../runtime/host/runtime.ts';
import type { Decision } from '../runtime/schedule.ts';
import { useDesk } from '../store/desk.ts';
import { sameFiles } from '../store/files.ts';
import { useSchedule } from '../store/schedule.ts';
import { beginSearch, clearSearch, endSearch, reportSearch, useSearches } from '../store/searches.ts';
import type { Search } from '../store/searches.ts';
import { planOf, scheduleOf } from './scheduling.ts';
import type { Departure } from './scheduling.ts';

/** `run` starts a run of a side that departs from what is chosen. */
export function createSearching(runtime: Runtime, run: (side: SideName, departure: Departure) => void) {
  const handles = new Map<SideName, RunHandle>();

  function find(side: SideName): void {
    const { lesson, files, entry } = useDesk.getState();
    if (lesson?.schedule === undefined) return;
    stopSide(side);
    if (runtime.status.kind === 'failed') runtime.retry();
    const choice = useSchedule.getState();
    const program = { files: { ...files[side] }, entry };
    // The strategy is not used by a search.
    const schedule = scheduleOf(choice, { strategy: { kind: 'realistic' } });
    const plan = planOf(choice);
    const number = beginSearch(side, { program, schedule, plan });
    const request = {
      program,
      // The probes watch, so that the steps of a schedule found are those of the run that replays it.
      probes: [...lesson.probes],
      packages: [...lesson.packages],
      pace: 'fast' as const,
      limits: DEFAULT_LIMITS,
      schedule,
      search: plan,
    };
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
    const search = useSearches.getState()[side];
    if (search.phase !== 'ended' || search.number !== number || search.ending.kind !== 'finished') return;
    const smallest = search.report?.smallest ?? null;
    if (smallest !== null && isOfDesk(search, side)) replay(side, smallest.outcome.decisions);
  }

  function replay(side: SideName, decisions: readonly Decision[]): void {
    const search = useSearches.getState()[side];
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
    if (useSearches.getState()[side].phase === 'searching') handles.get(side)?.stop();
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
  };
}

/** Whether what was searched is still what is on the desk. */
export function isOfDesk(search: Exclude<Search, { phase: 'none' }>, side: SideName): boolean {
  return sameFiles(search.program.files, useDesk.getState().files[side]);
}
