/** The heap on the page: the lines, what they come to, the chain of holders, and the same in words. */
import { useMemo, type CSSProperties } from 'react';
import { DescribedTable } from '../shared/DescribedTable.tsx';
import { sideColour } from '../shared/theme.ts';
import { useCalm } from '../shared/useThrottled.ts';
import type { ViewInput } from '../view.ts';
import { accountOf } from './summary.ts';
import { ChainGraph } from './ChainGraph.tsx';
import { Charts } from './Charts.tsx';
import { describeHeap } from './describe.ts';
import { Legend } from './Legend.tsx';
import { TaleBand } from './InsightBand.tsx';
import '../shared/foot.css';
import './heap.css';

export function Heap(input: ViewInput) {
  const calm = useCalm(input);
  const description = useMemo(() => describeHeap(calm), [calm]);
  const account = useMemo(() => accountOf(calm.picture, calm.moment), [calm]);
  const other = sideColour(input.side === 'broken' ? 'fixed' : 'broken');
  const style: CSSProperties & { '--heap-side': string; '--heap-other': string } = {
    '--heap-side': sideColour(input.side),
    '--heap-other': other,
  };
  return (
    <figure className="heap" aria-label={description.summary} style={style}>
      <Charts {...input} />
      {account.traced !== null && <TaleBand account={account} />}
      {account.traced !== null && <ChainGraph account={account} />}
      <div className="view-foot">
        <Legend input={calm} />
        <DescribedTable table={description.table} />
      </div>
    </figure>
  );
}
