/** The lessons of this build, in their order. */
import { lessons as all } from 'virtual:faultline-lessons';
import type { Lesson } from './schema.ts';

declare module 'virtual:faultline-lessons' {
  export const lessons: readonly Lesson[];
}

export { all as lessons };

/** Null when no lesson has this id, for example after a mistyped address. */
export function lessonById(id: string): Lesson | null {
  return all.find((lesson) => lesson.id === id) ?? null;
}
