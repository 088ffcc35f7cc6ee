/** The timeline on the page: the drawing, its legend, and the same in words. */
import { useMemo, type CSSProperties } from 'react';
import { DescribedTable } from '../shared/DescribedTable.tsx';
import { LeftOutNote } from '../shared/LeftOutNote.tsx';
import { sideColour } from '../shared/theme.ts';
import { useThrottled } from '../shared/useThrottled.ts';
import type { ViewInput } from '../view.ts';
import { TASKS } from './activity.ts';
import { Canvas } from './Canvas.tsx';
import { describeTimeline } from './describe.ts';
import { Legend } from './Legend.tsx';
import { signsOf } from './signs.ts';
import '../shared/foot.css';
import './timeline.css';

export function Timeline(input: ViewInput) {
  const throttled = useThrottled(input);
  const description = useMemo(() => describeTimeline(throttled), [throttled]);
  const signs = useMemo(() => signsIn(throttled), [throttled]);
  const style: CSSProperties & { '--view-side': string } = { '--view-side': sideColour(input.side) };
  return (
    <figure className="timeline" aria-label={description.summary} style={style}>
      <Canvas {...input} />
      <div className="view-foot">
        <Legend signs={signs} />
        <LeftOutNote input={throttled} />
        <DescribedTable table={description.table} />
      </div>
    </figure>
  );
}

function signsIn({ picture, moment }: ViewInput) {
  return signsOf(picture.lanesBelow(TASKS), Math.max(moment, picture.lastTime));
}
