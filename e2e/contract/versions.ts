/** The lessons as they lie below `lessons/`, and their programs by name: `broken`, `fixed`, and the variations. */
import { join } from 'node:path';
import { findLessonFolders } from '../../src/lesson/folders.ts';
import { writeProblem } from '../../src/lesson/problem.ts';
import { readLessons } from '../../src/lesson/read.ts';
import type { Lesson } from '../../src/lesson/schema.ts';

const read = readLessons(findLessonFolders(join(import.meta.dirname, '../../lessons')));
if (!read.ok) throw new Error(['These lessons need a hand:', ...read.error.map(writeProblem)].join('\n  '));

/** In their order. */
export const lessons: readonly Lesson[] = read.value;

export function lessonCalled(id: string): Lesson {
  const lesson = lessons.find((one) => one.id === id);
  if (lesson === undefined) throw new Error(`there is no lesson "${id}"`);
  return lesson;
}

/** The files of a side or a variation. */
export function version({ id, sides, variations }: Lesson, name: string): Readonly<Record<string, string>> {
  if (name === 'broken' || name === 'fixed') return sides[name].files;
  const found = variations.find((one) => one.id === name);
  if (found === undefined) throw new Error(`the lesson "${id}" has no variation "${name}"`);
  return found.files;
}

/** The text of `main.py` of a side or a variation. */
export function mainOf(lesson: Lesson, name: string): string {
  const text = version(lesson, name)['main.py'];
  if (text === undefined) throw new Error(`"${name}" of the lesson "${lesson.id}" has no main.py`);
  return text;
}
