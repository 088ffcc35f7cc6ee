/** Draws the signs of the threads' events and their words, and for what a thread still waits at the end. */
import type { Pen } from '../../shared/screen.ts';
import { chipsOf, type Chip, type Taken } from '../model/chips.ts';
import { drawFlaw, drawOverwritten, drawSign } from './drawSigns.ts';
import { lanesOf, radiusOf, WAIT_MARGIN, waitFont, type DrawnLane } from './drawThreads.ts';
import { xOf } from './layout.ts';
import type { RankedEvent } from '../model/rows.ts';
import type { Scene } from './scene.ts';
import { chipWords, waitWords } from '../model/words.ts';

const TEXT = 10.5;
/** What went wrong is never smaller than this. Radius in CSS pixels. */
const FLAW = 4.25;
const NOTCH = 1.5;
/** Words stand this far below the box. */
const BELOW = 9;

export function drawChips(pen: Pen, scene: Scene): void {
  const { layout, palette, sequence, variables, moreVariables } = scene;
  const radius = radiusOf(layout);
  for (const lane of lanesOf(scene)) {
    const taken = layout.labelled ? drawLastWait(pen, scene, lane) : [];
    pen.font = `500 ${TEXT}px ${palette.mono}`;
    const chips = chipsOf(lane.row, layout, sequence.count, {
      of: chipWords(variables.length + moreVariables <= 1),
      measure: (text) => pen.measureText(text).width,
      radius,
      taken,
    });
    for (const chip of chips) drawChip(pen, scene, lane, chip);
    for (const chip of chips) drawWords(pen, scene, lane, chip);
  }
}

function drawChip(pen: Pen, { layout, palette, playhead }: Scene, { ink, top }: DrawnLane, chip: Chip): void {
  const { event, x } = chip;
  const radius = radiusOf(layout);
  const y = top + layout.box / 2;
  if (chip.crowded) {
    pen.fillStyle = palette.bad;
    pen.fillRect(x - NOTCH / 2, top + layout.box * 0.5, NOTCH, layout.box * 0.5);
  } else if (event.flaw !== null) {
    drawFlaw(pen, event.flaw.kind, { x, y, radius: Math.max(FLAW, radius + 0.75) }, palette);
  } else {
    drawSign(pen, event.what, { x, y, radius }, ink.line, palette.paper);
    if (isStruck(event, playhead) && radius >= FLAW) drawOverwritten(pen, { x, y, radius }, palette);
  }
}

function drawWords(
  pen: Pen,
  { layout, palette, playhead }: Scene,
  { top }: DrawnLane,
  { event, text }: Chip,
): void {
  if (text === null) return;
  const struck = isStruck(event, playhead);
  const bad = event.flaw !== null || struck;
  const y = layout.labelled ? top + layout.box + BELOW : top + layout.box / 2 + 0.5;
  pen.font = `${event.flaw === null ? 500 : 700} ${TEXT}px ${palette.mono}`;
  pen.textAlign = layout.labelled ? 'center' : 'left';
  pen.textBaseline = 'middle';
  if (layout.labelled) haloed(pen, palette.paper, text.words, text.x, y);
  pen.fillStyle = bad ? palette.bad : layout.labelled ? palette.muted : palette.ink;
  pen.fillText(text.words, text.x, y);
  if (!struck || event.flaw !== null) return;
  const width = pen.measureText(text.words).width;
  pen.fillRect(layout.labelled ? text.x - width / 2 : text.x, y, width, 1);
}

/** What lies before the playhead must not tell what lies behind it. */
function isStruck({ rank, overwritten }: RankedEvent, playhead: number): boolean {
  return overwritten !== null && (overwritten <= playhead || rank > playhead);
}

/** Paper around words that an arc or a gridline may run through. */
function haloed(pen: Pen, paper: string, text: string, x: number, y: number): void {
  pen.strokeStyle = paper;
  pen.lineWidth = 4;
  pen.lineJoin = 'round';
  pen.strokeText(text, x, y);
}

/** A thread that waits at the end of what is known says for what below its lane, if its hatching is too short. */
function drawLastWait(
  pen: Pen,
  { layout, palette, sequence }: Scene,
  { row, top }: DrawnLane,
): readonly Taken[] {
  const segment = row.segments.segment(row.segments.count - 1, sequence.count);
  const end = xOf(layout, sequence.count);
  if (segment?.state !== 'waiting' || end > layout.right + 1 || end < layout.left) return [];
  const text = waitWords(row.lane.stretches.at(segment.stretch)?.detail ?? null);
  const start = Math.max(layout.left, xOf(layout, segment.from));
  pen.font = waitFont(palette);
  const width = pen.measureText(text).width;
  if (width + 10 + WAIT_MARGIN <= end - start) return [];
  const from = Math.max(layout.left, Math.min(start, layout.right - width));
  const y = top + layout.box + BELOW;
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  haloed(pen, palette.paper, text, from, y);
  pen.fillStyle = palette.ink;
  pen.fillText(text, from, y);
  return [{ from: from - 6, to: from + width + 6 }];
}
