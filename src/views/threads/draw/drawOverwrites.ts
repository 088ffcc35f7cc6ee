/** Draws the arcs from a write to the one that it overwrote. */
import { countUntil } from '../../../trace/binarySearch.ts';
import type { Pen } from '../../shared/screen.ts';
import { FINEST_CHIP } from '../model/chips.ts';
import { boxMiddle, radiusOf } from './drawThreads.ts';
import { middleOf, visibleRanks } from './layout.ts';
import type { Overwrite, RankedEvent } from '../model/rows.ts';
import type { Scene } from './scene.ts';

/** More of them would be a thicket. */
const MOST = 24;
const ARROW = 5;

/** `past`: only those that have come about by the playhead. */
export function drawOverwrites(pen: Pen, scene: Scene, past: boolean): void {
  const { layout, sequence, playhead } = scene;
  if (layout.cell < FINEST_CHIP) return;
  const [first, last] = visibleRanks(layout, sequence.count);
  const { overwrites } = sequence;
  // They stand in the order of who wrote last; what was overwritten lies before it.
  const from = countUntil(overwrites.length, (index) => overwrites[index]?.by ?? Infinity, first - 1);
  const shown: Overwrite[] = [];
  for (let index = from; index < overwrites.length; index += 1) {
    const overwrite = overwrites[index];
    if (overwrite === undefined || (past && overwrite.by > playhead)) break;
    if (overwrite.lost <= last && shown.push(overwrite) > MOST) return;
  }
  for (const { by, lost } of shown) {
    const [writer, loser] = [sequence.eventAt(by), sequence.eventAt(lost)];
    if (writer !== null && loser !== null) drawArc(pen, scene, { by: writer, lost: loser });
  }
}

interface Arc {
  readonly by: RankedEvent;
  readonly lost: RankedEvent;
}

function drawArc(pen: Pen, scene: Scene, { by, lost }: Arc): void {
  const { layout, palette, scroll } = scene;
  const radius = radiusOf(layout);
  const from = { x: middleOf(layout, by.rank), y: boxMiddle(layout, by.thread, scroll) };
  const to = { x: middleOf(layout, lost.rank), y: boxMiddle(layout, lost.thread, scroll) };
  const down = Math.sign(to.y - from.y) || 1;
  // It leaves and arrives upright, so that it is distinct from the lanes.
  const start = { x: from.x, y: from.y + down * (radius + 2) };
  const end = { x: to.x, y: to.y - down * (radius + 4) };
  const bend = Math.max(14, Math.abs(end.y - start.y) * 0.55);
  pen.strokeStyle = palette.bad;
  pen.lineWidth = 1.5;
  pen.setLineDash([4, 3]);
  pen.beginPath();
  pen.moveTo(start.x, start.y);
  pen.bezierCurveTo(start.x, start.y + down * bend, end.x, end.y - down * bend, end.x, end.y);
  pen.stroke();
  pen.setLineDash([]);
  pen.fillStyle = palette.bad;
  pen.beginPath();
  pen.moveTo(end.x, end.y + down * 2);
  pen.lineTo(end.x - ARROW * 0.75, end.y - down * ARROW);
  pen.lineTo(end.x + ARROW * 0.75, end.y - down * ARROW);
  pen.fill();
}
