/** Pieces: what to draw of a segments, at the level of detail that pixels can show. Pure. */
import type { SegmentList } from './segments.ts';
import { edgeAt, xOf, type Layout } from '../draw/layout.ts';

/** Below this width of an event there is no box for each segment, but a share for each column. CSS pixels. */
const FINEST_CELL = 1.5;
const COLUMN = 2;
/** Shares of neighbouring columns that look alike are one piece. */
const SHADES = 8;

/** A segment, or columns in which many are. CSS pixels. */
export interface Piece<State extends string> {
  readonly state: State;
  readonly x: number;
  readonly width: number;
  /** how much of it the segments was busy: 1 for a segment of being busy, 0 for any other */
  readonly share: number;
  /** index of the stretch that began it; null for columns */
  readonly stretch: number | null;
}

/** What of a segments shows in the range, from left to right. `until` is how many events there are. */
export function piecesOf<State extends string>(
  segments: SegmentList<State>,
  busy: State,
  layout: Layout,
  until: number,
): readonly Piece<State>[] {
  return layout.cell >= FINEST_CELL
    ? segmentsIn(segments, busy, layout, until)
    : columnsIn(segments, busy, layout, until);
}

function segmentsIn<State extends string>(
  segments: SegmentList<State>,
  busy: State,
  layout: Layout,
  until: number,
): Piece<State>[] {
  const { from, span } = layout.range;
  const pieces: Piece<State>[] = [];
  for (let index = Math.max(0, segments.indexAt(from)); index < segments.count; index += 1) {
    const segment = segments.segment(index, until);
    if (segment === null || segment.from >= from + span) break;
    const x = xOf(layout, segment.from);
    const width = xOf(layout, Math.min(segment.to, from + span)) - x;
    if (width <= 0) continue;
    pieces.push({
      state: segment.state,
      x,
      width,
      share: segment.state === busy ? 1 : 0,
      stretch: segment.stretch,
    });
  }
  return pieces;
}

function columnsIn<State extends string>(
  segments: SegmentList<State>,
  busy: State,
  layout: Layout,
  until: number,
): Piece<State>[] {
  const pieces: { state: State; x: number; width: number; share: number; stretch: null }[] = [];
  const end = Math.min(layout.right, xOf(layout, until));
  let spent = segments.busyUntil(edgeAt(layout, layout.left));
  for (let x = layout.left; x < end; x += COLUMN) {
    const [from, to] = [edgeAt(layout, x), Math.min(until, edgeAt(layout, x + COLUMN))];
    const busyBy = segments.busyUntil(to);
    const share = to > from ? shadeOf((busyBy - spent) / (to - from)) : 0;
    spent = busyBy;
    const middle = segments.segment(segments.indexAt((from + to) / 2), until)?.state;
    const state = share > 0 ? busy : middle;
    if (state === undefined) continue;
    const last = pieces.at(-1);
    const joins = last !== undefined && last.x + last.width >= x - 0.01;
    const width = Math.min(COLUMN, end - x);
    if (joins && last.state === state && last.share === share) last.width += width;
    else pieces.push({ state, x, width, share, stretch: null });
  }
  return pieces;
}

/** Rounds a share up: what happened at all must show. */
function shadeOf(share: number): number {
  return Math.ceil(share * SHADES - 1e-6) / SHADES;
}
