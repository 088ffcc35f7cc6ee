/** How a run ended, where it did not simply finish, and the last line on its standard output by the moment of the playhead. */
import { useAxis } from '../lesson/axis.ts';
import { messages, present as words } from '../../messages/en.ts';
import type { SideName } from '../../lesson/schema.ts';
import { howEnded } from '../../session/howEnded.ts';
import { reportedMoment } from '../../session/moments.ts';
import { useSideName } from '../../session/sideName.ts';
import { usePlayback } from '../../store/playback.ts';
import type { Run } from '../../store/runs.ts';
import { useWorkspace } from '../../store/workspaces.ts';
import type { Micros } from '../../trace/vocabulary.ts';

/** A longer line is cut: it is to be read from the last row. Characters. */
const LONGEST = 90;

export function LastWords({ side }: { readonly side: SideName }) {
  const run = useWorkspace(({ runs }) => runs[side]);
  const at = usePlayback((playback) => playback.at);
  const name = useSideName(side);
  const axis = useAxis();
  if (run.phase === 'idle') return <p className="present-said">{words.notRun}</p>;
  const printed = lastLine(run, reportedMoment(run, at, axis));
  const ending = run.phase === 'ended' && run.end.ending.kind !== 'finished' ? run.end.ending : null;
  if (ending === null && printed === '') return null;
  return (
    <p className="present-said" data-tone={ending === null ? 'plain' : 'bad'}>
      {printed !== '' && (
        <span>
          {words.printed} <code>{printed}</code>
        </span>
      )}
      {ending !== null && <strong>{messages.verdict.sideEnded(name, howEnded(ending))}</strong>}
      {ending?.kind === 'raised' && ending.error.message !== '' && <span>{cut(ending.error.message)}</span>}
    </p>
  );
}

function lastLine(run: Exclude<Run, { phase: 'idle' }>, moment: Micros): string {
  const text = run.trace.picture.prints
    .filter(({ time, stream }) => time <= moment && stream === 'stdout')
    .slice(-20)
    .map((print) => print.text)
    .join('');
  return cut(text.trimEnd().split('\n').at(-1) ?? '');
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}
