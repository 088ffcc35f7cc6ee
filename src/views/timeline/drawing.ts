/** Drawing: keeps a canvas as it should look, in the page's colours, and moving while a run is live. */
import type { Lane } from '../../trace/lane.ts';
import { Screen, type Pen, type Surface } from '../shared/screen.ts';
import type { ViewInput } from '../view.ts';
import { drawScene } from './drawScene.ts';
import { followTo } from './following.ts';
import type { Layout } from './layout.ts';
import { LiveEdge } from './liveEdge.ts';
import { readPalette, type Palette } from './palette.ts';

export interface Shown {
  readonly input: ViewInput;
  readonly lanes: readonly Lane[];
  readonly layout: Layout;
  /** the lane under the pointer */
  readonly pointed: number | null;
}

/** Paints only when something changed or the run is live. */
class Drawing {
  #strip: HTMLElement;
  #screen: Screen<Palette>;
  #shown: Shown | null = null;
  #edge = new LiveEdge();
  #follows = true;
  #ownScroll = 0;
  /** how far the strip is scrolled; asking it would have the page laid out in the midst of a frame */
  #scroll = 0;

  constructor(surface: Surface) {
    this.#strip = surface.strip;
    this.#scroll = surface.strip.scrollTop;
    this.#screen = new Screen(surface, readPalette);
    surface.strip.addEventListener('scroll', this.#scrolled, { passive: true });
  }

  /** Shows this from the next frame on. */
  show(shown: Shown): void {
    const { live, side, moment } = shown.input;
    const moved = moment !== this.#shown?.input.moment;
    if (!live || this.#shown?.input.live !== true) this.#follows = true;
    if (side !== this.#shown?.input.side) this.#screen.forgetColours();
    this.#shown = shown;
    this.#edge.reach(shown.input.moment, performance.now());
    if (moved && this.#follows) this.#follow(shown);
    this.#screen.show(shown.layout, (pen, palette, now) => this.#paint(shown, { pen, palette, now }));
  }

  dispose(): void {
    this.#screen.dispose();
    this.#strip.removeEventListener('scroll', this.#scrolled);
  }

  #paint(shown: Shown, on: { pen: Pen; palette: Palette; now: number }): void {
    const { input, layout, lanes, pointed } = shown;
    const moment = input.live ? this.#edge.momentAt(on.now, input.horizon) : input.moment;
    drawScene(on.pen, {
      lanes,
      layout,
      pointed,
      moment,
      live: input.live,
      until: input.live ? moment : Math.max(moment, input.picture.lastTime),
      palette: on.palette,
      scroll: this.#scroll,
    });
    if (input.live) this.#screen.requestFrame();
  }

  #scrolled = (): void => {
    this.#scroll = this.#strip.scrollTop;
    if (Math.abs(this.#scroll - this.#ownScroll) > 2) this.#follows = false;
  };

  /** While live it follows until the person scrolls; afterwards whenever the playhead moves. */
  #follow({ input, lanes, layout }: Shown): void {
    const to = followTo(lanes, layout, this.#scroll, input.moment);
    if (to === null) return;
    this.#strip.scrollTop = to;
    this.#ownScroll = this.#strip.scrollTop;
    this.#scroll = this.#ownScroll;
  }
}

/** Draws on this surface from now on. */
export function drawingOn(surface: Surface): Drawing {
  return new Drawing(surface);
}
