/** The threads view on the page: the drawing, what went wrong, the zoom, the legend, and the same in words. */
import { useMemo } from 'react';
import { Figure } from '../shared/Figure.tsx';
import { LeftOutNote } from '../shared/LeftOutNote.tsx';
import { useThrottled } from '../shared/useThrottled.ts';
import type { ViewInput } from '../view.ts';
import { Canvas } from './Canvas.tsx';
import { describeThreads } from './describe.ts';
import { ThreadsLegend } from './Legend.tsx';
import { sequenceOf } from './model/eventSequence.ts';
import { signsOf } from './model/signs.ts';
import { InsightBand } from './InsightBand.tsx';
import { useViewport } from './interaction/useViewport.ts';
import { ZoomBar } from './ZoomBar.tsx';
import './threads.css';

export function Threads(input: ViewInput) {
  const viewport = useViewport(input);
  const throttled = useThrottled(input);
  const signs = useMemo(() => signsOf(sequenceOf(throttled.picture)), [throttled]);
  const foot = (
    <>
      <ZoomBar viewport={viewport} />
      <ThreadsLegend signs={signs} />
      <LeftOutNote input={throttled} />
    </>
  );
  return (
    <Figure view="threads" throttled={throttled} side={input.side} describe={describeThreads} foot={foot}>
      <Canvas key={input.side} input={input} viewport={viewport} />
      <InsightBand input={throttled} />
    </Figure>
  );
}
