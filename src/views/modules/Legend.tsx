/** The legend: what boxes and arrows stand for. Shows only what the picture holds. */
import { modules } from '../../messages/en.ts';
import { Legend } from '../shared/Legend.tsx';
import type { EventSequence } from './rows.ts';

const words = modules.legend;
type Sign = keyof typeof words;

export function ModulesLegend({ sequence }: { readonly sequence: EventSequence }) {
  const items = signsOf(sequence).map((id) => ({
    id,
    sign: <i className={`modules-sign modules-sign-${id}`} />,
    label: words[id],
  }));
  return <Legend items={items} />;
}

function signsOf({ lanes, imports }: EventSequence): readonly Sign[] {
  const held: Readonly<Record<Sign, boolean>> = {
    initialising: lanes.length > 0,
    ready: lanes.some(({ ready }) => ready.length > 0),
    failed: lanes.some(({ bodies }) => bodies.some(({ failed }) => failed)),
    removed: lanes.some(({ removed }) => removed.length > 0),
    import: imports.length > 0,
    back: imports.some(({ back }) => back !== null),
  };
  return (['initialising', 'ready', 'failed', 'removed', 'import', 'back'] as const).filter(
    (sign) => held[sign],
  );
}
