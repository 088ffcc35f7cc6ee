/** Draws the lanes of the locks: who holds each, and how many threads wait for it. */
import { countUntil } from '../../../trace/binarySearch.ts';
import { snap } from '../../shared/canvasPalette.ts';
import type { Pen } from '../../shared/screen.ts';
import { lockTop, xOf, type Layout } from './layout.ts';
import { hueOf } from './palette.ts';
import { piecesOf, type Piece } from '../model/pieces.ts';
import type { Holding, LockRow } from '../model/rows.ts';
import type { Scene } from './scene.ts';
import { splitThread } from '../../shared/splitThread.ts';

const BAR = 12;
/** The queue below the bar grows by this for each thread, up to some. */
const QUEUE = { each: 1.5, most: 3 };

export function drawLocks(pen: Pen, scene: Scene): void {
  const { layout, sequence, scroll } = scene;
  for (const [lock, row] of sequence.locks.entries()) {
    const top = lockTop(layout, lock, scroll) + 1;
    if (top > layout.bottom || top + layout.lockPitch < layout.top) continue;
    pen.fillStyle = scene.palette.line;
    pen.fillRect(layout.left, top + BAR / 2 - 0.5, layout.right - layout.left, 1);
    const pieces = piecesOf(row.segments, 'held', layout, sequence.count);
    for (const piece of pieces) if (piece.state === 'held') drawHeld(pen, scene, { piece, row, top });
    drawQueue(pen, scene, row, top + BAR + 1);
  }
}

function drawHeld(
  pen: Pen,
  { layout, palette, sequence }: Scene,
  { piece, row, top }: { piece: Piece<Holding>; row: LockRow; top: number },
): void {
  const left = snap(piece.x, palette);
  const width = Math.max(1 / palette.ratio, snap(piece.x + piece.width, palette) - left);
  const holder = piece.stretch === null ? -1 : row.holders.at(piece.stretch);
  const ink = palette.threads[holder < 0 ? 0 : hueOf(holder)];
  if (ink === undefined) return;
  if (piece.stretch === null || width < 4) {
    const alpha = pen.globalAlpha;
    pen.globalAlpha = alpha * (0.2 + 0.6 * piece.share);
    pen.fillStyle = piece.stretch === null ? palette.muted : ink.line;
    pen.fillRect(left, top, width, BAR);
    pen.globalAlpha = alpha;
    return;
  }
  pen.fillStyle = ink.wash;
  pen.fillRect(left, top, width, BAR);
  pen.fillStyle = ink.line;
  pen.fillRect(left, top, 2, BAR);
  const name = splitThread(sequence.threads[holder]?.lane.label ?? '').name;
  const from = Math.max(left + 6, layout.left + 4);
  pen.font = `500 10px ${palette.family}`;
  if (pen.measureText(name).width > Math.min(left + width, layout.right) - from - 3) return;
  pen.fillStyle = palette.ink;
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  pen.fillText(name, from, top + BAR / 2 + 0.5);
}

/** How many wait, as the height of a thin strip: one step for each change that is wider than nothing. */
function drawQueue(pen: Pen, { layout, palette, sequence }: Scene, row: LockRow, y: number): void {
  pen.fillStyle = palette.muted;
  const until = Math.min(sequence.count, layout.range.from + layout.range.span);
  let index = Math.max(0, queueAt(row, layout.range.from));
  while (index < row.queue.length) {
    const from = row.queue.fromAt(index);
    if (from >= until) break;
    const next = nextVisible(row, index, layout);
    const left = xOf(layout, Math.max(from, layout.range.from));
    const right = xOf(layout, Math.min(row.queue.fromAt(next), until));
    const waiting = row.queue.waitingAt(index);
    const height = Math.min(QUEUE.most, waiting) * QUEUE.each;
    if (waiting > 0) pen.fillRect(snap(left, palette), y, Math.max(1, right - left), height);
    index = next;
  }
}

/** The level from here on that begins at least a pixel further right, so that a crowd costs no more than its width. */
function nextVisible(row: LockRow, index: number, layout: Layout): number {
  const from = row.queue.fromAt(index);
  if (layout.cell >= 1) return index + 1;
  return Math.max(index + 1, queueAt(row, from + 1 / layout.cell));
}

/** The level of a lock's queue that goes on after so many events; -1 before the first. */
export function queueAt(row: LockRow, edge: number): number {
  return countUntil(row.queue.length, (index) => row.queue.fromAt(index), edge) - 1;
}
