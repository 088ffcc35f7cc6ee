/** The modules view on the page: the track, the graph, what went wrong, the legend, and the same in words. */
import { useLayoutEffect, useMemo, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import { DescribedTable } from '../shared/DescribedTable.tsx';
import { NO_SIZE, watchSize } from '../shared/elementSize.ts';
import { sideColour } from '../shared/theme.ts';
import { useThrottled } from '../shared/useThrottled.ts';
import type { ViewInput } from '../view.ts';
import { describeModules, staticWords } from './describe.ts';
import { GraphPicture } from './GraphPicture.tsx';
import { Legend } from './Legend.tsx';
import { STATIC_CYCLES } from './names.ts';
import { sequenceOf } from './eventSequence.ts';
import { InsightBand } from './InsightBand.tsx';
import { Track } from './Track.tsx';
import '../shared/foot.css';
import './modules.css';

export function Modules(input: ViewInput) {
  const { picture, other, side } = input;
  const throttled = useThrottled(input);
  const description = useMemo(() => describeModules(throttled), [throttled]);
  const sequence = sequenceOf(picture);
  const style: CSSProperties & { '--view-side': string } = { '--view-side': sideColour(side) };
  const parts = { input, sequence, events: Math.max(sequence.times.length, sequenceOf(other).times.length) };
  const source = picture.laneLabelled(STATIC_CYCLES);
  return (
    <figure className="modules" aria-label={description.summary} style={style}>
      <div className="modules-pictures">
        <Measured>{(width) => <Track {...parts} width={width} />}</Measured>
        <Measured>{(width) => <GraphPicture {...parts} width={width} />}</Measured>
      </div>
      <InsightBand input={input} sequence={sequence} />
      {source !== null && <p className="modules-source">{staticWords(source)}</p>}
      <div className="view-foot">
        <Legend sequence={sequence} />
        <DescribedTable table={description.table} />
      </div>
    </figure>
  );
}

/** Tells its children how wide they may be. */
function Measured({ children }: { readonly children: (width: number) => ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const [{ width }, setSize] = useState(NO_SIZE);
  useLayoutEffect(() => (box.current === null ? undefined : watchSize(box.current, setSize)), []);
  return (
    <div ref={box} className="modules-box">
      {width > 0 && children(width)}
    </div>
  );
}
