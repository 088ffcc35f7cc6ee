/** Draws the axis of a canvas picture: gridlines with their labels, and the playhead with its pill. */
import type { CanvasPalette } from './canvasPalette.ts';
import { hasRoom, pillAt, type Pill } from './pill.ts';
import type { Pen } from './screen.ts';

/** What a playhead carries: a dot on top, and a pill as high as this. CSS pixels. */
const DOT = 3;
const PILL = { height: 18, corner: 5 };

interface CanvasTick {
  /** middle of the label */
  readonly x: number;
  /** left edge of the gridline */
  readonly line: number;
  readonly label: string;
}

interface CanvasPlayhead {
  readonly x: number;
  /** left edge of its line */
  readonly line: number;
  readonly top: number;
  readonly height: number;
  readonly dot: number;
  readonly colour: string;
  readonly alpha: number;
  /** what its pill says; null where it goes without */
  readonly text: string | null;
}

/** Where things lie, in CSS pixels: `width` is that of the figure, `labels` the middle of the labels. */
export interface CanvasAxis {
  readonly width: number;
  readonly ticks: readonly CanvasTick[];
  /** what stands before the axis, with its left edge; null where nothing does */
  readonly lead: { readonly x: number; readonly text: string } | null;
  readonly lines: { readonly top: number; readonly height: number };
  readonly labels: number;
  /** top of the pill, and the middle of its words */
  readonly pill: { readonly top: number; readonly words: number };
  readonly playhead: CanvasPlayhead | null;
}

/** What stands before the axis, gridlines, and the labels that it and the playhead's pill leave room for. */
export function drawTicks(pen: Pen, palette: CanvasPalette, axis: CanvasAxis): void {
  const pill = pillOf(pen, palette, axis);
  pen.font = `500 11px ${palette.family}`;
  pen.textBaseline = 'middle';
  pen.textAlign = 'left';
  pen.fillStyle = palette.muted;
  if (axis.lead !== null) pen.fillText(axis.lead.text, axis.lead.x, axis.labels);
  const left = axis.lead === null ? 0 : axis.lead.x + pen.measureText(axis.lead.text).width;
  pen.textAlign = 'center';
  for (const { x, line, label } of axis.ticks) {
    pen.fillStyle = palette.line;
    pen.fillRect(line, axis.lines.top, 1, axis.lines.height);
    if (!hasRoom(x, pen.measureText(label).width, pill, { left, right: axis.width })) continue;
    pen.fillStyle = palette.muted;
    pen.fillText(label, x, axis.labels);
  }
}

/** A thin line with a dot; while scrubbing its words stand on the axis. */
export function drawPlayhead(pen: Pen, palette: CanvasPalette, axis: CanvasAxis): void {
  const { playhead } = axis;
  if (playhead === null) return;
  pen.fillStyle = playhead.colour;
  pen.globalAlpha = playhead.alpha;
  pen.fillRect(playhead.line, playhead.top, 1.5, playhead.height);
  pen.globalAlpha = 1;
  pen.beginPath();
  pen.arc(playhead.x, playhead.dot, DOT, 0, Math.PI * 2);
  pen.fill();
  const pill = pillOf(pen, palette, axis);
  if (pill === null) return;
  pen.beginPath();
  pen.roundRect(pill.left, axis.pill.top, pill.width, PILL.height, PILL.corner);
  pen.fill();
  pen.fillStyle = palette.paper;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(pill.text, pill.left + pill.width / 2, axis.pill.words);
}

/** Measures the pill, and leaves the pen with its type. */
function pillOf(pen: Pen, palette: CanvasPalette, { playhead, width }: CanvasAxis): Pill | null {
  if (playhead === null || playhead.text === null) return null;
  pen.font = `600 11px ${palette.family}`;
  return pillAt(playhead.x, playhead.text, pen.measureText(playhead.text).width, width);
}
