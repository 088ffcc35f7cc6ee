/** Visible range: which part of the event sequence shows, and how it moves. Pure. */

/** From `from` events before it, `span` events wide. Fractions are fine. */
export interface VisibleRange {
  readonly from: number;
  readonly span: number;
}

/** No closer than this. Events. */
export const CLOSEST = 6;
/** A run of fewer events has an axis of this length all the same. */
export const SHORTEST_AXIS = 12;
/** One press of a button. */
export const ZOOM = 2;
/** The playhead keeps this share of the range to its left and right while there is more to see. */
const MARGIN = 0.14;

/** What the range was when it was last drawn. */
export interface Kept extends VisibleRange {
  /** events up to the playhead */
  readonly playhead: number;
  /** what was to be looked at */
  readonly look: readonly number[] | null;
}

export const NEVER_DRAWN: Kept = { from: 0, span: 0, playhead: -1, look: null };

/** Events that are looked at together take up this share of the range, so that the playhead at the last does not move it. */
const LOOK_SHARE = 0.7;

/** Length of the axis: the longer of the two sides. */
export function axisOf(own: number, other: number): number {
  return Math.max(own, other, SHORTEST_AXIS);
}

/** The span in which events of these ranks are in view together, and no closer than `closest`. */
export function spanAround(ranks: readonly number[], closest: number): number {
  return Math.max(closest, ((ranks.at(-1) ?? 0) - (ranks[0] ?? 0) + 1) / LOOK_SHARE);
}

/** The span after zooming by `factor` (2: twice as close), or null for the whole axis. */
export function zoomed(span: number | null, axis: number, factor: number): number | null {
  const next = Math.max(CLOSEST, (span ?? axis) / factor);
  return next >= axis ? null : next;
}

/**
 * The range to draw. A change of the span keeps the playhead where it stands, if it shows; a playhead that moves takes
 * the range along. `span` null is the whole axis.
 */
export function rangeFor(
  kept: Kept,
  now: { span: number | null; axis: number; playhead: number; look?: readonly number[] | null },
): VisibleRange {
  const { axis, playhead } = now;
  const span = Math.min(now.span ?? axis, axis);
  if (span === axis) return { from: 0, span };
  let { from } = kept;
  const look = now.look ?? null;
  if (look !== null && look !== kept.look) {
    const middle = ((look[0] ?? 0) + (look.at(-1) ?? 0) - 1) / 2;
    return { from: within(middle - span / 2, span, axis), span };
  }
  if (kept.span !== span) {
    const shows = playhead >= from && playhead <= from + kept.span;
    from = around({ from, span: kept.span }, span, shows ? playhead : from + kept.span / 2).from;
  }
  if (playhead !== kept.playhead) from = followed(from, span, playhead);
  return { from: within(from, span, axis), span };
}

/** A range of another span in which `anchor` stays at its place. */
export function around(range: VisibleRange, span: number, anchor: number): VisibleRange {
  const share = range.span === 0 ? 0.5 : (anchor - range.from) / range.span;
  return { from: anchor - share * span, span };
}

/** A range moved by so many events, within the axis. */
export function moved({ from, span }: VisibleRange, by: number, axis: number): VisibleRange {
  return { from: within(from + by, span, axis), span };
}

function followed(from: number, span: number, playhead: number): number {
  const [left, right] = [from + span * MARGIN, from + span * (1 - MARGIN)];
  if (playhead >= left && playhead <= right) return from;
  // Further than a range away: it comes to rest in the middle.
  if (playhead < from - span || playhead > from + 2 * span) return playhead - span / 2;
  return playhead < left ? playhead - span * MARGIN : playhead - span * (1 - MARGIN);
}

function within(from: number, span: number, axis: number): number {
  return Math.min(Math.max(0, from), Math.max(0, axis - span));
}
