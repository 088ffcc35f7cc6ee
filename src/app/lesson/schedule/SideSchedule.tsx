/** What the run of a side went by, in a line over its code, and the button that looks for a schedule that fails. */
import { useState } from 'react';
import type { SideName } from '../../../lesson/schema.ts';
import { messages } from '../../../messages/en.ts';
import type { Schedule, Scheduled } from '../../../runtime/schedule.ts';
import type { Run } from '../../../store/runs.ts';
import { useWorkspace } from '../../../store/workspaces.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { useOfSide } from '../../../ui/ofSide.ts';
import { useCommands } from '../../shell/context.ts';

const words = messages.schedule;

export function SideSchedule({ side }: { readonly side: SideName }) {
  const run = useWorkspace(({ runs }) => runs[side]);
  const asked = useWorkspace(({ stepping }) => stepping[side]?.question?.step ?? null);
  const copies = run.phase === 'ended' && run.end.scheduled !== null;
  return (
    <div className="side-schedule">
      <p title={words.clockTitle}>
        <span className="went-by">{wentBy(run)}</span>
        <span>{figuresOf(run, asked)}</span>
        <CheckSaid run={run} />
      </p>
      {copies && <CopySchedule side={side} />}
    </div>
  );
}

/** Looks for a schedule of a side that fails, and stops looking. */
export function FindButton({ side }: { readonly side: SideName }) {
  const { find, stopSearch } = useCommands();
  const ofSide = useOfSide();
  const searching = useWorkspace(({ searches }) => searches[side].phase === 'searching');
  const does = searching ? words.search.stop : words.search.find;
  return (
    // One button for both, so that the focus stays where it is.
    <button
      type="button"
      className="button quiet find"
      aria-label={ofSide(does)}
      title={does}
      onClick={() => (searching ? stopSearch : find)(side)}
    >
      <Icon name={searching ? 'stop' : 'search'} />
      {searching ? words.search.stopShort : words.search.findShort}
    </button>
  );
}

function wentBy(run: Run): string {
  if (run.phase === 'idle' || run.schedule === null) return words.summary.none;
  return `${words.models[run.schedule.model]} · ${strategyOf(run.schedule)} · `;
}

/** `asked` is the step of the open question, where the run is stepped by hand. */
function figuresOf(run: Run, asked: number | null): string {
  if (run.phase === 'idle' || run.schedule === null) return '';
  const scheduled = run.phase === 'ended' ? run.end.scheduled : null;
  if (scheduled !== null) return scheduledFigures(scheduled).join(' · ');
  return asked !== null && run.phase === 'running' ? words.summary.step(asked) : '';
}

/** Where it fails its own tab says so as well, so where it is narrow this gives way. */
function CheckSaid({ run }: { readonly run: Run }) {
  const check = run.phase === 'ended' ? (run.end.scheduled?.check ?? null) : null;
  if (check === null) return null;
  return (
    <span className="went-check">
      {' · '}
      {check.holds ? words.summary.checkHolds : <strong>{words.summary.checkFails}</strong>}
    </span>
  );
}

function strategyOf({ strategy }: Schedule): string {
  const name = words.strategies[strategy.kind];
  return 'seed' in strategy ? words.summary.seeded(name, strategy.seed) : name;
}

function scheduledFigures({ steps, preemptions }: Scheduled): string[] {
  return [words.summary.step(steps), words.summary.preemptions(preemptions)];
}

function CopySchedule({ side }: { readonly side: SideName }) {
  const { copySchedule } = useCommands();
  const ofSide = useOfSide();
  const [announcement, setAnnouncement] = useState('');
  return (
    <>
      <output className={announcement === '' ? 'unseen' : 'side-schedule-announcement'}>
        {announcement}
      </output>
      <button
        type="button"
        className="button quiet square"
        aria-label={ofSide(words.copy)}
        title={words.copy}
        onClick={() => {
          void copySchedule(side).then((copied) =>
            setAnnouncement(copied ? words.copied : words.copyRefused),
          );
        }}
        onBlur={() => setAnnouncement('')}
      >
        <Icon name="copy" />
      </button>
    </>
  );
}
