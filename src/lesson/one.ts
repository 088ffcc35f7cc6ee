/** Reads a single lesson from the disk. For the terminal: what is wrong with other lessons does not matter there. */
import type { Result } from '../base/result.ts';
import { readLessonFolder } from './folders.ts';
import { writeProblem, type Problem } from './problem.ts';
import { readLesson } from './read.ts';
import type { WholeLesson } from './schema.ts';

export function lessonAt(lessonsPath: string, name: string): Result<WholeLesson, readonly Problem[]> {
  return readLesson(readLessonFolder(lessonsPath, name));
}

/** Every problem, each on a line that terminals turn into a link. */
export function problemText(problems: readonly Problem[]): string {
  return ['This lesson needs a hand:', ...problems.map(writeProblem)].join('\n  ');
}
