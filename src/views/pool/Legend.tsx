/** The legend: what the bars and signs stand for. Shows only what the picture holds. */
import { pool as words } from '../../messages/en.ts';
import type { Picture } from '../../trace/picture.ts';
import { Legend } from '../shared/Legend.tsx';
import { LOST, TIMED_OUT } from './names.ts';
import { ComingBack } from './ComingBack.tsx';
import { intervalsOf } from './intervals.ts';

type Sign = keyof typeof words.legend;

export function PoolLegend({ picture }: { readonly picture: Picture }) {
  const intervals = intervalsOf(picture);
  const shown: Record<Sign, boolean> = {
    hold: intervals.begun('hold').length > 0,
    collected: intervals.ended('hold', LOST.collected).length > 0,
    dropped: intervals.ended('hold', LOST.dropped).length > 0,
    wait: intervals.begun('wait').length > 0,
    gaveUp: intervals.ended('wait', TIMED_OUT).length > 0,
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
