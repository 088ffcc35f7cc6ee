/** Draws the strips of the shared variables: a line that steps with each write, or the values in words. */
import { snap } from '../../shared/canvasPalette.ts';
import type { Pen } from '../../shared/screen.ts';
import { cut } from '../../shared/labels.ts';
import { middleOf, xOf } from './layout.ts';
import type { Change, VariableRow } from '../model/rows.ts';
import type { Scene } from './scene.ts';
import { changeBeyond, visibleChanges } from '../model/variables.ts';

const INSET = 4;
const TEXT = 10.5;
/** CSS pixels. */
const HARDLY = 1;
/** So many changes within a pixel are drawn one by one. */
const FEW = 4;
/** Less room than this holds no words. */
const NARROWEST = 16;

interface Strip {
  readonly top: number;
  readonly height: number;
}

export function drawVariables(pen: Pen, scene: Scene): void {
  const { layout, variables, ranges } = scene;
  for (const [index, row] of variables.entries()) {
    const strip = layout.strips[index];
    const range = ranges[index];
    if (strip === undefined || range === undefined) continue;
    if (row.numeric) drawLevels(pen, scene, { row, strip, range });
    else drawValues(pen, scene, row, strip);
  }
}

/** Where a level lies in its strip; a variable that never changes lies in the middle. */
export function levelY(strip: Strip, [least, greatest]: readonly [number, number], level: number): number {
  const share = greatest === least ? 0.5 : (level - least) / (greatest - least);
  return strip.top + strip.height - INSET - share * (strip.height - 2 * INSET);
}

interface Shown {
  readonly row: VariableRow;
  readonly strip: Strip;
  readonly range: readonly [least: number, greatest: number];
}

function drawLevels(pen: Pen, scene: Scene, { row, strip, range }: Shown): void {
  const { layout, palette, sequence } = scene;
  const [from, to] = visibleChanges(row, layout);
  const first = from < to ? row.changes.at(from) : null;
  if (first === null) return;
  const yOf = (level: number | null) => levelY(strip, range, level ?? 0);
  const xAt = (index: number) => snap(middleOf(layout, row.changes.rankAt(index)), palette);
  pen.beginPath();
  let y = yOf(first.level);
  const start = middleOf(layout, first.rank);
  pen.moveTo(start, y);
  let x = start;
  let index = from + 1;
  while (index < to) {
    const beyond = Math.min(to, changeBeyond(row, layout, index, 1));
    // A crowd within one pixel: as far down and up as it goes, and to the last.
    const [began, isCrowd] = [index, beyond - index > FEW];
    const next = xAt(index);
    const nextY = yOf(row.changes.at(isCrowd ? beyond - 1 : index)?.level ?? null);
    index = isCrowd ? beyond : index + 1;
    // Within one pixel a line that hardly moves needs no corner of its own.
    if (!isCrowd && next === x && Math.abs(nextY - y) < HARDLY) continue;
    pen.lineTo(next, y);
    if (isCrowd) for (const level of row.changes.extremes(began, beyond)) pen.lineTo(next, yOf(level));
    pen.lineTo(next, nextY);
    [x, y] = [next, nextY];
  }
  const end = xOf(layout, sequence.count);
  pen.lineTo(end, yOf(row.changes.at(to - 1)?.level ?? null));
  pen.strokeStyle = palette.side;
  pen.lineWidth = 1.75;
  pen.lineJoin = 'round';
  pen.stroke();
  const bottom = strip.top + strip.height - 1;
  pen.lineTo(end, bottom);
  pen.lineTo(start, bottom);
  pen.fillStyle = palette.sideWash;
  pen.fill();
}

/** A value in words from where it was written to the next one, cut to the room it has. */
function drawValues(pen: Pen, scene: Scene, row: VariableRow, strip: Strip): void {
  const { layout, palette, sequence } = scene;
  const { changes } = row;
  const [from, to] = visibleChanges(row, layout);
  const height = Math.min(18, strip.height - INSET);
  const top = snap(strip.top + (strip.height - height) / 2, palette);
  pen.font = `500 ${TEXT}px ${palette.mono}`;
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  let drawnTo = -Infinity;
  let index = from;
  while (index < to) {
    const change = changes.at(index);
    if (change === null) break;
    const isLast = index + 1 >= to;
    const left = Math.max(layout.left, middleOf(layout, change.rank));
    const right = Math.min(
      layout.right,
      isLast ? xOf(layout, sequence.count) : middleOf(layout, changes.rankAt(index + 1)),
    );
    // Of a crowd within one pixel the last lasts beyond it.
    index = isLast ? to : Math.max(index + 1, Math.min(to, changeBeyond(row, layout, index + 1, 1)) - 1);
    if (right - drawnTo < 1) continue;
    drawnTo = right;
    pen.fillStyle = palette.sideWash;
    pen.fillRect(left, top, right - left, height);
    pen.fillStyle = palette.side;
    pen.fillRect(snap(left, palette), top, 1.5, height);
    drawValue(pen, scene, change, { left: left + 6, right: right - 3, y: top + height / 2 + 0.5 });
  }
}

function drawValue(
  pen: Pen,
  { palette }: Scene,
  change: Change,
  at: { left: number; right: number; y: number },
): void {
  if (at.right - at.left < NARROWEST) return;
  pen.fillStyle = palette.ink;
  pen.fillText(
    cut(change.text, at.right - at.left, (text) => pen.measureText(text).width),
    at.left,
    at.y,
  );
}
