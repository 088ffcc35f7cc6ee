/** What of ours has failed in a run that went on without it: which part, that the picture is incomplete, what to send us. */
import type { SideName } from '../../lesson/schema.ts';
import { messages } from '../../messages/en.ts';
import { useWorkspace } from '../../store/workspaces.ts';
import type { Fault } from '../../runtime/protocol.ts';
import { Icon } from '../../ui/Icon.tsx';
import { LongText } from '../../ui/LongText.tsx';
import { FaultReport } from './FaultReport.tsx';
import './ending.css';

const words = messages.errors.faults;
/** There are not so many parts; all of them are in the report. */
const MOST = 20;
const NONE: readonly Fault[] = [];

export function FaultPanel({ side }: { readonly side: SideName }) {
  const faults = useWorkspace(({ runs }) => {
    const run = runs[side];
    return run.phase === 'ended' ? (run.end.faults ?? NONE) : NONE;
  });
  if (faults.length === 0) return null;
  return (
    <div className="ending" data-kind="fault">
      <Icon name="warning" />
      <div className="ending-text">
        <h3>{words.title}</h3>
        {faults.slice(0, MOST).map(({ part }, index) => (
          <p key={index}>
            <LongText text={words.part(part)} />
          </p>
        ))}
        <FaultReport report={faults.map(({ part, report }) => `${part}\n${report}`).join('\n\n')} />
      </div>
    </div>
  );
}
