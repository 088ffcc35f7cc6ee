/** The screen of a lesson: the guide on the left, the stage with both sides on the right. */
import { useEffect } from 'react';
import { SIDES } from '../../lesson/schema.ts';
import type { Lesson } from '../../lesson/schema.ts';
import { useCommands } from '../context.ts';
import { RuntimeFailure } from '../RuntimeLine.tsx';
import { Guide } from './Guide.tsx';
import { RunBar } from './RunBar.tsx';
import { SidePane } from './SidePane.tsx';
import { VerdictBar } from './VerdictBar.tsx';
import './lesson.css';

export function LessonScreen({ lesson }: { readonly lesson: Lesson }) {
  const { wake } = useCommands();
  useEffect(() => wake(), [wake]);
  return (
    <main className="lesson" id="content" tabIndex={-1}>
      <Guide lesson={lesson} />
      <div className="stage">
        <RuntimeFailure />
        <RunBar />
        <div className="pair">
          {SIDES.map((side) => (
            <SidePane key={side} lesson={lesson} side={side} />
          ))}
        </div>
        <VerdictBar lesson={lesson} />
      </div>
    </main>
  );
}
