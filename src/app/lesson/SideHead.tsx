/** The head of a side: whose it is, the button that runs it, its files, what the lesson measures of it, its clock. */
import { isPublished, type Lesson, type SideName } from '../../lesson/schema.ts';
import { messages } from '../../messages/en.ts';
import { useWorkspace } from '../../store/workspaces.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useCommands } from '../shell/context.ts';
import { useSideName } from '../../session/sideName.ts';
import { isScheduled, isVirtual } from '../../session/moments.ts';
import { Clock } from './Clock.tsx';
import { Counters } from './Counters.tsx';
import { FileBar } from './FileBar.tsx';
import './side.css';

export function SideHead({ lesson, side }: { readonly lesson: Lesson; readonly side: SideName }) {
  const { runSide } = useCommands();
  const name = useSideName(side);
  const phase = useWorkspace(({ runs }) => runs[side].phase);
  const asks = useWorkspace(({ stepping }) => stepping[side]?.open === true);
  const virtual = useWorkspace(({ runs }) => isVirtual(runs[side]));
  const scheduled = useWorkspace(({ runs }) => isScheduled(runs[side]));
  return (
    <div className="side-head">
      <div className="side-head-row">
        {/* What stands instead of a published program may be a fault that is one. */}
        {!isPublished(lesson) && (
          <span className="glyph">
            <Icon name={side === 'broken' ? 'fault' : 'line'} />
          </span>
        )}
        <h2>{name}</h2>
        <button
          type="button"
          className="button quiet square side-run"
          aria-label={messages.run.oneSide(name)}
          title={messages.run.oneSide(name)}
          onClick={() => runSide(side)}
        >
          <Icon name="play" />
        </button>
        <FileBar lesson={lesson} side={side} />
        <Counters lesson={lesson} side={side} />
        <span className="side-clock">
          {virtual && phase !== 'waiting' && (
            <span
              className="virtual"
              title={scheduled ? messages.schedule.clockTitle : messages.run.virtualTitle}
            >
              {messages.run.virtual}
            </span>
          )}
          {phase !== 'ended' && (
            <span className="side-phase">{asks ? messages.side.asks : messages.side.phases[phase]}</span>
          )}
          <Clock side={side} />
        </span>
      </div>
    </div>
  );
}
