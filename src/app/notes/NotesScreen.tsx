/** The teacher's notes in a window of their own: what is shown, what comes next, what to say, and a timer. */
import { useEffect } from 'react';
import { lessonById } from '../../lesson/catalog.ts';
import { slidesOf } from '../../lesson/presentation.ts';
import { isPublished, type Lesson } from '../../lesson/schema.ts';
import { messages, present as words } from '../../messages/en.ts';
import { useFollowed } from '../../store/followed.ts';
import { useCommands } from '../shell/context.ts';
import { NotesControls } from './NotesControls.tsx';
import { Outline } from './Outline.tsx';
import { StepNotesPanel } from './StepNotesPanel.tsx';
import { TimerPanel } from './TimerPanel.tsx';
import { useNotes } from './useNotes.ts';
import './notes.css';

export function NotesScreen({ lesson: addressed }: { readonly lesson: Lesson }) {
  const { follow } = useCommands();
  useEffect(() => {
    const stop = follow();
    addEventListener('pagehide', stop);
    return () => {
      removeEventListener('pagehide', stop);
      stop();
    };
  }, [follow]);
  const told = useFollowed((followed) => followed.told);
  const presenter = useFollowed((followed) => followed.presenter);
  // Who goes on with another lesson takes the notes along.
  const lesson = (told === null ? null : lessonById(told.presentation.lesson)) ?? addressed;
  const number = told?.presentation.slide ?? 0;
  const step = slidesOf(lesson)[number]?.step ?? 0;
  const notes = useNotes(lesson, step);
  return (
    <main className="notes" id="content" tabIndex={-1} aria-label={words.notes.label}>
      <output className="notes-state" data-presenter={presenter}>
        {typeof BroadcastChannel === 'undefined' ? words.notes.unable : words.notes.state[presenter]}
        {told?.presentation.cover === 'blank' && <strong> {words.notes.blank}</strong>}
        {told?.presentation.cover === 'code' && <strong> {words.notes.code}</strong>}
      </output>
      <article className="notes-step">
        <p>
          {isPublished(lesson)
            ? messages.published.step
            : words.step(step + 1, Math.max(1, lesson.steps.length))}
        </p>
        <h1>{lesson.steps[step]?.title ?? lesson.title}</h1>
        <StepNotesPanel of={notes} />
      </article>
      <aside className="notes-side">
        {told !== null && (
          <TimerPanel
            timer={told.presentation.timer}
            minutes={notes.kind === 'notes' ? notes.notes.minutes : null}
          />
        )}
        <Outline lesson={lesson} number={number} revealed={told?.presentation.revealed ?? []} />
        {told !== null && (
          <section className="notes-verdict" aria-label={words.notes.verdict}>
            <h2>{words.notes.verdict}</h2>
            <p>{told.seen.verdict}</p>
            <p>{told.seen.note}</p>
          </section>
        )}
        <NotesControls />
      </aside>
    </main>
  );
}
