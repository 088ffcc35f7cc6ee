/** Draws the strips of the shared variables: a line that steps with each write, or the values in words. */
import { snap } from '../../shared/canvasPalette.ts';
import type { Pen } from '../../shared/screen.ts';
import { cut } from '../../shared/labels.ts';
import { middleOf, xOf } from './layout.ts';
import type { Change, VariableRow } from '../model/rows.ts';
import type { Scene } from './scene.ts';
import { visibleChanges } from '../model/variables.ts';

const INSET = 4;
const TEXT = 10.5;
/** CSS pixels. */
const HARDLY = 1;
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
  const [first, ...others] = visibleChanges(row, layout);
  if (first === undefined) return;
  pen.beginPath();
  let y = levelY(strip, range, first.level ?? 0);
  const start = middleOf(layout, first.rank);
  pen.moveTo(start, y);
  let x = start;
  for (const change of others) {
    const next = snap(middleOf(layout, change.rank), palette);
    const nextY = levelY(strip, range, change.level ?? 0);
    // Within one pixel a line that hardly moves needs no corner of its own.
    if (next === x && Math.abs(nextY - y) < HARDLY) continue;
    pen.lineTo(next, y);
    pen.lineTo(next, nextY);
    [x, y] = [next, nextY];
  }
  const end = xOf(layout, sequence.count);
  pen.lineTo(end, levelY(strip, range, others.at(-1)?.level ?? first.level ?? 0));
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
  const changes = visibleChanges(row, layout);
  const height = Math.min(18, strip.height - INSET);
  const top = snap(strip.top + (strip.height - height) / 2, palette);
  pen.font = `500 ${TEXT}px ${palette.mono}`;
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  let drawnTo = -Infinity;
  for (const [index, change] of changes.entries()) {
    const next = changes[index + 1];
    const left = Math.max(layout.left, middleOf(layout, change.rank));
    const right = Math.min(
      layout.right,
      next === undefined ? xOf(layout, sequence.count) : middleOf(layout, next.rank),
    );
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
