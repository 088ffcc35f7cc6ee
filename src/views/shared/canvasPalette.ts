/** Canvas palette: the colours and the type that every canvas picture is drawn in, as a canvas needs them. */
import { resolverAt } from './theme.ts';

export interface CanvasPalette {
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly paper: string;
  /** of what is under the pointer */
  readonly hover: string;
  /** the colour of the side that the picture is of */
  readonly side: string;
  /** families of the interface's type and of code */
  readonly family: string;
  readonly mono: string;
  /** screen pixels to a CSS pixel */
  readonly ratio: number;
}

/** Reads the palette where `probe` stands. */
export function readCanvasPalette(probe: HTMLElement, ratio: number): CanvasPalette {
  const colourAt = resolverAt(probe);
  const style = getComputedStyle(probe);
  return {
    ink: colourAt('var(--ink)'),
    muted: colourAt('var(--muted)'),
    line: colourAt('var(--line)'),
    paper: colourAt('var(--paper)'),
    hover: colourAt('color-mix(in oklab, var(--ink) 6%, transparent)'),
    side: colourAt('var(--view-side)'),
    family: style.fontFamily,
    mono: style.getPropertyValue('--mono') || 'monospace',
    ratio,
  };
}

/** The nearest edge between two pixels of the screen. */
export function snap(x: number, { ratio }: Pick<CanvasPalette, 'ratio'>): number {
  return Math.round(x * ratio) / ratio;
}
