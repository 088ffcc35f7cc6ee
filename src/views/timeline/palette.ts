/** Palette: the colours and patterns of the timeline, as a canvas needs them. */
import { readCanvasPalette, type CanvasPalette } from '../shared/canvasPalette.ts';
import { diagonal } from '../shared/diagonal.ts';
import { resolverAt } from '../shared/theme.ts';

export interface Palette extends CanvasPalette {
  readonly waiting: string;
  readonly other: string;
  readonly bad: string;
  /** bars of `ready`: thin diagonal lines */
  readonly hatch: CanvasPattern | string;
  /** bars of `held`: broad diagonal stripes */
  readonly stripes: CanvasPattern | string;
}

/** Reads the palette where `probe` stands. */
export function readPalette(probe: HTMLElement, pen: CanvasRenderingContext2D, ratio: number): Palette {
  const colourAt = resolverAt(probe);
  const mixed = (colour: string, share: number) =>
    colourAt(`color-mix(in oklab, ${colour} ${share}%, var(--paper))`);
  const [side, bad] = ['var(--view-side)', 'var(--timeline-bad)'];
  return {
    ...readCanvasPalette(probe, ratio),
    waiting: mixed(side, 34),
    other: mixed('var(--muted)', 38),
    bad: colourAt(bad),
    hatch: diagonal(pen, ratio, { period: 4, stroke: 1.1, back: mixed(side, 7), fore: mixed(side, 58) }),
    stripes: diagonal(pen, ratio, { period: 7, stroke: 3, back: mixed(bad, 34), fore: colourAt(bad) }),
  };
}
