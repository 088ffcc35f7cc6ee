/** Which variation a run was of, by what it ran and how its threads were scheduled. Pure. */
import type { Lesson, SideName } from '../../../lesson/schema.ts';
import { sameFiles } from '../../../store/files.ts';
import type { Run } from '../../../store/runs.ts';

/** Its title; null where the person has written or chosen something else. */
export function titleOfRun(lesson: Lesson, side: SideName, run: Run): string | null {
  if (run.phase === 'idle') return null;
  const { program, schedule } = run;
  const found = lesson.variations.find((one) => {
    const wanted = { ...lesson.schedule, ...one.schedule };
    return (
      one.side === side &&
      sameFiles(one.files, program.files) &&
      (schedule === null || (schedule.model === wanted.model && schedule.strategy.kind === wanted.strategy))
    );
  });
  return found?.title ?? null;
}
