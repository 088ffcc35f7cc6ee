/** Palette: the colours and patterns of the threads view, as a canvas needs them. */
import { readCanvasPalette, type CanvasPalette } from '../../shared/canvasPalette.ts';
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

export interface Palette extends CanvasPalette {
  readonly sideWash: string;
  readonly bad: string;
  readonly threads: readonly ThreadInk[];
}

/** Number of the hue of a thread: 0 for the main thread, which is the first. */
export function hueOf(thread: number): number {
  return thread === 0 ? 0 : 1 + ((thread - 1) % (HUES - 1));
}

/** Reads the palette where `probe` stands. */
export function readPalette(probe: HTMLElement, pen: CanvasRenderingContext2D, ratio: number): Palette {
  const colourAt = resolverAt(probe);
  const base = readCanvasPalette(probe, ratio);
  const threads = Array.from({ length: HUES }, (_, hue) => {
    const mixed = (share: number) =>
      colourAt(`color-mix(in oklab, var(--thread-${hue}) ${share}%, var(--paper))`);
    const style = { period: 5, stroke: 1.1, back: base.paper, fore: mixed(62) };
    return { line: colourAt(`var(--thread-${hue})`), wash: mixed(20), hatch: diagonal(pen, ratio, style) };
  });
  return {
    ...base,
    sideWash: colourAt('color-mix(in oklab, var(--view-side) 11%, transparent)'),
    bad: colourAt('var(--broken)'),
    threads,
  };
}
