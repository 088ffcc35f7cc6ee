/** Pieces: what to draw of a lane, at the level of detail that pixels can show. Pure. */
import type { Lane, Stretch } from '../../trace/lane.ts';
import type { Micros } from '../../trace/vocabulary.ts';
import { activityOf, begunBy, creationOf, endOf, stronger, type Activity } from './activity.ts';
import { xOf, type Layout } from './layout.ts';

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
 * The pieces of a lane from left to right: a stretch of a pixel or more is a piece of its own, and all the shorter ones
 * of one pixel column are one piece. So their number depends on the width, however many stretches there are.
 */
export function piecesOf(lane: Lane, layout: Layout, until: Micros): readonly Piece[] {
  const pieces: Piece[] = [];
  const creation = creationOf(lane);
  if (creation !== null) pieces.push(pieceOf(creation, layout, until));
  const begun = begunBy(lane, Math.min(until, layout.horizon));
  let index = 0;
  while (index < begun) {
    const stretch = lane.stretches[index];
    if (stretch === undefined) break;
    const piece = pieceOf(stretch, layout, until);
    if (piece.width >= 1) {
      pieces.push(piece);
      index += 1;
    } else {
      const { strongest, next } = columnFrom(lane, index, piece, layout, until);
      pieces.push(strongest);
      index = Math.min(next, begun);
    }
  }
  return pieces;
}

function pieceOf(stretch: Stretch, layout: Layout, until: Micros): Piece {
  const end = endOf(stretch, until);
  const x = xOf(layout, stretch.start);
  const width = Math.min(xOf(layout, end), layout.right + 2) - x;
  return { activity: activityOf(stretch, until), x, width, start: stretch.start, end };
}

/** Joins the short stretches of the pixel column in which stretch `index` lies. */
function columnFrom(
  lane: Lane,
  index: number,
  first: Piece,
  layout: Layout,
  until: Micros,
): { strongest: Piece; next: number } {
  const micros = layout.horizon / (layout.right - layout.left);
  const columnEnd = (Math.floor(first.x - layout.left) + 1) * micros;
  let next = Math.max(index + 1, begunBy(lane, columnEnd));
  const last = lane.stretches[next - 1];
  // A long stretch that begins in this column is a piece of its own.
  if (next - 1 > index && last !== undefined && pieceOf(last, layout, until).width >= 1) next -= 1;
  let strongest = first;
  for (const stretch of lane.stretches.slice(index, Math.min(next, index + SAMPLE))) {
    const piece = pieceOf(stretch, layout, until);
    if (stronger(piece.activity, strongest.activity)) strongest = piece;
  }
  return { strongest: { ...strongest, width: 0 }, next };
}
