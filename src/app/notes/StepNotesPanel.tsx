/** The teacher's notes of a step. They are fetched when this window opens. */
import type { StepNotes } from '../../lesson/schema.ts';
import { present as words } from '../../messages/en.ts';
import { Prose } from '../lesson/Prose.tsx';

/** Notes on their way, the notes of a step, a step without any, or notes that could not be fetched. */
export type NotesOfStep =
  | { readonly kind: 'coming' | 'none' | 'failed' }
  | { readonly kind: 'notes'; readonly notes: StepNotes };

export function StepNotesPanel({ of }: { readonly of: NotesOfStep }) {
  switch (of.kind) {
    case 'coming':
      return null;
    case 'none':
      return <p>{words.notes.none}</p>;
    case 'failed':
      return <p role="alert">{words.notes.failed}</p>;
    case 'notes':
      return <Prose blocks={of.notes.blocks} />;
  }
}
