/** The shelf: lessons as the person left them, until the page is closed. Only in memory. */
import type { Lesson } from '../lesson/schema.ts';
import { useDesk } from './desk.ts';
import { isLive, useRuns } from './runs.ts';
import type { Run } from './runs.ts';
import { useSchedule } from './schedule.ts';
import { useSearches } from './searches.ts';
import type { Search } from './searches.ts';
import { useStepping } from './stepping.ts';
import { useTrials } from './trials.ts';

/** Makes an empty shelf. */
export function createShelf() {
  const left = new Map<string, Left>();
  return {
    /** Keeps the lesson that is on the desk, if any: its code, its step, its results. What runs still was stopped here. */
    put(): void {
      const { lesson } = useDesk.getState();
      if (lesson !== null) left.set(lesson.id, leave());
    },
    /** Puts a lesson back as it was left; false where it never was on the desk. */
    take(lesson: Lesson): boolean {
      const kept = left.get(lesson.id);
      if (kept === undefined) return false;
      left.delete(lesson.id);
      useRuns.setState(kept.runs);
      useSearches.setState(kept.searches);
      useStepping.setState(kept.stepping);
      useTrials.setState(kept.trials);
      useSchedule.setState(kept.schedule);
      useDesk.setState(kept.desk);
      return true;
    },
  };
}

type Left = ReturnType<typeof leave>;

function leave() {
  const desk = useDesk.getState();
  const runs = useRuns.getState();
  const searches = useSearches.getState();
  const { stride, broken, fixed } = useStepping.getState();
  const closed = (steps: typeof broken) => steps && { ...steps, question: null, open: false };
  const trials = useTrials.getState();
  return {
    // Undo belongs to what was done a moment ago.
    desk: { ...desk, reveal: { broken: null, fixed: null }, beforeReset: null, loaded: null },
    runs: { broken: stopped(runs.broken), fixed: stopped(runs.fixed) },
    searches: { broken: done(searches.broken), fixed: done(searches.fixed) },
    stepping: { stride, broken: closed(broken), fixed: closed(fixed) },
    trials: trials.trying ? { table: null, trying: false } : trials,
    schedule: useSchedule.getState(),
  };
}

/** A run that has begun keeps what it has reported. */
function stopped(run: Run): Run {
  if (!isLive(run)) return run;
  if (run.phase !== 'running') return { phase: 'idle' };
  const { number, program, pace, schedule, trace } = run;
  const end = { ending: { kind: 'stopped' }, time: trace.picture.lastTime, scheduled: null } as const;
  return { phase: 'ended', number, program, pace, schedule, trace, end };
}

function done(search: Search): Search {
  return search.phase === 'searching' ? { phase: 'none' } : search;
}
