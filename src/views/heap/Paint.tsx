/** The heap on the page: the lines, what they come to, the chain of holders, and the same in words. */
import { useMemo } from 'react';
import { Figure } from '../shared/Figure.tsx';
import { useThrottled } from '../shared/useThrottled.ts';
import type { ViewInput } from '../view.ts';
import { summaryOf } from './summary.ts';
import { ChainGraph } from './ChainGraph.tsx';
import { Charts } from './Charts.tsx';
import { describeHeap } from './describe.ts';
import { HeapLegend } from './Legend.tsx';
import { InsightBand } from './InsightBand.tsx';
import './heap.css';

export function Heap(input: ViewInput) {
  const throttled = useThrottled(input);
  const summary = useMemo(() => summaryOf(throttled.picture, throttled.moment), [throttled]);
  return (
    <Figure
      view="heap"
      throttled={throttled}
      side={input.side}
      describe={describeHeap}
      foot={<HeapLegend input={throttled} />}
    >
      <Charts {...input} />
      {summary.traced !== null && <InsightBand summary={summary} />}
      {summary.traced !== null && <ChainGraph summary={summary} />}
    </Figure>
  );
}
