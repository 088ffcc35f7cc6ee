/** The timeline on the page: the drawing, its legend, and the same in words. */
import { useMemo } from 'react';
import { Figure } from '../shared/Figure.tsx';
import { LeftOutNote } from '../shared/LeftOutNote.tsx';
import { useThrottled } from '../shared/useThrottled.ts';
import type { ViewInput } from '../view.ts';
import { TASKS } from './activity.ts';
import { Canvas } from './Canvas.tsx';
import { describeTimeline } from './describe.ts';
import { TimelineLegend } from './Legend.tsx';
import { signsOf } from './signs.ts';
import './timeline.css';

export function Timeline(input: ViewInput) {
  const throttled = useThrottled(input);
  const signs = useMemo(() => signsIn(throttled), [throttled]);
  const foot = (
    <>
      <TimelineLegend signs={signs} />
      <LeftOutNote input={throttled} />
    </>
  );
  return (
    <Figure view="timeline" throttled={throttled} side={input.side} describe={describeTimeline} foot={foot}>
      <Canvas {...input} />
    </Figure>
  );
}

function signsIn({ picture, moment }: ViewInput) {
  return signsOf(picture.lanesBelow(TASKS), Math.max(moment, picture.lastTime));
}
