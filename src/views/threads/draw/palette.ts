/** Palette: the colours and patterns of the threads view, as a canvas needs them. */
import { diagonal } from '../../shared/diagonal.ts';
import { resolverAt } from '../../shared/theme.ts';

/** The main thread has no hue; the others take these in turn (`threads.css`). */
const HUES = 7;

/** What one thread is drawn in. */
export interface ThreadInk {
  readonly line: string;
  readonly wash: string;
  /** while it waits */
  readonly hatch: CanvasPattern | string;
}

export interface Palette {
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly paper: string;
  readonly side: string;
  readonly sideWash: string;
  readonly bad: string;
  readonly badText: string;
  readonly hover: string;
  readonly threads: readonly ThreadInk[];
  /** families of the interface's type and of code */
  readonly family: string;
  readonly mono: string;
  /** screen pixels to a CSS pixel */
  readonly ratio: number;
}

/** Number of the hue of a thread: 0 for the main thread, which is the first. */
export function hueOf(thread: number): number {
  return thread === 0 ? 0 : 1 + ((thread - 1) % (HUES - 1));
}

/** Reads the palette where `probe` stands. */
export function readPalette(probe: HTMLElement, context: CanvasRenderingContext2D, ratio: number): Palette {
  const colourAt = resolverAt(probe);
  const paper = colourAt('var(--paper)');
  const threads = Array.from({ length: HUES }, (_, hue) => {
    const [line, wash] = [
      colourAt(`var(--thread-${hue})`),
      colourAt(`color-mix(in oklab, var(--thread-${hue}) 20%, var(--paper))`),
    ];
    const fore = colourAt(`color-mix(in oklab, var(--thread-${hue}) 62%, var(--paper))`);
    return { line, wash, hatch: diagonal(context, ratio, { period: 5, stroke: 1.1, back: paper, fore }) };
  });
  const style = getComputedStyle(probe);
  return {
    ink: colourAt('var(--ink)'),
    muted: colourAt('var(--muted)'),
    line: colourAt('var(--line)'),
    paper,
    side: colourAt('var(--threads-side)'),
    sideWash: colourAt('color-mix(in oklab, var(--threads-side) 11%, transparent)'),
    bad: colourAt('var(--broken)'),
    badText: colourAt('var(--paper)'),
    hover: colourAt('color-mix(in oklab, var(--ink) 6%, transparent)'),
    threads,
    family: style.fontFamily,
    mono: style.getPropertyValue('--mono') || 'monospace',
    ratio,
  };
}
