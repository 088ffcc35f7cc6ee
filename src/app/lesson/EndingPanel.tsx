/** How a run ended, where it did not simply finish: what happened in plain words, and what to do. */
import { labelWords, messages, quoteNames } from '../../messages/en.ts';
import { formatCount } from '../../base/format.ts';
import { shortened } from '../../base/shortened.ts';
import type { SideName } from '../../lesson/schema.ts';
import type { Ending, Raised } from '../../runtime/protocol.ts';
import { useWorkspace } from '../../store/workspaces.ts';
import type { Label } from '../../trace/facts.ts';
import { Boundary } from '../../ui/Boundary.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { LongText } from '../../ui/LongText.tsx';
import { MoreItems } from '../../ui/MoreItems.tsx';
import { FaultReport } from './FaultReport.tsx';
import { RaisedError } from './RaisedError.tsx';
import { Failed } from '../shell/Failed.tsx';
import './ending.css';

const words = messages.errors.endings;
/** Of what has ended a program. Characters. */
const NAME = 80;

export function EndingPanel({ side }: { readonly side: SideName }) {
  const ending = useWorkspace(({ runs }) => {
    const run = runs[side];
    return run.phase === 'ended' ? run.end.ending : null;
  });
  const number = useWorkspace(({ runs }) => (runs[side].phase === 'idle' ? 0 : runs[side].number));
  if (ending === null || ending.kind === 'finished') return null;
  return (
    <Boundary until={ending} instead={<Failed what="ending" />}>
      <div className="ending" data-kind={ending.kind}>
        <Icon name={ending.kind === 'stopped' ? 'stop' : 'warning'} />
        <div className="ending-text">
          {/* What was unfolded of one run stays folded in the next. */}
          <EndingText key={number} ending={ending} side={side} />
        </div>
      </div>
    </Boundary>
  );
}

function EndingText({ ending, side }: { readonly ending: Ending; readonly side: SideName }) {
  switch (ending.kind) {
    case 'finished':
      return null;
    case 'raised':
      return <RaisedError error={ending.error} side={side} />;
    case 'stopped':
      return <Plain title={words.stopped.title} lines={[words.stopped.text]} />;
    case 'exited': {
      const by = ending.by === undefined ? undefined : shortened(ending.by, NAME);
      return (
        <Plain
          title={words.exited.title(ending.status, by)}
          lines={[ending.message, words.exited.text(ending.status, by)]}
        />
      );
    }
    case 'unable':
      return <RaisedError error={unableError(ending)} side={side} />;
    case 'stuck':
      return <Stuck {...ending} />;
    case 'capped':
      return (
        <Plain
          title={words.capped.title[ending.what]}
          lines={[
            words.capped.text[ending.what](formatCount(ending.limit)),
            words.capped.advice[ending.what],
          ]}
        />
      );
    case 'crashed':
      return (
        <>
          <Plain
            title={words.crashed[ending.cause].title}
            lines={[
              words.crashed[ending.cause].text(ending.reason),
              words.crashed[ending.cause].advice(ending.reason),
            ]}
          />
          {ending.cause === 'fault' && <FaultReport report={ending.reason} />}
        </>
      );
  }
}

/** Told like an exception: where a thread stood, and why it cannot go on. */
function unableError({ why, frames }: Extract<Ending, { kind: 'unable' }>): Raised {
  const message = labelWords(why);
  return { type: 'RuntimeError', message, frames, absent: null, inner: [], traceback: '' };
}

/** Those that wait in a circle first: they are why nothing goes on. */
function Stuck({ waits, cycle }: Extract<Ending, { kind: 'stuck' }>) {
  if (cycle.length === 0) {
    return (
      <>
        <Plain title={words.stuck.title} lines={[words.stuck.text]} />
        <Waits label={words.stuck.waits} waits={waits} />
      </>
    );
  }
  const { title, text, alone, others } = words.deadlock;
  const circle = new Set(cycle.map(labelWords));
  const outside = waits.filter((wait) => !circle.has(labelWords(wait)));
  return (
    <>
      <Plain title={title} lines={[cycle.length === 1 ? alone : text]} />
      <Waits label={words.deadlock.cycle} waits={cycle} />
      {outside.length > 0 && <p>{others}</p>}
      <Waits label={words.stuck.waits} waits={outside} />
    </>
  );
}

function Waits({ label, waits }: { readonly label: string; readonly waits: readonly Label[] }) {
  if (waits.length === 0) return null;
  return (
    <MoreItems
      label={label}
      count={waits.length}
      renderItem={(index) => <LongText text={quoteNames(labelWords(waits[index] ?? ''))} />}
    />
  );
}

function Plain({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <>
      <h3>{title}</h3>
      {lines
        .filter((line) => line !== '')
        .map((line, index) => (
          <p key={index}>
            <LongText text={line} />
          </p>
        ))}
    </>
  );
}
