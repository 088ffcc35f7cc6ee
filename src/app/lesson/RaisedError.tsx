/** An uncaught exception: plain words, the person's own lines as links into the code, Python's own report folded. */
import type { SideName } from '../../lesson/schema.ts';
import { messages } from '../../messages/en.ts';
import type { Raised, TracebackFrame } from '../../runtime/protocol.ts';
import { useCommands, useRuntimeStatus } from '../context.ts';
import { hintFor } from '../hints.ts';

const words = messages.errors;
/** Of a deep recursion the innermost lines say it all; the others are in the traceback. */
const MOST_FRAMES = 6;

interface Props {
  readonly error: Raised;
  readonly side: SideName;
}

export function RaisedError({ error, side }: Props) {
  const { inner } = error;
  const status = useRuntimeStatus();
  const suspends = status.kind !== 'ready' || status.abilities.suspends;
  const hint = [error, ...inner].map((each) => hintFor(each, suspends)).find((found) => found !== null);
  return (
    <>
      <h3>{inner.length > 0 ? words.group(inner.length) : words.kind(error.type)}</h3>
      <p className="ending-error">{words.named(error.type, error.message)}</p>
      {hint !== undefined && <p>{hint}</p>}
      {inner.length > 0 && (
        <ul className="inner-errors" aria-label={words.innerErrors}>
          {inner.map((failure, index) => (
            <li key={index}>
              <p className="ending-error">{words.named(failure.type, failure.message)}</p>
              <OwnFrames frames={failure.frames} side={side} />
            </li>
          ))}
        </ul>
      )}
      <OwnFrames frames={error.frames} side={side} />
      {error.traceback !== '' && (
        <details>
          <summary>{words.traceback}</summary>
          <pre>{error.traceback}</pre>
        </details>
      )}
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
  if (line === null) return <span className="frame">{file}</span>;
  return (
    <button
      type="button"
      className="frame"
      title={words.goTo(file, line)}
      onClick={() => showPlace(side, file, line)}
    >
      <span>{words.frame(file, line, frame.function)}</span>
      <code>{frame.source.trim()}</code>
    </button>
  );
}
