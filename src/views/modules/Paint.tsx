/** The modules view on the page: the track, the graph, what went wrong, the legend, and the same in words. */
import { modules as words } from '../../messages/en.ts';
import { useRef, type ReactNode } from 'react';
import { useOfSide } from '../../ui/ofSide.ts';
import { Figure } from '../shared/Figure.tsx';
import { useSize } from '../shared/useSize.ts';
import { useThrottled } from '../shared/useThrottled.ts';
import type { ViewInput } from '../view.ts';
import { describeModules, staticWords } from './describe.ts';
import { GraphPicture } from './GraphPicture.tsx';
import { ModulesLegend } from './Legend.tsx';
import { STATIC_CYCLES } from './names.ts';
import { sequenceOf } from './eventSequence.ts';
import { InsightBand } from './InsightBand.tsx';
import { Track } from './Track.tsx';
import './modules.css';

export function Modules(input: ViewInput) {
  const { picture, other, side } = input;
  const throttled = useThrottled(input);
  const pictures = useRef<HTMLDivElement>(null);
  const ofSide = useOfSide();
  // Of what scrolls them, not of the pictures: they are as high as there is room.
  const { height } = useSize(pictures);
  const sequence = sequenceOf(picture);
  const parts = { input, sequence, events: Math.max(sequence.times.length, sequenceOf(other).times.length) };
  const source = picture.laneLabelled(STATIC_CYCLES);
  return (
    <Figure
      view="modules"
      throttled={throttled}
      side={side}
      describe={describeModules}
      foot={<ModulesLegend sequence={sequence} />}
    >
      {/* Where room is short it scrolls, so the keyboard reaches it. */}
      <section className="modules-pictures" ref={pictures} tabIndex={0} aria-label={ofSide(words.pictures)}>
        <Measured>{(width) => <Track {...parts} width={width} height={height} />}</Measured>
        <Measured>{(width) => <GraphPicture {...parts} width={width} height={height} />}</Measured>
      </section>
      <InsightBand input={input} sequence={sequence} />
      {source !== null && <p className="modules-source">{staticWords(source)}</p>}
    </Figure>
  );
}

/** Tells its children how wide they may be. */
function Measured({ children }: { readonly children: (width: number) => ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const { width } = useSize(box);
  return (
    <div ref={box} className="modules-box">
      {width > 0 && children(width)}
    </div>
  );
}
