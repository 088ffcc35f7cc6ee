/** Draws shapes that several pictures have: a cross, and the words of a picture that has nothing to show. */
import type { CanvasPalette } from './canvasPalette.ts';
import type { Pen } from './screen.ts';

/** A cross around a point, in the pen's stroke. */
export function drawCross(pen: Pen, x: number, y: number, arm: number): void {
  pen.beginPath();
  pen.moveTo(x - arm, y - arm);
  pen.lineTo(x + arm, y + arm);
  pen.moveTo(x + arm, y - arm);
  pen.lineTo(x - arm, y + arm);
  pen.stroke();
}

/** Words around a point; `over` lines they stand on paper, which hides those. */
export function drawEmpty(
  pen: Pen,
  palette: CanvasPalette,
  text: string,
  at: { readonly x: number; readonly y: number; readonly over: boolean },
): void {
  const { x, y } = at;
  pen.font = `500 12.5px ${palette.family}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  if (at.over) {
    const half = pen.measureText(text).width / 2 + 10;
    pen.fillStyle = palette.paper;
    pen.fillRect(x - half, y - 12, 2 * half, 24);
  }
  pen.fillStyle = palette.muted;
  pen.fillText(text, x, y);
}
