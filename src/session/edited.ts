/** What an edit has to do with results: which are of a program from before it, and which programs are still the lesson's. Pure. */
import { areRelated } from '../lesson/related.ts';
import { SIDES, type Lesson, type SideName } from '../lesson/schema.ts';
import { sameFiles, statusOf, type Files, type FilesOfSides } from '../store/files.ts';
import type { Run, Runs } from '../store/runs.ts';

/** Whether what a side shows is of the program as it was before an edit. */
export function isBeforeEdit(run: Run, files: Files): boolean {
  return run.phase !== 'idle' && !sameFiles(run.program.files, files);
}

/** The sides whose results are of the program as it was before an edit. */
export function sidesBeforeEdit(runs: Runs, files: FilesOfSides): readonly SideName[] {
  return SIDES.filter((side) => isBeforeEdit(runs[side], files[side]));
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
