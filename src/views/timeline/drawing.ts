/** Drawing: keeps a canvas as it should look, in the page's colours, and moving while a run is live. */
import type { Lane } from '../../trace/lane.ts';
import type { ViewInput } from '../view.ts';
import { drawScene } from './drawScene.ts';
import { followTo } from './following.ts';
import type { Layout } from './layout.ts';
import { LiveEdge } from './liveEdge.ts';
import { readPalette, watchTheme, type Palette } from './palette.ts';

/** Finer than this no eye can tell. Screen pixels to a CSS pixel. */
const FINEST = 3;

export interface Shown {
  readonly input: ViewInput;
  readonly lanes: readonly Lane[];
  readonly layout: Layout;
  /** the lane under the pointer */
  readonly pointed: number | null;
}

export interface Surface {
  /** scrolls the lanes; the canvas stays in sight within it */
  readonly strip: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  /** an element that is not seen, to work out colours on */
  readonly probe: HTMLElement;
}

/** Paints at most once a frame, and only when something changed or the run is live. */
export class Drawing {
  #surface: Surface;
  #shown: Shown | null = null;
  #edge = new LiveEdge();
  #palette: { readonly ratio: number; readonly palette: Palette } | null = null;
  #frame = 0;
  #follows = true;
  #ownScroll = 0;
  #stopWatching: () => void;

  constructor(surface: Surface) {
    this.#surface = surface;
    surface.strip.addEventListener('scroll', this.#scrolled, { passive: true });
    this.#stopWatching = watchTheme(() => {
      this.#palette = null;
      this.#ask();
    });
  }

  /** Shows this from the next frame on. */
  show(shown: Shown): void {
    const { live, side, moment } = shown.input;
    const moved = moment !== this.#shown?.input.moment;
    if (!live || this.#shown?.input.live !== true) this.#follows = true;
    if (side !== this.#shown?.input.side) this.#palette = null;
    this.#shown = shown;
    this.#edge.reach(shown.input.moment, performance.now());
    if (moved && this.#follows) this.#follow(shown);
    this.#ask();
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame);
    this.#surface.strip.removeEventListener('scroll', this.#scrolled);
    this.#stopWatching();
  }

  #ask(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(this.#paint);
  }

  #paint = (now: number): void => {
    this.#frame = 0;
    const shown = this.#shown;
    const pen = this.#surface.canvas.getContext('2d');
    if (shown === null || pen === null || shown.layout.width === 0) return;
    const { input, layout, lanes, pointed } = shown;
    const ratio = Math.min(FINEST, window.devicePixelRatio);
    if (this.#palette?.ratio !== ratio) {
      this.#palette = { ratio, palette: readPalette(this.#surface.probe, pen, ratio) };
    }
    const moment = input.live ? this.#edge.momentAt(now, input.horizon) : input.moment;
    resize(this.#surface.canvas, layout.width * ratio, layout.height * ratio);
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawScene(pen, {
      lanes,
      layout,
      pointed,
      moment,
      live: input.live,
      until: input.live ? moment : Math.max(moment, input.picture.lastTime),
      palette: this.#palette.palette,
      scroll: this.#surface.strip.scrollTop,
    });
    if (input.live) this.#ask();
  };

  #scrolled = (): void => {
    if (Math.abs(this.#surface.strip.scrollTop - this.#ownScroll) > 2) this.#follows = false;
    this.#ask();
  };

  /** While live it follows until the person scrolls; afterwards whenever the playhead moves. */
  #follow({ input, lanes, layout }: Shown): void {
    const { strip } = this.#surface;
    const to = followTo(lanes, layout, strip.scrollTop, input.moment);
    if (to === null) return;
    strip.scrollTop = to;
    this.#ownScroll = strip.scrollTop;
  }
}

function resize(canvas: HTMLCanvasElement, width: number, height: number): void {
  const [wide, high] = [Math.round(width), Math.round(height)];
  if (canvas.width !== wide) canvas.width = wide;
  if (canvas.height !== high) canvas.height = high;
}
