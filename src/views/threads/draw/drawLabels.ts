/** Draws the names of variables, threads and locks, with what they are at the playhead. */
import { formatCount } from '../../../base/format.ts';
import { views } from '../../../messages/en.ts';
import type { Pen } from '../../shared/screen.ts';
import { cut, fitLabels } from '../../shared/labels.ts';
import { visibleLanes } from '../../shared/lanes.ts';
import { boxMiddle } from './drawThreads.ts';
import { queueAt } from './drawLocks.ts';
import { levelY } from './drawVariables.ts';
import { lockTop, type Layout } from './layout.ts';
import { hueOf } from './palette.ts';
import type { ThreadRow } from '../model/rows.ts';
import type { Scene } from './scene.ts';
import { valueAt } from '../model/variables.ts';
import { splitThread } from '../../shared/splitThread.ts';

/** Square in a thread's colour. */
const SWATCH = 8;
const TEXT = 11;
/** A gutter narrower than this has no room for the ends of a scale. */
const WITH_SCALE = 100;
/** Left edge, from the swatch to its name, from the name to the axis: by the width of the gutter. CSS pixels. */
const WIDE = { left: 12, swatch: 14, gap: 8 };
const NARROW = { left: 6, swatch: 12, gap: 5 };
/** A strip lower than this has one line of words. */
const TWO_LINES = 30;

function insetsOf({ left }: Layout) {
  return left < WITH_SCALE ? NARROW : WIDE;
}

export function drawLabels(pen: Pen, scene: Scene): void {
  const { layout } = scene;
  pen.textBaseline = 'middle';
  pen.textAlign = 'left';
  drawVariableLabels(pen, scene);
  pen.save();
  pen.beginPath();
  pen.rect(0, layout.top, layout.left, layout.bottom - layout.top);
  pen.clip();
  drawThreadLabels(pen, scene);
  drawLockLabels(pen, scene);
  pen.restore();
}

/** The name, its value at the playhead, and from where to where its strip goes. */
function drawVariableLabels(pen: Pen, scene: Scene): void {
  const { layout, variables, palette, ranges } = scene;
  const at = insetsOf(layout);
  for (const [index, row] of variables.entries()) {
    const [strip, range] = [layout.strips[index], ranges[index]];
    if (strip === undefined || range === undefined) continue;
    const value = valueAt(row, scene.playhead)?.text ?? '';
    const scale = row.numeric && layout.left >= WITH_SCALE ? drawScale(pen, scene, { strip, range }) : 0;
    const room = layout.left - at.left - scale - at.gap;
    const measure = (text: string) => pen.measureText(text).width;
    const middle = strip.top + strip.height / 2;
    const twoLines = strip.height >= TWO_LINES;
    pen.font = `500 ${TEXT}px ${palette.mono}`;
    pen.fillStyle = palette.muted;
    const name = cut(row.lane.label, twoLines ? room : room * 0.6, measure);
    pen.fillText(name, at.left, twoLines ? middle - 9 : middle);
    const after = twoLines ? 0 : measure(name) + 7;
    pen.font = `700 ${twoLines ? 15 : 12}px ${palette.mono}`;
    pen.fillStyle = palette.ink;
    pen.fillText(cut(value, room - after, measure), at.left + after, twoLines ? middle + 8 : middle);
  }
}

/** Writes the ends of the scale at the axis; gives the width they take. */
function drawScale(
  pen: Pen,
  { layout, palette }: Scene,
  { strip, range }: { strip: { top: number; height: number }; range: readonly [number, number] },
): number {
  const [least, greatest] = range;
  if (strip.height < TWO_LINES || least === greatest) return 0;
  pen.font = `500 10px ${palette.family}`;
  pen.textAlign = 'right';
  pen.fillStyle = palette.muted;
  for (const level of range) pen.fillText(formatCount(level), layout.left - 5, levelY(strip, range, level));
  pen.textAlign = 'left';
  return 8 + Math.max(...[least, greatest].map((level) => pen.measureText(formatCount(level)).width));
}

function drawThreadLabels(pen: Pen, scene: Scene): void {
  const { layout, sequence, palette, scroll } = scene;
  const [first, end] = visibleLanes(layout, sequence.threads.length, scroll);
  const rows = sequence.threads.slice(first, end);
  const at = insetsOf(layout);
  pen.font = `650 ${TEXT}px ${palette.family}`;
  const labels = fitLabels(
    rows.map((row) => row.lane.label),
    layout.left - at.left - at.swatch - at.gap,
    (text) => pen.measureText(text).width,
    splitThread,
  );
  for (const [offset, row] of rows.entries()) {
    const thread = first + offset;
    const y = boxMiddle(layout, thread, scroll);
    const state = stateAt(row, scene.playhead);
    pen.globalAlpha = state === null || state === 'over' ? 0.62 : 1;
    pen.fillStyle = palette.threads[hueOf(thread)]?.line ?? palette.ink;
    pen.beginPath();
    pen.roundRect(at.left, y - SWATCH / 2, SWATCH, SWATCH, 2);
    pen.fill();
    const { name, runs } = labels[offset] ?? { name: '', runs: '' };
    pen.font = `${state === 'running' ? 650 : 500} ${TEXT}px ${palette.family}`;
    pen.fillStyle = palette.ink;
    pen.fillText(name, at.left + at.swatch, y + 0.5);
    pen.fillStyle = palette.muted;
    pen.fillText(runs, at.left + at.swatch + pen.measureText(name).width, y + 0.5);
  }
  pen.globalAlpha = 1;
}

/** What a thread did in the event before the playhead; null before it started. */
function stateAt({ segments }: ThreadRow, playhead: number) {
  return segments.segment(segments.indexAt(playhead - 0.5), playhead)?.state ?? null;
}

function drawLockLabels(pen: Pen, scene: Scene): void {
  const { layout, sequence, palette, scroll, playhead } = scene;
  const at = insetsOf(layout);
  for (const [lock, row] of sequence.locks.entries()) {
    const y = lockTop(layout, lock, scroll) + 7;
    if (y + layout.lockPitch < layout.top || y - layout.lockPitch > layout.bottom) continue;
    drawPadlock(pen, at.left, y, palette.muted);
    pen.font = `500 ${TEXT}px ${palette.mono}`;
    pen.fillStyle = palette.ink;
    const room = layout.left - at.left - at.swatch - at.gap;
    const measure = (text: string) => pen.measureText(text).width;
    const name = cut(row.lane.label, room, measure);
    const width = measure(name);
    pen.fillText(name, at.left + at.swatch, y + 0.5);
    const waiting = row.queue.waitingAt(queueAt(row, playhead));
    const text = ` ${views.threads.waiting(waiting)}`;
    pen.font = `500 ${TEXT}px ${palette.family}`;
    if (waiting === 0 || width + measure(text) + 3 > room) continue;
    pen.fillStyle = palette.muted;
    pen.fillText(text, at.left + at.swatch + width + 3, y + 0.5);
  }
}

function drawPadlock(pen: Pen, x: number, y: number, colour: string): void {
  pen.fillStyle = colour;
  pen.strokeStyle = colour;
  pen.lineWidth = 1.3;
  pen.beginPath();
  pen.roundRect(x, y - 1, 8, 6, 1.2);
  pen.fill();
  pen.beginPath();
  pen.arc(x + 4, y - 1.6, 2.5, Math.PI, 0);
  pen.stroke();
}
