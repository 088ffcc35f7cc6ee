/** One side: head with clock, code, counters, pictures, how it ended, output. */
import { isPublished, type Lesson, type SideName } from '../../lesson/schema.ts';
import { messages } from '../../messages/en.ts';
import { useWorkspace } from '../../store/workspaces.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useCommands } from '../shell/context.ts';
import { useSideName } from '../../session/sideName.ts';
import { isScheduled, isVirtual } from '../../session/moments.ts';
import { ScheduleReport } from './schedule/ScheduleReport.tsx';
import { SearchPanel } from './schedule/SearchPanel.tsx';
import { SideSchedule } from './schedule/SideSchedule.tsx';
import { SteppingPanel } from './schedule/SteppingPanel.tsx';
import { Clock } from './Clock.tsx';
import { CodePane } from './CodePane.tsx';
import { Counters } from './Counters.tsx';
import { EndingPanel } from './EndingPanel.tsx';
import { FaultPanel } from './FaultPanel.tsx';
import { FromKept } from './FromKept.tsx';
import { Output, Pictures } from './Pictures.tsx';
import './side.css';

interface Props {
  readonly lesson: Lesson;
  readonly side: SideName;
}

export function SidePane({ lesson, side }: Props) {
  return (
    <section className={`side side-${side}`} aria-label={useSideName(side)}>
      <SideHead side={side} published={isPublished(lesson)} />
      <CodePane lesson={lesson} side={side} />
      <Counters lesson={lesson} side={side} />
      {lesson.schedule !== undefined && <SideSchedule side={side} />}
      <Pictures lesson={lesson} side={side} />
      <div className="dock">
        <SteppingPanel side={side} />
        <SearchPanel side={side} />
        <EndingPanel side={side} />
        <FaultPanel side={side} />
        <ScheduleReport side={side} />
        <Output side={side} />
      </div>
    </section>
  );
}

function SideHead({ side, published }: { readonly side: SideName; readonly published: boolean }) {
  const { runSide } = useCommands();
  const name = useSideName(side);
  const phase = useWorkspace(({ runs }) => runs[side].phase);
  const virtual = useWorkspace(({ runs }) => isVirtual(runs[side]));
  const scheduled = useWorkspace(({ runs }) => isScheduled(runs[side]));
  return (
    <div className="side-head">
      {/* What stands instead of a published program may be a fault that is one. */}
      {!published && (
        <span className="glyph">
          <Icon name={side === 'broken' ? 'cross' : 'tick'} />
        </span>
      )}
      <h2>{name}</h2>
      <button
        type="button"
        className="button quiet side-run"
        aria-label={messages.run.oneSide(name)}
        title={messages.run.oneSide(name)}
        onClick={() => runSide(side)}
      >
        <Icon name="play" />
        <span>{messages.run.oneSideShort}</span>
      </button>
      <span className="side-clock">
        {virtual && (
          <span
            className="virtual"
            title={scheduled ? messages.schedule.clockTitle : messages.run.virtualTitle}
          >
            {messages.run.virtual}
          </span>
        )}
        <FromKept side={side} />
        {phase !== 'ended' && <span className="side-phase">{messages.side.phases[phase]}</span>}
        <Clock side={side} />
      </span>
    </div>
  );
}
