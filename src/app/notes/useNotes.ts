/** The teacher's notes of a lesson, fetched once, and those of the step that is shown. */
import { useEffect, useState } from 'react';
import { notesOfLesson } from '../../lesson/noted.ts';
import { lessonById } from '../../lesson/catalog.ts';
import { isPublished, type Lesson, type LessonNotes } from '../../lesson/schema.ts';
import type { NotesOfStep } from './StepNotesPanel.tsx';

type Fetched =
  | { readonly kind: 'coming' | 'failed' }
  | { readonly kind: 'there'; readonly lesson: string; readonly notes: LessonNotes };

export function useNotes(lesson: Lesson, step: number): NotesOfStep {
  const [fetched, setFetched] = useState<Fetched>({ kind: 'coming' });
  // What is widely published about a lesson has its notes behind those of the steps.
  const published = isPublished(lesson);
  const id = published ? lesson.within : lesson.id;
  const at = published ? (lessonById(id)?.steps.length ?? 0) : step;
  useEffect(() => {
    let wanted = true;
    const set = (got: Fetched) => {
      if (wanted) setFetched(got);
    };
    notesOfLesson({ id }).then(
      (notes) => set({ kind: 'there', lesson: id, notes }),
      () => set({ kind: 'failed' }),
    );
    return () => {
      wanted = false;
    };
  }, [id]);
  if (fetched.kind !== 'there') return fetched;
  if (fetched.lesson !== id) return { kind: 'coming' };
  const notes = fetched.notes[at] ?? null;
  return notes === null ? { kind: 'none' } : { kind: 'notes', notes };
}
