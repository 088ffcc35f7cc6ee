/** The screen of a lesson: its panes, arranged for the room that the screen has. */
import { useEffect } from 'react';
import { arrangementIn } from '../../lesson/arrangements.ts';
import type { Lesson } from '../../lesson/schema.ts';
import { useArrangement } from '../../store/arrangement.ts';
import { useCommands } from '../shell/context.ts';
import { useRoom } from '../shell/media.ts';
import { LessonPanes } from './panes/LessonPanes.tsx';
import './lesson.css';

export function LessonScreen({ lesson }: { readonly lesson: Lesson }) {
  const { wake } = useCommands();
  const name = useArrangement((arranged) => arranged.name);
  const room = useRoom();
  useEffect(() => wake(lesson.packages), [wake, lesson]);
  return (
    <main className="lesson" id="content" tabIndex={-1}>
      <LessonPanes lesson={lesson} arrangement={arrangementIn(name, room)} />
    </main>
  );
}
