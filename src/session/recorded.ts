/** The decisions of a run that nothing else brings back: made by hand, found by a search, or loaded. Pure. */
import { SIDES } from '../lesson/schema.ts';
import type { Decision } from '../runtime/schedule.ts';
import { sameFiles } from '../store/files.ts';
import type { Run } from '../store/runs.ts';
import type { RecordedSchedule } from '../store/schedule.ts';
import type { Workspace } from '../store/workspace.ts';

type Ended = Extract<Run, { phase: 'ended' }>;

/** What the next run is to replay in order to come out as the last one did; null where the choice of a schedule suffices. */
export function recordedIn({ lesson, files, runs, schedule }: Workspace): RecordedSchedule | null {
  if (lesson.schedule === undefined) return null;
  for (const side of SIDES) {
    const run = runs[side];
    if (run.phase !== 'ended' || !sameFiles(run.program.files, files[side])) continue;
    const decisions = decisionsOf(run);
    if (decisions !== null && run.schedule !== null) return { model: run.schedule.model, decisions };
  }
  return schedule.strategy === 'replay' ? schedule.loaded : null;
}

/** Whether a run went by these decisions. */
export function wentBy(run: Ended, { model, decisions }: RecordedSchedule): boolean {
  return run.schedule?.model === model && JSON.stringify(decisionsOf(run)) === JSON.stringify(decisions);
}

function decisionsOf({ schedule, end }: Ended): readonly Decision[] | null {
  if (schedule?.strategy.kind === 'replay') return schedule.strategy.decisions;
  return schedule?.strategy.kind === 'manual' ? (end.scheduled?.decisions ?? null) : null;
}
