/** What edits have to do with results: which are of another program than stands there, and which programs are still the lesson's. Pure. */
import { areRelated } from '../lesson/related.ts';
import { SIDES, type Lesson, type SideName } from '../lesson/schema.ts';
import { sameFiles, statusOf, type Files } from '../store/files.ts';
import type { Run, Runs } from '../store/runs.ts';

/** Why results are of another program than the one that stands there: an edit, or another version in its place. */
export type Staleness = 'edited' | 'replaced';

/** Why what a program `ran` came to is not of `files`; null where it is. */
export function stalenessOf(lesson: Lesson, side: SideName, ran: Files, files: Files): Staleness | null {
  if (sameFiles(ran, files)) return null;
  return statusOf(lesson, side, files).kind === 'edited' ? 'edited' : 'replaced';
}

/** The same of what a side shows of its run; null where it shows none. */
export function stalenessOfRun(lesson: Lesson, side: SideName, run: Run, files: Files): Staleness | null {
  return run.phase === 'idle' ? null : stalenessOf(lesson, side, run.program.files, files);
}

/** The sides that ran a program of the person's own making, and not one of the lesson's. */
export function sidesEdited(lesson: Lesson, runs: Runs): readonly SideName[] {
  return SIDES.filter((side) => {
    const run = runs[side];
    return run.phase !== 'idle' && statusOf(lesson, side, run.program.files).kind === 'edited';
  });
}

/**
 * The edited sides that have become another program: what the lesson says in comparing its own two is not about them.
 * Two programs of the person's own that belong together are compared like the lesson's.
 */
export function sidesUnrelated(lesson: Lesson, runs: Runs): readonly SideName[] {
  const { broken, fixed } = runs;
  if (broken.phase === 'idle' || fixed.phase === 'idle') return [];
  if (areRelated(broken.program.files, fixed.program.files)) return [];
  return sidesEdited(lesson, runs).filter((side) => {
    const { program } = side === 'broken' ? broken : fixed;
    return !areRelated(program.files, lesson.sides[side].files);
  });
}
