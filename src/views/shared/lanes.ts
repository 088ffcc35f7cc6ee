/** Lanes: rows of one height in a strip, which scrolls what does not fit. Pure. */

export interface LaneStrip {
  /** the part that shows lanes, CSS pixels */
  readonly top: number;
  readonly bottom: number;
  /** from one lane to the next */
  readonly pitch: number;
  /** height of all that scrolls */
  readonly content: number;
  readonly scrolls: boolean;
}

/** Half a pixel more than the strip is high is no reason to scroll. */
export function isTooHigh(content: number, { top, bottom }: Pick<LaneStrip, 'top' | 'bottom'>): boolean {
  return content > bottom - top + 0.5;
}

/** How much of the lanes the strip scrolls to: what stands below the canvas. */
export function hiddenHeight({ scrolls, content, top, bottom }: LaneStrip): number {
  return scrolls ? content - (bottom - top) : 0;
}

/** Top of a lane within the scrolled strip. */
export function laneTop(strip: LaneStrip, lane: number, scroll: number): number {
  return strip.top + lane * strip.pitch - scroll;
}

/** First and one past the last lane that show at this scroll position. */
export function visibleLanes(strip: LaneStrip, lanes: number, scroll: number): [first: number, end: number] {
  const first = Math.max(0, Math.floor(scroll / strip.pitch));
  const end = Math.ceil((scroll + strip.bottom - strip.top) / strip.pitch);
  return [Math.min(first, lanes), Math.min(lanes, end)];
}

/** The lane at `y`, or null beside the lanes. */
export function laneAt(strip: LaneStrip, lanes: number, y: number, scroll: number): number | null {
  if (y < strip.top || y >= strip.bottom) return null;
  const lane = Math.floor((y - laneTop(strip, 0, scroll)) / strip.pitch);
  return lane >= 0 && lane < lanes ? lane : null;
}

/** The scroll position that shows a lane in the middle, as far as the strip scrolls. */
export function scrollToMiddle(strip: LaneStrip, lane: number): number {
  const visibleHeight = strip.bottom - strip.top;
  const middle = (lane + 0.5) * strip.pitch - visibleHeight / 2;
  return Math.round(Math.min(strip.content - visibleHeight, Math.max(0, middle)));
}
