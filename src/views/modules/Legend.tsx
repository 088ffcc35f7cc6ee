/** The legend: what boxes and arrows stand for. Shows only what the picture holds. */
import { modules } from '../../messages/modules.ts';
import type { EventSequence } from './rows.ts';

const words = modules.legend;
type Sign = keyof typeof words;

export function Legend({ sequence }: { readonly sequence: EventSequence }) {
  return (
    <ul className="view-legend" aria-hidden="true">
      {signsOf(sequence).map((sign) => (
        <li key={sign}>
          <i className={`modules-sign modules-sign-${sign}`} />
          {words[sign]}
        </li>
      ))}
    </ul>
  );
}

function signsOf({ lanes, asks }: EventSequence): readonly Sign[] {
  const held: Readonly<Record<Sign, boolean>> = {
    initialising: lanes.length > 0,
    ready: lanes.some(({ ready }) => ready.length > 0),
    failed: lanes.some(({ bodies }) => bodies.some(({ failed }) => failed)),
    removed: lanes.some(({ removed }) => removed.length > 0),
    ask: asks.length > 0,
    back: asks.some(({ back }) => back !== null),
  };
  return (['initialising', 'ready', 'failed', 'removed', 'ask', 'back'] as const).filter(
    (sign) => held[sign],
  );
}
