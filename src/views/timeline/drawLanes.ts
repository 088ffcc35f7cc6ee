/** Draws the lanes: bars, marks, and how each task ended. */
import { formatDuration } from '../../base/format.ts';
import { views } from '../../messages/en.ts';
import type { Lane } from '../../trace/lane.ts';
import { countUntil, itemsUntil } from '../../trace/binarySearch.ts';
import type { Activity } from './activity.ts';
import { drawCross } from '../shared/drawShapes.ts';
import { visibleLanes, laneTop } from '../shared/lanes.ts';
import type { Pen } from '../shared/screen.ts';
import { microsPerPixel, xOf } from '../shared/timeAxis.ts';
import type { Layout } from './layout.ts';
import { notableMarks } from './notable.ts';
import { isSigned, type Signed } from './outcome.ts';
import type { Palette } from './palette.ts';
import { piecesOf, type Piece } from './pieces.ts';
import type { Scene } from './scene.ts';

const MARK = 2.5;
/** Flags of bad marks are no nearer than this. */
const FLAGS_APART = 3;
const FAINT = 0.26;
/** Labels beside held bars while they are few; in a crowd only those inside their bar. */
const FEW_HELD = 4;

/** Draws what has happened up to the playhead, and faintly what comes after it. */
export function drawLanes(pen: Pen, scene: Scene): void {
  const { layout, lanes, scroll, moment, until } = scene;
  const [first, end] = visibleLanes(layout, lanes.length, scroll);
  const rows = lanes.slice(first, end).map((lane, offset) => ({
    lane,
    y: laneTop(layout, first + offset, scroll) + (layout.pitch - layout.bar) / 2,
    pieces: piecesOf(lane, layout, until),
  }));
  const playhead = xOf(layout, moment);
  const held = rows.reduce(
    (sum, row) => sum + row.pieces.filter((piece) => piece.activity === 'held').length,
    0,
  );
  const paint = (from: number, to: number, alpha: number) => {
    if (to <= from) return;
    pen.save();
    pen.beginPath();
    pen.rect(from, layout.top, to - from, layout.bottom - layout.top);
    pen.clip();
    pen.globalAlpha = alpha;
    for (const row of rows) drawRow(pen, scene, row, held <= FEW_HELD);
    pen.restore();
  };
  const edge = layout.right + 22;
  const now = moment >= until ? edge : playhead;
  paint(layout.left - 2, now, 1);
  paint(now, edge, FAINT);
}

interface Row {
  readonly lane: Lane;
  readonly y: number;
  readonly pieces: readonly Piece[];
}

function drawRow(pen: Pen, scene: Scene, row: Row, roomy: boolean): void {
  const { layout, palette } = scene;
  for (const piece of row.pieces) if (!isMark(piece)) drawBar(pen, layout, palette, row.y, piece);
  pen.fillStyle = palette.side;
  for (const piece of row.pieces) if (isMark(piece)) pen.fillRect(piece.x, row.y, MARK, layout.bar);
  drawBadMarks(pen, scene, row);
  drawEnding(pen, scene, row);
  for (const piece of row.pieces) {
    if (piece.activity === 'held') drawHeldLabel(pen, scene, row.y, piece, roomy);
  }
}

/** A step too short for a bar shows as a mark: it is what makes the task go on. */
function isMark(piece: Piece): boolean {
  return piece.activity === 'running' && piece.width < MARK;
}

function drawBar(pen: Pen, layout: Layout, palette: Palette, y: number, piece: Piece): void {
  pen.fillStyle = fillOf(piece.activity, palette);
  const width = Math.max(piece.width, 1);
  if (width < 5) {
    pen.fillRect(piece.x, y, width, layout.bar);
    return;
  }
  pen.beginPath();
  pen.roundRect(piece.x, y, width, layout.bar, 2);
  pen.fill();
  if (piece.activity === 'held') {
    pen.strokeStyle = palette.bad;
    pen.lineWidth = 1;
    pen.beginPath();
    pen.roundRect(piece.x + 0.5, y + 0.5, width - 1, layout.bar - 1, 2);
    pen.stroke();
  }
}

function fillOf(activity: Activity, palette: Palette): CanvasPattern | string {
  switch (activity) {
    case 'waiting':
      return palette.waiting;
    case 'created':
    case 'ready':
      return palette.hatch;
    case 'running':
      return palette.side;
    case 'held':
      return palette.stripes;
    case 'other':
      return palette.other;
  }
}

/** A bad mark: a small flag above the bar. A step that held the loop is a bar of its own instead. */
function drawBadMarks(pen: Pen, scene: Scene, row: Row): void {
  const { layout, palette, until } = scene;
  const marks = notableMarks(row.lane, 'bad');
  const apart = FLAGS_APART * microsPerPixel(layout);
  const count = itemsUntil(marks, until);
  let index = 0;
  while (index < count) {
    const time = marks.timeAt(index);
    const x = xOf(layout, time);
    // The next that stands apart: those between are the same flag.
    index = Math.max(
      index + 1,
      countUntil(count, (at) => marks.timeAt(at), time + apart * (1 - 1e-9)),
    );
    pen.fillStyle = palette.bad;
    pen.beginPath();
    pen.moveTo(x - 3.5, row.y - 2);
    pen.lineTo(x + 3.5, row.y - 2);
    pen.lineTo(x, row.y + 4);
    pen.fill();
  }
}

/**
 * Done needs no sign: its last mark is enough. Cancelled is a ring with a bar, failed a cross on a disc, destroyed a bare
 * cross: nothing is left.
 */
function drawEnding(pen: Pen, { layout, palette, until }: Scene, row: Row): void {
  const span = row.lane.spans.last;
  if (span === undefined || span.end === null || span.end > until) return;
  if (!isSigned(span.outcome)) return;
  const radius = Math.min(5.5, layout.bar / 2 + 0.5);
  drawOutcome(pen, palette, span.outcome, xOf(layout, span.end) + radius + 2, row.y + layout.bar / 2, radius);
}

/** The sign of an outcome around a point; the legend shows the same one. */
function drawOutcome(
  pen: Pen,
  palette: Palette,
  outcome: Signed,
  x: number,
  y: number,
  radius: number,
): void {
  const arm = radius * 0.55;
  pen.lineWidth = 1.5;
  pen.lineCap = 'round';
  if (outcome === 'destroyed') {
    pen.strokeStyle = palette.bad;
    drawCross(pen, x, y, arm);
    return;
  }
  pen.beginPath();
  pen.arc(x, y, radius - 0.75, 0, Math.PI * 2);
  if (outcome === 'cancelled') {
    pen.strokeStyle = palette.muted;
    pen.moveTo(x - arm, y + arm);
    pen.lineTo(x + arm, y - arm);
    pen.stroke();
    return;
  }
  pen.fillStyle = palette.bad;
  pen.fill();
  pen.strokeStyle = palette.paper;
  drawCross(pen, x, y, arm * 0.75);
}

/** How long the loop was held, inside the bar or, while such bars are few, right after it. */
function drawHeldLabel(pen: Pen, { layout, palette }: Scene, y: number, piece: Piece, roomy: boolean): void {
  const length = piece.end - piece.start;
  pen.font = `600 ${layout.bar < 10 ? 9 : 10}px ${palette.family}`;
  const long = views.timeline.heldFor(length);
  const short = formatDuration(length);
  const inside = [long, short].find((text) => pen.measureText(text).width + 10 <= piece.width);
  const text = inside ?? short;
  if (inside === undefined && !roomy) return;
  const width = pen.measureText(text).width + 8;
  const after = piece.x + piece.width + 2;
  if (inside === undefined && after + width > layout.right + 22) return;
  const x = inside === undefined ? after : piece.x + (piece.width - width) / 2;
  pen.fillStyle = palette.bad;
  pen.beginPath();
  pen.roundRect(x, y, width, layout.bar, 2);
  pen.fill();
  pen.fillStyle = palette.paper;
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  pen.fillText(text, x + 4, y + layout.bar / 2 + 0.5);
}
