/** Draws the signs of events: each has a shape of its own, so that colour is never alone. */
import { drawCross } from '../../shared/drawShapes.ts';
import type { Pen } from '../../shared/screen.ts';
import type { FlawKind } from '../model/names.ts';
import type { Palette } from './palette.ts';
import type { What } from '../model/rows.ts';

interface At {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** A read is a ring, a write a disc; a lock acquired a filled square, a lock released an empty one. */
export function drawSign(pen: Pen, what: What, at: At, colour: string, paper: string): void {
  const hollow = what.kind === 'read' || what.kind === 'released';
  const radius = hollow ? at.radius - 0.75 : at.radius;
  pen.beginPath();
  if (what.kind === 'acquired' || what.kind === 'released') {
    pen.rect(at.x - radius * 0.86, at.y - radius * 0.86, radius * 1.72, radius * 1.72);
  } else if (what.kind === 'noted') {
    diamond(pen, { ...at, radius });
  } else {
    pen.arc(at.x, at.y, Math.max(0.5, radius), 0, Math.PI * 2);
  }
  pen.fillStyle = hollow ? paper : colour;
  pen.fill();
  if (!hollow) return;
  pen.strokeStyle = colour;
  pen.lineWidth = 1.5;
  pen.stroke();
}

/** What went wrong: a disc with a cross, a diamond with a stroke, a disc of which half is empty. */
export function drawFlaw(pen: Pen, kind: FlawKind, at: At, palette: Palette): void {
  pen.fillStyle = palette.bad;
  pen.strokeStyle = palette.paper;
  pen.lineWidth = Math.max(1.1, at.radius * 0.28);
  pen.lineCap = 'round';
  if (kind === 'lost') {
    disc(pen, at);
    pen.fill();
    drawCross(pen, at.x, at.y, at.radius * 0.42);
  } else if (kind === 'stale') {
    pen.beginPath();
    diamond(pen, { ...at, radius: at.radius * 1.25 });
    pen.fill();
    pen.beginPath();
    pen.moveTo(at.x, at.y - at.radius * 0.5);
    pen.lineTo(at.x, at.y + at.radius * 0.1);
    pen.moveTo(at.x, at.y + at.radius * 0.55);
    pen.lineTo(at.x, at.y + at.radius * 0.56);
    pen.stroke();
  } else {
    disc(pen, at);
    pen.fillStyle = palette.paper;
    pen.fill();
    pen.beginPath();
    pen.arc(at.x, at.y, at.radius, Math.PI / 2, Math.PI * 1.5);
    pen.fillStyle = palette.bad;
    pen.fill();
    disc(pen, { ...at, radius: at.radius - 0.75 });
    pen.strokeStyle = palette.bad;
    pen.lineWidth = 1.5;
    pen.stroke();
  }
  pen.lineCap = 'butt';
}

/** A write that another thread overwrote: struck out. */
export function drawOverwritten(pen: Pen, at: At, palette: Palette): void {
  pen.strokeStyle = palette.bad;
  pen.lineWidth = 1.6;
  pen.beginPath();
  pen.moveTo(at.x - at.radius * 1.5, at.y + at.radius * 1.5);
  pen.lineTo(at.x + at.radius * 1.5, at.y - at.radius * 1.5);
  pen.stroke();
}

function disc(pen: Pen, { x, y, radius }: At): void {
  pen.beginPath();
  pen.arc(x, y, radius, 0, Math.PI * 2);
}

function diamond(pen: Pen, { x, y, radius }: At): void {
  pen.moveTo(x, y - radius);
  pen.lineTo(x + radius, y);
  pen.lineTo(x, y + radius);
  pen.lineTo(x - radius, y);
  pen.closePath();
}
