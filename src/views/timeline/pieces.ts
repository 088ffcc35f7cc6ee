/** Pieces: what to draw of a lane, at the level of detail that pixels can show. Pure. */
import type { Lane } from '../../trace/lane.ts';
import type { Micros } from '../../trace/vocabulary.ts';
import { begunBy, stronger, type Activity } from './activity.ts';
import { microsPerPixel, xOf } from '../shared/timeAxis.ts';
import type { Layout } from './layout.ts';
import { creationOf, heldSegments, heldUpTo, segmentAt, type Segment } from './segments.ts';

/** How many stretches of one pixel column are looked at to find the strongest. */
const SAMPLE = 4;

/** A bar, or with `width` 0 the strongest thing within one pixel column. CSS pixels. */
export interface Piece {
  readonly activity: Activity;
  readonly x: number;
  readonly width: number;
  readonly start: Micros;
  readonly end: Micros;
}

/**
 * The pieces of a lane from left to right: a segment of a pixel or more is a piece of its own, and all the shorter ones
 * of one pixel column are one piece. So their number depends on the width, however many stretches there are.
 */
export function piecesOf(lane: Lane, layout: Layout, until: Micros): readonly Piece[] {
  const pieces: Piece[] = [];
  const creation = creationOf(lane, until);
  if (creation !== null) pieces.push(pieceOf(creation, layout));
  const held = heldSegments(lane, until);
  const begun = begunBy(lane, Math.min(until, layout.to));
  let index = 0;
  while (index < begun) {
    const segment = segmentAt(lane, index, held, until);
    if (segment === null) break;
    const piece = pieceOf(segment, layout);
    if (piece.width >= 1) {
      pieces.push(piece);
      index = segment.last + 1;
    } else {
      const { strongest, next } = columnFrom(lane, segment, held, layout, until);
      pieces.push({ ...pieceOf(strongest, layout), width: 0 });
      index = next;
    }
  }
  return pieces;
}

function pieceOf({ activity, start, end }: Segment, layout: Layout): Piece {
  const x = xOf(layout, start);
  return { activity, x, width: Math.min(xOf(layout, end), layout.right + 2) - x, start, end };
}

/** Joins the short segments of the pixel column in which the first one lies; `next` is the stretch after them. */
function columnFrom(
  lane: Lane,
  first: Segment,
  held: readonly Segment[],
  layout: Layout,
  until: Micros,
): { strongest: Segment; next: number } {
  const column = Math.floor(xOf(layout, first.start) - layout.left) + 1;
  const columnEnd = layout.from + column * microsPerPixel(layout);
  let next = Math.max(first.last + 1, begunBy(lane, Math.min(columnEnd, until)));
  const last = segmentAt(lane, next - 1, held, until);
  if (last !== null && last.first > first.first) {
    // A long segment that begins in this column is a piece of its own.
    next = pieceOf(last, layout).width >= 1 ? last.first : last.last + 1;
  }
  const step = heldUpTo(held, next - 1);
  if (step !== null && step.first >= first.first) return { strongest: step, next };
  let strongest = first;
  for (let index = first.first; index < Math.min(next, first.first + SAMPLE); index += 1) {
    const segment = segmentAt(lane, index, held, until);
    if (segment !== null && stronger(segment.activity, strongest.activity)) strongest = segment;
  }
  return { strongest, next };
}
