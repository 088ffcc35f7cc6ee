/** The teacher's notes of the lessons of this build. They are fetched when they are first asked for. */
import type { Lesson, LessonNotes } from './schema.ts';

declare module 'virtual:faultline-notes' {
  export const notes: Readonly<Record<string, LessonNotes>>;
}

/** The notes of a lesson, one for each of its steps; empty where it has none. Fails where they cannot be fetched. */
export async function notesOfLesson({ id }: Pick<Lesson, 'id'>): Promise<LessonNotes> {
  const { notes } = await import('virtual:faultline-notes');
  return notes[id] ?? [];
}
