/** Draws the lanes of the threads: boxes where they run, lines where they could, hatching where they wait. */
import { snap } from '../../shared/canvasPalette.ts';
import type { Pen } from '../../shared/screen.ts';
import { visibleLanes, laneTop } from '../../shared/lanes.ts';
import type { Layout } from './layout.ts';
import { hueOf, type ThreadInk } from './palette.ts';
import { piecesOf, type Piece } from '../model/pieces.ts';
import type { Doing, ThreadRow } from '../model/rows.ts';
import type { Scene } from './scene.ts';
import { waitWords } from '../model/words.ts';

/** Around the words on a hatching. */
export const WAIT_MARGIN = 8;

/** Radius of a sign, by the width of an event and the height of a box. */
export function radiusOf(layout: Layout): number {
  return Math.min(5, Math.max(2, layout.cell * 0.36), layout.box * 0.36);
}

/** Where the middle of a thread's box lies. */
export function boxMiddle(layout: Layout, thread: number, scroll: number): number {
  return laneTop(layout, thread, scroll) + boxInset(layout) + layout.box / 2;
}

function boxInset(layout: Layout): number {
  return layout.labelled ? 1 : (layout.pitch - layout.box) / 2;
}

/** The boxes, lines and hatchings. */
export function drawThreads(pen: Pen, scene: Scene): void {
  for (const lane of lanesOf(scene)) {
    const pieces = piecesOf(lane.row.segments, 'running', scene.layout, scene.sequence.count);
    for (const piece of pieces) drawPiece(pen, scene, { piece, ...lane });
    for (const piece of pieces) drawWait(pen, scene, { piece, ...lane });
  }
}

/** A lane that shows, and the top of its boxes. */
export interface DrawnLane {
  readonly row: ThreadRow;
  readonly ink: ThreadInk;
  readonly top: number;
}

export function* lanesOf({ layout, sequence, scroll, palette }: Scene): Iterable<DrawnLane> {
  const [first, end] = visibleLanes(layout, sequence.threads.length, scroll);
  for (let thread = first; thread < end; thread += 1) {
    const row = sequence.threads[thread];
    const ink = palette.threads[hueOf(thread)];
    if (row === undefined || ink === undefined) continue;
    yield { row, ink, top: laneTop(layout, thread, scroll) + boxInset(layout) };
  }
}

interface Placed extends DrawnLane {
  readonly piece: Piece<Doing>;
}

function drawPiece(pen: Pen, { layout, palette }: Scene, { piece, ink, top }: Placed): void {
  const left = snap(piece.x, palette);
  const width = Math.max(1 / palette.ratio, snap(piece.x + piece.width, palette) - left);
  const middle = snap(top + layout.box / 2, palette);
  switch (piece.state) {
    case 'running':
      if (piece.stretch === null) drawShare(pen, { left, width, top, height: layout.box }, ink, piece.share);
      else drawBox(pen, { left, width, top: snap(top, palette), height: layout.box }, ink);
      break;
    case 'ready':
      pen.fillStyle = ink.line;
      pen.fillRect(left, middle - 0.75, width, 1.5);
      break;
    case 'waiting': {
      const height = Math.round(layout.box * 0.5);
      pen.fillStyle = ink.hatch;
      pen.fillRect(left, middle - height / 2, width, height);
      break;
    }
    case 'over':
      break;
  }
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Many segments in one column: the more of it the thread ran, the denser. */
function drawShare(pen: Pen, { left, top, width, height }: Box, ink: ThreadInk, share: number): void {
  const alpha = pen.globalAlpha;
  pen.globalAlpha = alpha * (0.16 + 0.72 * share);
  pen.fillStyle = ink.line;
  pen.fillRect(left, top, width, height);
  pen.globalAlpha = alpha;
}

function drawBox(pen: Pen, { left, top, width, height }: Box, ink: ThreadInk): void {
  if (width < 5) {
    drawShare(pen, { left, top, width, height }, ink, 0.6);
    return;
  }
  pen.fillStyle = ink.wash;
  pen.strokeStyle = ink.line;
  pen.lineWidth = 1;
  pen.beginPath();
  pen.roundRect(left + 0.5, top + 0.5, width - 1, height - 1, Math.min(5, width / 3));
  pen.fill();
  pen.stroke();
}

/** What it waits for, on the hatching, where there is room. */
function drawWait(pen: Pen, { layout, palette }: Scene, { piece, row, top }: Placed): void {
  if (piece.state !== 'waiting' || piece.stretch === null || layout.box < 15) return;
  const text = waitWords(row.lane.stretches.at(piece.stretch)?.detail ?? null);
  const left = Math.max(piece.x, layout.left);
  const right = Math.min(piece.x + piece.width, layout.right);
  pen.font = waitFont(palette);
  const width = pen.measureText(text).width + 10;
  if (width + WAIT_MARGIN > right - left) return;
  const middle = top + layout.box / 2;
  pen.fillStyle = palette.paper;
  pen.beginPath();
  pen.roundRect(left + 6, middle - 8, width, 16, 4);
  pen.fill();
  pen.fillStyle = palette.ink;
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  pen.fillText(text, left + 11, middle + 0.5);
}

export function waitFont({ family }: Scene['palette']): string {
  return `500 11px ${family}`;
}
