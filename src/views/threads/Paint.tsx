/** The threads view on the page: the drawing, what went wrong, the zoom, the legend, and the same in words. */
import { useMemo, type CSSProperties } from 'react';
import { DescribedTable } from '../shared/DescribedTable.tsx';
import { LeftOutNote } from '../shared/LeftOutNote.tsx';
import { sideColour } from '../shared/theme.ts';
import { useThrottled } from '../shared/useThrottled.ts';
import type { ViewInput } from '../view.ts';
import { Canvas } from './Canvas.tsx';
import { describeThreads } from './describe.ts';
import { Legend } from './Legend.tsx';
import { sequenceOf } from './model/eventSequence.ts';
import { signsOf } from './model/signs.ts';
import { InsightBand } from './InsightBand.tsx';
import { useViewport } from './interaction/useViewport.ts';
import { ZoomBar } from './ZoomBar.tsx';
import '../shared/foot.css';
import './threads.css';

export function Threads(input: ViewInput) {
  const viewport = useViewport(input);
  const throttled = useThrottled(input);
  const description = useMemo(() => describeThreads(throttled), [throttled]);
  const signs = useMemo(() => signsOf(sequenceOf(throttled.picture)), [throttled]);
  const style: CSSProperties & { '--view-side': string } = { '--view-side': sideColour(input.side) };
  return (
    <figure className="threads" aria-label={description.summary} style={style}>
      <Canvas key={input.side} input={input} viewport={viewport} />
      <InsightBand input={throttled} />
      <div className="view-foot">
        <ZoomBar viewport={viewport} />
        <Legend signs={signs} />
        <LeftOutNote input={throttled} />
        <DescribedTable table={description.table} />
      </div>
    </figure>
  );
}
