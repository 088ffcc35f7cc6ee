/** The lessons of this build, in their order, and the page of answers. */
import { answers as page, lessons as all } from 'virtual:faultline-lessons';
import type { Answers } from './answers.ts';
import type { Lesson } from './schema.ts';

declare module 'virtual:faultline-lessons' {
  export const lessons: readonly Lesson[];
  export const answers: Answers;
}

export { all as lessons, page as answers };

/** A lesson or a published program of one; null when nothing has this id, for example after a mistyped address. */
export function lessonById(id: string): Lesson | null {
  return all.flatMap((lesson) => [lesson, ...lesson.published]).find((lesson) => lesson.id === id) ?? null;
}
