/** The screen of a lesson: its panes, arranged for the room that the screen has. */
import { useEffect } from 'react';
import { arrangementIn } from '../../lesson/arrangements.ts';
import type { Lesson } from '../../lesson/schema.ts';
import { useArrangement } from '../../store/arrangement.ts';
import { usePresenting } from '../../store/presenting.ts';
import { Handout } from '../handout/Handout.tsx';
import { Present } from '../present/Present.tsx';
import { useCommands } from '../shell/context.ts';
import { useRoom } from '../shell/media.ts';
import { LessonPanes } from './panes/LessonPanes.tsx';
import './lesson.css';

export function LessonScreen({ lesson }: { readonly lesson: Lesson }) {
  const { wake } = useCommands();
  const name = useArrangement((arranged) => arranged.name);
  const room = useRoom();
  // Within another page Python is fetched when somebody runs it: most readers of that page do not.
  const eager = name !== 'embed';
  useEffect(() => {
    const { packages, probes, schedule } = lesson;
    if (eager) wake({ packages, probes, model: schedule?.model ?? null });
  }, [wake, lesson, eager]);
  const presented = usePresenting(({ presentation }) => presentation);
  if (name === 'present' && presented?.lesson === lesson.id) {
    return (
      <>
        <Present lesson={lesson} presentation={presented} />
        <Handout lesson={lesson} />
      </>
    );
  }
  return (
    <>
      <main className="lesson" id="content" tabIndex={-1}>
        <LessonPanes lesson={lesson} arrangement={arrangementIn(name, room)} />
      </main>
      <Handout lesson={lesson} />
    </>
  );
}
