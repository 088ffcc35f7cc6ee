/** Palette: the colours of the page, as a canvas needs them. */
import { diagonal } from '../shared/diagonal.ts';
import { resolverAt } from '../shared/theme.ts';

const INKS = {
  ink: 'var(--ink)',
  muted: 'var(--muted)',
  line: 'var(--line)',
  paper: 'var(--paper)',
  side: 'var(--timeline-side)',
  waiting: 'color-mix(in oklab, var(--timeline-side) 34%, var(--paper))',
  ready: 'color-mix(in oklab, var(--timeline-side) 7%, var(--paper))',
  readyLines: 'color-mix(in oklab, var(--timeline-side) 58%, var(--paper))',
  other: 'color-mix(in oklab, var(--muted) 38%, var(--paper))',
  bad: 'var(--timeline-bad)',
  badWash: 'color-mix(in oklab, var(--timeline-bad) 34%, var(--paper))',
  hover: 'color-mix(in oklab, var(--ink) 6%, transparent)',
} as const;
type Ink = keyof typeof INKS;

export interface Palette {
  readonly ink: Readonly<Record<Ink, string>>;
  /** the family of the interface's type */
  readonly family: string;
  /** bars of `ready`: thin diagonal lines */
  readonly hatch: CanvasPattern | string;
  /** bars of `held`: broad diagonal stripes */
  readonly stripes: CanvasPattern | string;
}

/** Reads the palette where `probe` stands. */
export function readPalette(probe: HTMLElement, context: CanvasRenderingContext2D, ratio: number): Palette {
  const colourAt = resolverAt(probe);
  const resolve = (name: Ink) => colourAt(INKS[name]);
  const ink = {
    ink: resolve('ink'),
    muted: resolve('muted'),
    line: resolve('line'),
    paper: resolve('paper'),
    side: resolve('side'),
    waiting: resolve('waiting'),
    ready: resolve('ready'),
    readyLines: resolve('readyLines'),
    other: resolve('other'),
    bad: resolve('bad'),
    badWash: resolve('badWash'),
    hover: resolve('hover'),
  };
  return {
    ink,
    family: getComputedStyle(probe).fontFamily,
    hatch: diagonal(context, ratio, { period: 4, stroke: 1.1, back: ink.ready, fore: ink.readyLines }),
    stripes: diagonal(context, ratio, { period: 7, stroke: 3, back: ink.badWash, fore: ink.bad }),
  };
}
