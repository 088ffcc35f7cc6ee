/** The figure of a picture: what is drawn, in the colour of its side, and what it shows in one sentence. */
import { useMemo, type CSSProperties, type ReactNode } from 'react';
import type { Description, ViewInput } from '../view.ts';
import { sideColour } from './theme.ts';
import './figure.css';

interface FigureProps {
  /** name of the view, for its styles */
  readonly view: string;
  /** calm enough for words (`useThrottled`) */
  readonly throttled: ViewInput;
  readonly side: ViewInput['side'];
  readonly describe: (input: ViewInput) => Description;
  /** the legend, and what else stands under the picture */
  readonly foot: ReactNode;
  readonly children: ReactNode;
}

export function Figure({ view, throttled, side, describe, foot, children }: FigureProps) {
  const { summary } = useMemo(() => describe(throttled), [describe, throttled]);
  const style: CSSProperties & { '--view-side': string; '--view-other': string } = {
    '--view-side': sideColour(side),
    '--view-other': sideColour(side === 'broken' ? 'fixed' : 'broken'),
  };
  return (
    <figure className={`view-figure ${view}`} aria-label={summary} style={style}>
      {children}
      <div className="view-foot">{foot}</div>
    </figure>
  );
}
