/** The threads view on the page: the drawing, what went wrong, the zoom, the legend, and the same in words. */
import { useMemo, type CSSProperties } from 'react';
import { DescribedTable } from '../DescribedTable.tsx';
import { LeftOutNote } from '../LeftOutNote.tsx';
import { sideColour } from '../theme.ts';
import { useCalm } from '../useCalm.ts';
import type { ViewInput } from '../view.ts';
import { Canvas } from './Canvas.tsx';
import { describeThreads } from './describe.ts';
import { Legend } from './Legend.tsx';
import { orderOf } from './order.ts';
import { signsOf } from './signs.ts';
import { TaleBand } from './TaleBand.tsx';
import { useSight } from './useSight.ts';
import { ZoomBar } from './ZoomBar.tsx';
import '../foot.css';
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
