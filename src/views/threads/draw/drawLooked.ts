/** Draws a ring around each event that is to be looked at. */
import type { Pen } from '../../shared/screen.ts';
import { boxMiddle, radiusOf } from './drawThreads.ts';
import { middleOf } from './layout.ts';
import type { Scene } from './scene.ts';

/** Between the sign and its ring, and the least radius of one. CSS pixels. */
const AIR = 4;
const LEAST = 8;

export function drawLooked(pen: Pen, { layout, palette, sequence, looked, scroll }: Scene): void {
  const radius = Math.max(LEAST, radiusOf(layout) + AIR);
  for (const rank of looked) {
    const event = sequence.eventAt(rank);
    if (event === null) continue;
    const x = middleOf(layout, rank);
    if (x < layout.left || x > layout.right) continue;
    pen.beginPath();
    pen.arc(x, boxMiddle(layout, event.thread, scroll), radius, 0, Math.PI * 2);
    // Paper below the ink, so that it shows on any box.
    pen.strokeStyle = palette.paper;
    pen.lineWidth = 4.5;
    pen.stroke();
    pen.strokeStyle = palette.ink;
    pen.lineWidth = 2;
    pen.stroke();
  }
}
