/** An uncaught exception: plain words, the person's own lines as links into the code, Python's own report folded. */
import { shortened } from '../../base/shortened.ts';
import type { SideName } from '../../lesson/schema.ts';
import { messages } from '../../messages/en.ts';
import type { Failure, Raised, TracebackFrame } from '../../runtime/protocol.ts';
import { LongText, WholeText } from '../../ui/LongText.tsx';
import { MoreItems } from '../../ui/MoreItems.tsx';
import { useCommands, useRuntimeStatus } from '../shell/context.ts';
import { hintFor } from './hints.ts';

const words = messages.errors;
/** Of a deep recursion the innermost lines say it all; the others are in the traceback. */
const MOST_FRAMES = 6;
/** The box of a message has room for this; behind it is the rest. Characters. */
const MESSAGE = 1_000;
/** A name or a line of code on a button, and in a hint. Characters. */
const NAME = 200;

interface Props {
  readonly error: Raised;
  readonly side: SideName;
}

export function RaisedError({ error, side }: Props) {
  const { inner } = error;
  const status = useRuntimeStatus();
  const suspends = status.kind !== 'ready' || status.abilities.suspends;
  const hint = [error, ...inner]
    .map((each) => hintFor(named(each), suspends))
    .find((found) => found !== null);
  return (
    <>
      <h3>{inner.length > 0 ? words.group(inner.length) : words.kind(error.type)}</h3>
      <Message of={error} />
      {hint !== undefined && <p>{hint}</p>}
      {inner.length > 0 && (
        <MoreItems
          className="inner-errors"
          label={words.innerErrors}
          count={inner.length}
          renderItem={(index) => <Inner failure={inner[index]} side={side} />}
        />
      )}
      <OwnFrames frames={error.frames} side={side} />
      {error.traceback !== '' && (
        <details>
          <summary>{words.traceback}</summary>
          <WholeText text={error.traceback} label={words.traceback} />
        </details>
      )}
    </>
  );
}

/** What a hint is found by, and may quote. */
function named({ type, message, absent }: Failure): Pick<Failure, 'type' | 'message' | 'absent'> {
  return {
    type: shortened(type, NAME),
    message: shortened(message, NAME),
    absent: absent && { ...absent, name: shortened(absent.name, NAME) },
  };
}

function Message({ of: { type, message } }: { readonly of: Failure }) {
  return (
    <p className="ending-error">
      <LongText text={words.named(type, message)} most={MESSAGE} />
    </p>
  );
}

function Inner({ failure, side }: { readonly failure: Failure | undefined; readonly side: SideName }) {
  if (failure === undefined) return null;
  return (
    <>
      <Message of={failure} />
      <OwnFrames frames={failure.frames} side={side} />
    </>
  );
}

function OwnFrames({
  frames,
  side,
}: {
  readonly frames: readonly TracebackFrame[];
  readonly side: SideName;
}) {
  const own = frames
    .filter((frame) => frame.own)
    .toReversed()
    .slice(0, MOST_FRAMES);
  if (own.length === 0) return null;
  return (
    <ul className="frames" aria-label={words.ownLines}>
      {own.map((frame, index) => (
        <li key={index}>
          <FrameButton frame={frame} side={side} />
        </li>
      ))}
    </ul>
  );
}

function FrameButton({ frame, side }: { readonly frame: TracebackFrame; readonly side: SideName }) {
  const { showPlace } = useCommands();
  const { file, line } = frame;
  const name = shortened(file, NAME);
  if (line === null) return <span className="frame">{name}</span>;
  return (
    <button
      type="button"
      className="frame"
      title={words.goTo(name, line)}
      onClick={() => showPlace(side, file, line)}
    >
      <span>{words.frame(name, line, shortened(frame.function, NAME))}</span>
      <code>{shortened(frame.source.trim(), NAME)}</code>
    </button>
  );
}
