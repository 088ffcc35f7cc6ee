/** The legend: what the bars and signs stand for. Shows only what the picture holds. */
import { pool as words } from '../../messages/en.ts';
import type { Picture } from '../../trace/picture.ts';
import { Legend } from '../shared/Legend.tsx';
import { LOST, TIMED_OUT } from './names.ts';
import { ComingBack } from './ComingBack.tsx';
import { intervalsUntil } from './intervals.ts';

type Sign = keyof typeof words.legend;

export function PoolLegend({ picture }: { readonly picture: Picture }) {
  const intervals = intervalsUntil(picture, Infinity);
  const shown: Record<Sign, boolean> = {
    hold: intervals.some(({ kind }) => kind === 'hold'),
    collected: intervals.some(({ outcome }) => outcome === LOST.collected),
    dropped: intervals.some(({ outcome }) => outcome === LOST.dropped),
    wait: intervals.some(({ kind }) => kind === 'wait'),
    gaveUp: intervals.some(({ outcome }) => outcome === TIMED_OUT),
  };
  const signs: readonly Sign[] = ['hold', 'collected', 'dropped', 'wait', 'gaveUp'];
  const items = signs
    .filter((sign) => shown[sign])
    .map((id) => ({ id, sign: <Shape sign={id} />, label: words.legend[id] }));
  return <Legend items={items} />;
}

function Shape({ sign }: { readonly sign: Sign }) {
  return (
    <svg width={14} height={10}>
      {(sign === 'hold' || sign === 'wait') && (
        <rect className={`pool-bar pool-${sign}`} x={0.5} y={0.5} width={13} height={9} rx={2} />
      )}
      <ComingBack outcome={sign} x={7} y={5} />
      {sign === 'gaveUp' && <path className="pool-cross" d="M3 1 l8 8 m0 -8 l-8 8" />}
    </svg>
  );
}
