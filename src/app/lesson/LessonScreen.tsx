/** The screen of a lesson: the guide on the left, the stage with both sides on the right. */
import { useEffect, useRef, type RefObject } from 'react';
import { SIDES } from '../../lesson/schema.ts';
import type { Lesson } from '../../lesson/schema.ts';
import { anyLive } from '../../store/runs.ts';
import { usePresenting } from '../../store/presenting.ts';
import { useWorkspace } from '../../store/workspaces.ts';
import { Handout } from '../handout/Handout.tsx';
import { Present } from '../present/Present.tsx';
import { useCommands } from '../shell/context.ts';
import { useStacked } from '../shell/media.ts';
import { EntryBar } from './entries/EntryBar.tsx';
import { EntryTable } from './entries/EntryTable.tsx';
import { PackagesMissing, RuntimeFailure } from '../shell/RuntimeLine.tsx';
import { ScheduleBar } from './schedule/ScheduleBar.tsx';
import { ThreadsAbsent } from './schedule/ThreadsAbsent.tsx';
import { Guide } from './Guide.tsx';
import { RunBar } from './RunBar.tsx';
import { SidePane } from './SidePane.tsx';
import { VerdictBar } from './VerdictBar.tsx';
import './lesson.css';

export function LessonScreen({ lesson }: { readonly lesson: Lesson }) {
  const { wake } = useCommands();
  const pair = useRef<HTMLDivElement>(null);
  useEffect(() => wake(lesson.packages), [wake, lesson]);
  useSidesInView(pair);
  const scheduled = lesson.schedule !== undefined;
  const presented = usePresenting(({ presentation }) => presentation);
  if (presented?.lesson === lesson.id) {
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
        <Guide lesson={lesson} />
        <div className="stage">
          <RuntimeFailure />
          <PackagesMissing packages={lesson.packages} />
          <RunBar lesson={lesson} />
          {lesson.entries.length + lesson.variations.length > 0 && <EntryBar lesson={lesson} />}
          <EntryTable />
          {scheduled && <ScheduleBar />}
          {scheduled && <ThreadsAbsent />}
          <div className="pair" data-scheduled={scheduled} ref={pair}>
            {SIDES.map((side) => (
              <SidePane key={side} lesson={lesson} side={side} />
            ))}
          </div>
          <VerdictBar lesson={lesson} />
        </div>
      </main>
      <Handout lesson={lesson} />
    </>
  );
}

/** Where the guide stands above the sides it fills the screen: when a run begins, they are brought into view. */
function useSidesInView(pair: RefObject<HTMLDivElement | null>): void {
  const stacked = useStacked();
  const live = useWorkspace(({ runs }) => anyLive(runs));
  useEffect(() => {
    const top = pair.current?.getBoundingClientRect().top ?? 0;
    // Sides already in view stay where the person has put them.
    if (stacked && live && top > window.innerHeight / 2) pair.current?.scrollIntoView();
  }, [stacked, live, pair]);
}
