/** The heap on the page: the lines, what they come to, the chain of holders, and the same in words. */
import { useMemo, type CSSProperties } from 'react';
import { DescribedTable } from '../shared/DescribedTable.tsx';
import { sideColour } from '../shared/theme.ts';
import { useThrottled } from '../shared/useThrottled.ts';
import type { ViewInput } from '../view.ts';
import { summaryOf } from './summary.ts';
import { ChainGraph } from './ChainGraph.tsx';
import { Charts } from './Charts.tsx';
import { describeHeap } from './describe.ts';
import { Legend } from './Legend.tsx';
import { InsightBand } from './InsightBand.tsx';
import '../shared/foot.css';
import './heap.css';

export function Heap(input: ViewInput) {
  const throttled = useThrottled(input);
  const description = useMemo(() => describeHeap(throttled), [throttled]);
  const summary = useMemo(() => summaryOf(throttled.picture, throttled.moment), [throttled]);
  const other = sideColour(input.side === 'broken' ? 'fixed' : 'broken');
  const style: CSSProperties & { '--view-side': string; '--heap-other': string } = {
    '--view-side': sideColour(input.side),
    '--heap-other': other,
  };
  return (
    <figure className="heap" aria-label={description.summary} style={style}>
      <Charts {...input} />
      {summary.traced !== null && <InsightBand summary={summary} />}
      {summary.traced !== null && <ChainGraph summary={summary} />}
      <div className="view-foot">
        <Legend input={throttled} />
        <DescribedTable table={description.table} />
      </div>
    </figure>
  );
}
