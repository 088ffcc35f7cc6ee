/** The lessons of this build, in their order. */
import { lessons } from 'virtual:faultline-lessons';
import type { Lesson } from './schema.ts';

export { lessons };

/** Null when no lesson has this id, for example after a mistyped address. */
export function lessonById(id: string): Lesson | null {
  return lessons.find((lesson) => lesson.id === id) ?? null;
}
