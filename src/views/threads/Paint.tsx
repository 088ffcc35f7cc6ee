/** The threads view on the page: the drawing, what went wrong, the zoom, the legend, and the same in words. */
import { useMemo, type CSSProperties } from 'react';
import { DescribedTable } from '../shared/DescribedTable.tsx';
import { LeftOutNote } from '../shared/LeftOutNote.tsx';
import { sideColour } from '../shared/theme.ts';
import { useCalm } from '../shared/useThrottled.ts';
import type { ViewInput } from '../view.ts';
import { Canvas } from './Canvas.tsx';
import { describeThreads } from './describe.ts';
import { Legend } from './Legend.tsx';
import { orderOf } from './model/eventSequence.ts';
import { signsOf } from './model/signs.ts';
import { TaleBand } from './InsightBand.tsx';
import { useSight } from './interaction/useViewport.ts';
import { ZoomBar } from './ZoomBar.tsx';
import '../shared/foot.css';
import './threads.css';

export function Threads(input: ViewInput) {
  const sight = useSight(input);
  const calm = useCalm(input);
  const description = useMemo(() => describeThreads(calm), [calm]);
  const signs = useMemo(() => signsOf(orderOf(calm.picture)), [calm]);
  const style: CSSProperties & { '--threads-side': string } = { '--threads-side': sideColour(input.side) };
  return (
    <figure className="threads" aria-label={description.summary} style={style}>
      <Canvas key={input.side} input={input} sight={sight} />
      <TaleBand input={calm} />
      <div className="view-foot">
        <ZoomBar sight={sight} />
        <Legend signs={signs} />
        <LeftOutNote input={calm} />
        <DescribedTable table={description.table} />
      </div>
    </figure>
  );
}
