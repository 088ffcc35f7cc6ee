/** Draws what is around the lanes: gridlines, axis, labels and the playhead. */
import { formatDuration } from '../../base/format.ts';
import { views } from '../../messages/views.ts';
import { fitLabels } from '../shared/labels.ts';
import { lanesInSight, laneTop } from '../shared/lanes.ts';
import { xOf } from '../shared/timeAxis.ts';
import { drawLanes } from './drawLanes.ts';
import type { Scene } from './scene.ts';

type Pen = CanvasRenderingContext2D;

const LABEL_LEFT = 14;

/** Draws a whole scene on a pen whose unit is the CSS pixel. */
export function drawScene(pen: Pen, scene: Scene): void {
  const { layout } = scene;
  pen.clearRect(0, 0, layout.width, layout.height);
  drawGrid(pen, scene);
  drawPointed(pen, scene);
  drawLabels(pen, scene);
  drawLanes(pen, scene);
  drawPlayhead(pen, scene);
  if (scene.lanes.length === 0) drawEmpty(pen, scene);
}

function drawEmpty(pen: Pen, { layout, palette }: Scene): void {
  pen.font = `500 12.5px ${palette.family}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  const [middle, height] = [layout.width / 2, (layout.top + layout.bottom) / 2];
  const half = pen.measureText(views.timeline.empty).width / 2 + 10;
  pen.fillStyle = palette.ink.paper;
  pen.fillRect(middle - half, height - 12, 2 * half, 24);
  pen.fillStyle = palette.ink.muted;
  pen.fillText(views.timeline.empty, middle, height);
}

function drawGrid(pen: Pen, scene: Scene): void {
  const { layout, palette } = scene;
  const pill = pillOf(pen, scene);
  pen.font = `500 11px ${palette.family}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  for (const tick of layout.ticks) {
    const x = Math.round(tick.x);
    pen.fillStyle = palette.ink.line;
    pen.fillRect(x, layout.top - 4, 1, layout.bottom - layout.top + 8);
    const half = pen.measureText(tick.label).width / 2 + 3;
    if (pill !== null && x + half > pill.left && x - half < pill.left + pill.width) continue;
    pen.fillStyle = palette.ink.muted;
    pen.fillText(tick.label, x, layout.bottom + 14);
  }
}

function drawPointed(pen: Pen, { layout, palette, pointed, scroll }: Scene): void {
  if (pointed === null) return;
  pen.save();
  pen.beginPath();
  pen.rect(0, layout.top, layout.width, layout.bottom - layout.top);
  pen.clip();
  pen.fillStyle = palette.ink.hover;
  pen.fillRect(6, laneTop(layout, pointed, scroll), layout.width - 12, layout.pitch);
  pen.restore();
}

function drawLabels(pen: Pen, { layout, palette, lanes, scroll, moment }: Scene): void {
  pen.save();
  pen.beginPath();
  pen.rect(0, layout.top, layout.left, layout.bottom - layout.top);
  pen.clip();
  pen.font = `500 ${layout.pitch < 13 ? 10.5 : 11}px ${palette.family}`;
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  const [first, end] = lanesInSight(layout, lanes.length, scroll);
  const shown = lanes.slice(first, end);
  const room = layout.left - LABEL_LEFT - 6;
  const labels = fitLabels(
    shown.map((lane) => lane.label),
    room,
    (text) => pen.measureText(text).width,
  );
  for (const [offset, { name, runs }] of labels.entries()) {
    const y = laneTop(layout, first + offset, scroll) + layout.pitch / 2 + 0.5;
    const born = (shown[offset]?.since ?? 0) <= moment;
    pen.globalAlpha = born ? 1 : 0.45;
    pen.fillStyle = palette.ink.ink;
    pen.fillText(name, LABEL_LEFT, y);
    if (runs === '') continue;
    pen.fillStyle = palette.ink.muted;
    pen.fillText(runs, LABEL_LEFT + pen.measureText(name).width, y);
  }
  pen.restore();
}

/** A thin line at the moment, faint where all is told; while scrubbing it carries its time on the axis. */
function drawPlayhead(pen: Pen, scene: Scene): void {
  const { layout, palette, moment, until, live, lanes } = scene;
  if (lanes.length === 0) return;
  const x = Math.min(xOf(layout, moment), layout.right);
  pen.fillStyle = live ? palette.ink.side : palette.ink.ink;
  pen.globalAlpha = !live && moment >= until ? 0.25 : 1;
  pen.fillRect(x - 0.75, layout.top - 5, 1.5, layout.bottom - layout.top + 9);
  pen.globalAlpha = 1;
  pen.beginPath();
  pen.arc(x, layout.top - 4, 3, 0, Math.PI * 2);
  pen.fill();
  const pill = pillOf(pen, scene);
  if (pill === null) return;
  pen.font = `600 11px ${palette.family}`;
  pen.beginPath();
  pen.roundRect(pill.left, layout.bottom + 4, pill.width, 18, 5);
  pen.fill();
  pen.fillStyle = palette.ink.paper;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(pill.text, pill.left + pill.width / 2, layout.bottom + 13.5);
}

/** Where the playhead's time stands on the axis, or null when it goes without. */
function pillOf(
  pen: Pen,
  { layout, palette, moment, until, live, lanes }: Scene,
): { text: string; left: number; width: number } | null {
  if (live || moment >= until || lanes.length === 0) return null;
  pen.font = `600 11px ${palette.family}`;
  const text = formatDuration(moment);
  const width = pen.measureText(text).width + 12;
  const middle = xOf(layout, moment);
  return { text, width, left: Math.min(Math.max(2, middle - width / 2), layout.width - width - 2) };
}
