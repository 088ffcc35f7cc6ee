/** The head of Present: which step is shown, how far the presentation has come, and whether the notes are open. */
import type { Slide } from '../../lesson/presentation.ts';
import { slidesOf } from '../../lesson/presentation.ts';
import type { Lesson } from '../../lesson/schema.ts';
import { present as words } from '../../messages/en.ts';
import { usePresenting } from '../../store/presenting.ts';

interface Props {
  readonly lesson: Lesson;
  readonly slide: Slide;
  readonly number: number;
}

export function PresentHead({ lesson, slide, number }: Props) {
  const notes = usePresenting((presenting) => presenting.notes);
  const title = lesson.steps[slide.step]?.title ?? lesson.title;
  return (
    <header className="present-head">
      <h1>{title}</h1>
      <p>
        {notes === 'open' && <span>{words.notesOpen}</span>}
        {notes === 'refused' && <span role="alert">{words.notes.refused}</span>}
        <span>{words.position(number + 1, slidesOf(lesson).length)}</span>
      </p>
    </header>
  );
}
