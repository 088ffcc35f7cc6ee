/** The panes of a lesson, placed by a grid as an arrangement has them. */
import { useEffect, useRef, type CSSProperties, type RefObject } from 'react';
import { shows, type Arrangement } from '../../../lesson/arrangements.ts';
import { SIDES, type Lesson } from '../../../lesson/schema.ts';
import { anyLive } from '../../../store/runs.ts';
import { useArrangement } from '../../../store/arrangement.ts';
import { useWorkspace } from '../../../store/workspaces.ts';
import { PackagesMissing, RuntimeFailure } from '../../shell/RuntimeLine.tsx';
import { EntryTable } from '../entries/EntryTable.tsx';
import { RunBar } from '../RunBar.tsx';
import { ThreadsAbsent } from '../schedule/ThreadsAbsent.tsx';
import { VerdictBar } from '../VerdictBar.tsx';
import { GuidePane } from './GuidePane.tsx';
import { SidePanes } from './SidePanes.tsx';
import { rowsOf } from './sizes.ts';
import './panes.css';

interface Props {
  readonly lesson: Lesson;
  readonly arrangement: Arrangement;
}

export function LessonPanes({ lesson, arrangement }: Props) {
  const pair = useRef<HTMLDivElement>(null);
  const { guide, guideWidth, heights, codeWidth } = useArrangement();
  useSidesInView(pair, arrangement);
  const style: CSSProperties & Record<`--${string}`, string | undefined> = {
    '--guide-width': guideWidth === null ? undefined : `${guideWidth}px`,
    '--rows': rowsOf(arrangement, heights),
    '--code-column': codeWidth === null ? undefined : `minmax(200px, ${codeWidth * 100}fr)`,
    '--picture-column': codeWidth === null ? undefined : `minmax(200px, ${(1 - codeWidth) * 100}fr)`,
  };
  return (
    <div
      className="panes"
      style={style}
      data-arrangement={arrangement.name}
      data-fills={arrangement.fills}
      data-guide={shows(arrangement, 'guide') ? `${guide} ${arrangement.guide}` : 'none'}
      data-sides={arrangement.sides}
      data-picture={arrangement.picture}
    >
      {shows(arrangement, 'guide') && <GuidePane lesson={lesson} arrangement={arrangement} />}
      <div className="stage">
        <RuntimeFailure />
        <PackagesMissing packages={lesson.packages} />
        <RunBar lesson={lesson} />
        <EntryTable />
        {lesson.schedule !== undefined && <ThreadsAbsent />}
        <div className="pair" ref={pair}>
          {SIDES.map((side) => (
            <SidePanes key={side} lesson={lesson} side={side} arrangement={arrangement} />
          ))}
        </div>
        {shows(arrangement, 'verdict') && <VerdictBar lesson={lesson} />}
      </div>
    </div>
  );
}

/** Where the guide stands above the sides it fills the screen: when a run begins, they are brought into view. */
function useSidesInView(pair: RefObject<HTMLDivElement | null>, { guide }: Arrangement): void {
  const live = useWorkspace(({ runs }) => anyLive(runs));
  useEffect(() => {
    if (guide !== 'above the sides' || !live) return;
    const top = pair.current?.getBoundingClientRect().top ?? 0;
    // Sides already in view stay where the person has put them.
    if (top > window.innerHeight / 2) pair.current?.scrollIntoView();
  }, [guide, live, pair]);
}
