/** Pieces: what to draw of a lane, at the level of detail that pixels can show. Pure. */
import type { Lane } from '../../trace/lane.ts';
import type { Micros } from '../../trace/vocabulary.ts';
import { countWhile } from '../../trace/binarySearch.ts';
import { activityOf, begunBy, stronger, type Activity } from './activity.ts';
import { microsPerPixel, xOf } from '../shared/timeAxis.ts';
import type { Layout } from './layout.ts';
import { creationOf, heldSegments, heldUpTo, type Segment } from './segments.ts';

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

const known = new WeakMap<Lane, { readonly key: string; readonly pieces: readonly Piece[] }>();

/**
 * The pieces of a lane from left to right: a segment of a pixel or more is a piece of its own, and all the shorter ones
 * of one pixel column are one piece. So their number depends on the width, however many stretches there are. While
 * nothing but the playhead moves they are the same ones.
 */
export function piecesOf(lane: Lane, layout: Layout, until: Micros): readonly Piece[] {
  const { stretches, spans, marks } = lane;
  const { left, right, from, to } = layout;
  const counts = [stretches.length, spans.length, marks.length, stretches.last?.end, spans.at(0)?.end];
  const key = [left, right, from, to, until, ...counts].join(' ');
  const last = known.get(lane);
  if (last?.key === key) return last.pieces;
  const pieces = new Pieces(lane, layout, until).all();
  known.set(lane, { key, pieces });
  return pieces;
}

class Pieces {
  readonly #lane: Lane;
  readonly #layout: Layout;
  readonly #until: Micros;
  readonly #held: readonly Segment[];
  /** how many stretches show */
  readonly #begun: number;

  constructor(lane: Lane, layout: Layout, until: Micros) {
    this.#lane = lane;
    this.#layout = layout;
    this.#until = until;
    this.#held = heldSegments(lane, until);
    this.#begun = begunBy(lane, Math.min(until, layout.to));
  }

  all(): readonly Piece[] {
    const pieces: Piece[] = [];
    const creation = creationOf(this.#lane, this.#until);
    if (creation !== null) pieces.push(this.#piece(creation.activity, creation));
    let index = 0;
    while (index < this.#begun) {
      const piece = this.#pieceAt(index);
      if (piece.width >= 1) {
        pieces.push(piece);
        index = this.#lastOf(index) + 1;
      } else {
        const { strongest, next } = this.#column(index);
        pieces.push({ ...strongest, width: 0 });
        index = next;
      }
    }
    return pieces;
  }

  #piece(activity: Activity, { start, end }: { readonly start: Micros; readonly end: Micros }): Piece {
    const x = xOf(this.#layout, start);
    return { activity, x, width: Math.min(xOf(this.#layout, end), this.#layout.right + 2) - x, start, end };
  }

  /** The piece of a stretch, or of the step that held the loop to which it belongs. */
  #pieceAt(index: number): Piece {
    const step = this.#stepAt(index);
    if (step !== null) return this.#piece('held', step);
    const { stretches } = this.#lane;
    const start = stretches.timeAt(index);
    const end = stretches.endAt(index);
    const goesOn = end === Infinity ? Math.max(this.#until, start) : end;
    return this.#piece(activityOf(stretches.stateAt(index)), { start, end: goesOn });
  }

  #stepAt(index: number): Segment | null {
    if (this.#held.length === 0) return null;
    const step = heldUpTo(this.#held, index);
    return step !== null && index <= step.last ? step : null;
  }

  #firstOf(index: number): number {
    return this.#stepAt(index)?.first ?? index;
  }

  #lastOf(index: number): number {
    return this.#stepAt(index)?.last ?? index;
  }

  /** Joins the short segments of the pixel column in which the first one lies; `next` is the stretch after them. */
  #column(first: number): { strongest: Piece; next: number } {
    const { stretches } = this.#lane;
    const start = this.#pieceAt(first);
    const column = Math.floor(start.x - this.#layout.left) + 1;
    const end = Math.min(this.#layout.from + column * microsPerPixel(this.#layout), this.#until);
    const after = this.#lastOf(first) + 1;
    let next = countWhile(Math.max(after, this.#begun), (index) => stretches.timeAt(index) <= end, after);
    if (this.#firstOf(next - 1) > this.#firstOf(first)) {
      // A long segment that begins in this column is a piece of its own.
      const isLong = this.#pieceAt(next - 1).width >= 1;
      next = isLong ? this.#firstOf(next - 1) : this.#lastOf(next - 1) + 1;
    }
    const step = this.#held.length === 0 ? null : heldUpTo(this.#held, next - 1);
    if (step !== null && step.first >= this.#firstOf(first))
      return { strongest: this.#piece('held', step), next };
    let [strongest, activity] = [first, start.activity];
    for (let index = first; index < Math.min(next, first + SAMPLE); index += 1) {
      const other = activityOf(stretches.stateAt(index));
      if (stronger(other, activity)) [strongest, activity] = [index, other];
    }
    return { strongest: strongest === first ? start : this.#pieceAt(strongest), next };
  }
}
