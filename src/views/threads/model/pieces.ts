/** Pieces: what to draw of a course, at the level of detail that pixels can show. Pure. */
import type { Course } from './course.ts';
import { edgeAt, xOf, type Layout } from '../draw/layout.ts';

/** Below this width of an event there is no box for each spell, but a share for each column. CSS pixels. */
const FINEST_CELL = 1.5;
const COLUMN = 2;
/** Shares of neighbouring columns that look alike are one piece. */
const SHADES = 8;

/** A spell, or columns in which many are. CSS pixels. */
export interface Piece<State extends string> {
  readonly state: State;
  readonly x: number;
  readonly width: number;
  /** how much of it the course was busy: 1 for a spell of being busy, 0 for any other */
  readonly share: number;
  /** index of the stretch that began it; null for columns */
  readonly stretch: number | null;
}

/** What of a course shows in the window, from left to right. `until` is how many events there are. */
export function piecesOf<State extends string>(
  course: Course<State>,
  busy: State,
  layout: Layout,
  until: number,
): readonly Piece<State>[] {
  return layout.cell >= FINEST_CELL
    ? spellsIn(course, busy, layout, until)
    : columnsIn(course, busy, layout, until);
}

function spellsIn<State extends string>(
  course: Course<State>,
  busy: State,
  layout: Layout,
  until: number,
): Piece<State>[] {
  const { from, span } = layout.window;
  const pieces: Piece<State>[] = [];
  for (let index = Math.max(0, course.indexAt(from)); index < course.count; index += 1) {
    const spell = course.spell(index, until);
    if (spell === null || spell.from >= from + span) break;
    const x = xOf(layout, spell.from);
    const width = xOf(layout, Math.min(spell.to, from + span)) - x;
    if (width <= 0) continue;
    pieces.push({
      state: spell.state,
      x,
      width,
      share: spell.state === busy ? 1 : 0,
      stretch: spell.stretch,
    });
  }
  return pieces;
}

function columnsIn<State extends string>(
  course: Course<State>,
  busy: State,
  layout: Layout,
  until: number,
): Piece<State>[] {
  const pieces: { state: State; x: number; width: number; share: number; stretch: null }[] = [];
  const end = Math.min(layout.right, xOf(layout, until));
  let spent = course.busyUntil(edgeAt(layout, layout.left));
  for (let x = layout.left; x < end; x += COLUMN) {
    const [from, to] = [edgeAt(layout, x), Math.min(until, edgeAt(layout, x + COLUMN))];
    const busyBy = course.busyUntil(to);
    const share = to > from ? shadeOf((busyBy - spent) / (to - from)) : 0;
    spent = busyBy;
    const middle = course.spell(course.indexAt((from + to) / 2), until)?.state;
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
