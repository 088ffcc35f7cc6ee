/** Screen: a canvas that is painted at most once a frame, sharp, and in the page's colours. */
import { offerAsSvg } from './canvasAsSvg.ts';
import type { Pen } from './pen.ts';
import { SvgPen } from './svgPen.ts';
import { watchTheme } from './theme.ts';

/** Finer than this no eye can tell. Screen pixels to a CSS pixel. */
const FINEST = 3;

export interface Surface {
  /** scrolls the lanes; the canvas stays in sight within it */
  readonly strip: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  /** an element that is not seen, to work out colours on */
  readonly probe: HTMLElement;
}

export type { Pen } from './pen.ts';

/** Draws with a pen whose unit is the CSS pixel. `now` is `performance.now()`. */
type Draw<Palette> = (pen: Pen, palette: Palette, now: number) => void;

/** Reads a palette on the probe; patterns must be sharp at `ratio` screen pixels to a CSS pixel. */
type ReadPalette<Palette> = (probe: HTMLElement, pen: CanvasRenderingContext2D, ratio: number) => Palette;

export class Screen<Palette> {
  #surface: Surface;
  #readPalette: ReadPalette<Palette>;
  #palette: { readonly ratio: number; readonly palette: Palette } | null = null;
  #size = { width: 0, height: 0 };
  #draw: Draw<Palette> | null = null;
  #frame = 0;
  #stopWatching: () => void;

  constructor(surface: Surface, readPalette: ReadPalette<Palette>) {
    this.#surface = surface;
    this.#readPalette = readPalette;
    this.#stopWatching = watchTheme(() => this.forgetColours());
    surface.strip.addEventListener('scroll', this.#scrolled, { passive: true });
    offerAsSvg(surface.canvas, (prefix) => this.#asSvg(prefix));
  }

  /** Draws this from the next frame on. */
  show({ width, height }: { readonly width: number; readonly height: number }, draw: Draw<Palette>): void {
    this.#size = { width, height };
    this.#draw = draw;
    this.requestFrame();
  }

  /** Draws once more, at the next frame. */
  requestFrame(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(this.#paint);
  }

  /** Reads the colours of the page anew before it draws again. */
  forgetColours(): void {
    this.#palette = null;
    this.requestFrame();
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame);
    this.#stopWatching();
    this.#surface.strip.removeEventListener('scroll', this.#scrolled);
  }

  #scrolled = (): void => this.requestFrame();

  /** What the canvas shows, drawn with the pen of an SVG. */
  #asSvg(prefix: string): string | null {
    const measuring = this.#surface.canvas.getContext('2d');
    if (this.#draw === null || this.#palette === null || measuring === null) return null;
    const pen = new SvgPen(measuring, prefix);
    this.#draw(pen, this.#palette.palette, performance.now());
    return pen.picture(this.#size.width, this.#size.height);
  }

  #paint = (now: number): void => {
    this.#frame = 0;
    const { canvas, probe } = this.#surface;
    const { width, height } = this.#size;
    const pen = canvas.getContext('2d');
    if (this.#draw === null || pen === null || width === 0) return;
    const ratio = Math.min(FINEST, window.devicePixelRatio);
    if (this.#palette?.ratio !== ratio) {
      this.#palette = { ratio, palette: this.#readPalette(probe, pen, ratio) };
    }
    resize(canvas, width * ratio, height * ratio);
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.#draw(pen, this.#palette.palette, now);
  };
}

function resize(canvas: HTMLCanvasElement, width: number, height: number): void {
  const [wide, high] = [Math.round(width), Math.round(height)];
  if (canvas.width !== wide) canvas.width = wide;
  if (canvas.height !== high) canvas.height = high;
}
