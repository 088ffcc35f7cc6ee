/** Palette: the colours of the page, as a canvas needs them. */
import type { SideName } from '../../lesson/schema.ts';

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

/**
 * Reads the palette where `probe` stands. A custom property that holds `light-dark()` is no colour to a canvas, so each
 * colour is worked out by the browser as the `color` of the probe.
 */
export function readPalette(probe: HTMLElement, context: CanvasRenderingContext2D, ratio: number): Palette {
  const resolve = (name: Ink): string => {
    probe.style.color = INKS[name];
    return getComputedStyle(probe).color;
  };
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
    hatch:
      diagonal(context, ratio, { period: 4, stroke: 1.1, back: ink.ready, fore: ink.readyLines }) ??
      ink.readyLines,
    stripes: diagonal(context, ratio, { period: 7, stroke: 3, back: ink.badWash, fore: ink.bad }) ?? ink.bad,
  };
}

/** A seamless tile of diagonal lines. `period` and `stroke` are CSS pixels. */
function diagonal(
  context: CanvasRenderingContext2D,
  ratio: number,
  look: { period: number; stroke: number; back: string; fore: string },
): CanvasPattern | null {
  const size = Math.round(look.period * ratio);
  const tile = new OffscreenCanvas(size, size);
  const pen = tile.getContext('2d');
  if (pen === null) return null;
  pen.fillStyle = look.back;
  pen.fillRect(0, 0, size, size);
  pen.strokeStyle = look.fore;
  pen.lineWidth = (look.stroke * ratio) / Math.SQRT2;
  pen.beginPath();
  for (const shift of [-size, 0, size]) {
    pen.moveTo(shift - 1, size + 1);
    pen.lineTo(shift + size + 1, -1);
  }
  pen.stroke();
  const pattern = context.createPattern(tile, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(1 / ratio));
  return pattern;
}

/** Calls back when the colours of the page may have changed; returns how to stop. */
export function watchTheme(changed: () => void): () => void {
  const queries = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)'];
  const lists = queries.map((query) => matchMedia(query));
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true });
  for (const list of lists) list.addEventListener('change', changed);
  document.fonts.addEventListener('loadingdone', changed);
  return () => {
    observer.disconnect();
    for (const list of lists) list.removeEventListener('change', changed);
    document.fonts.removeEventListener('loadingdone', changed);
  };
}

/** The CSS colour of a side, for the custom property `--timeline-side`. */
export function sideColour(side: SideName): string {
  return side === 'broken' ? 'var(--broken)' : 'var(--fixed)';
}
