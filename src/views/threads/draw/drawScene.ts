/** Draws a whole scene: grid, labels, strips, lanes, and the playhead over them. */
import { formatCount } from '../../../base/format.ts';
import { views } from '../../../messages/en.ts';
import { drawChips } from './drawChips.ts';
import { drawLabels } from './drawLabels.ts';
import { drawLocks } from './drawLocks.ts';
import { drawOverwrites } from './drawOverwrites.ts';
import { drawThreads } from './drawThreads.ts';
import { drawVariables } from './drawVariables.ts';
import { xOf } from './layout.ts';
import { snap, type Pen, type Scene } from './scene.ts';

const FAINT = 0.28;

/** Draws with a pen whose unit is the CSS pixel. */
export function drawScene(pen: Pen, scene: Scene): void {
  const { layout, sequence, playhead } = scene;
  pen.clearRect(0, 0, layout.width, layout.height);
  if (sequence.threads.length === 0) return drawEmpty(pen, scene);
  drawTicks(pen, scene);
  drawPointed(pen, scene);
  drawLabels(pen, scene);
  const now = playhead >= sequence.count ? layout.right : xOf(layout, playhead);
  drawBody(pen, scene, { from: layout.left, to: Math.min(now, layout.right), past: true });
  drawBody(pen, scene, { from: Math.max(now, layout.left), to: layout.right, past: false });
  drawPlayhead(pen, scene);
}

/** What happens between two places of the axis. */
function drawBody(pen: Pen, scene: Scene, part: { from: number; to: number; past: boolean }): void {
  const { layout } = scene;
  if (part.to <= part.from) return;
  const clipped = (top: number, draw: () => void) => {
    pen.save();
    pen.beginPath();
    pen.rect(part.from, top, part.to - part.from, layout.bottom - top);
    pen.clip();
    pen.globalAlpha = part.past ? 1 : FAINT;
    draw();
    pen.restore();
  };
  clipped(0, () => drawVariables(pen, scene));
  clipped(layout.top, () => {
    drawLocks(pen, scene);
    drawThreads(pen, scene);
    drawOverwrites(pen, scene, part.past);
    drawChips(pen, scene);
  });
}

function drawEmpty(pen: Pen, { layout, palette }: Scene): void {
  pen.font = `500 12.5px ${palette.family}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillStyle = palette.muted;
  pen.fillText(views.threads.empty, layout.width / 2, layout.height / 2);
}

function drawTicks(pen: Pen, scene: Scene): void {
  const { layout, palette } = scene;
  const pill = pillOf(pen, scene);
  pen.font = `500 11px ${palette.family}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  for (const { rank, x } of layout.ticks) {
    pen.fillStyle = palette.line;
    pen.fillRect(snap(x, palette), 4, 1, layout.bottom - 1);
    const text = formatCount(rank);
    const half = pen.measureText(text).width / 2 + 3;
    if (
      x + half > layout.width ||
      (pill !== null && x + half > pill.left && x - half < pill.left + pill.width)
    )
      continue;
    pen.fillStyle = palette.muted;
    pen.fillText(text, x, layout.bottom + 12.5);
  }
}

function drawPointed(pen: Pen, { layout, palette, pointed }: Scene): void {
  if (pointed === null) return;
  const left = xOf(layout, pointed.event.rank - 1);
  pen.fillStyle = palette.hover;
  if (pointed.height > 0) pen.fillRect(4, pointed.top, layout.width - 8, pointed.height);
  if (left < layout.left || left > layout.right) return;
  pen.fillRect(left, 4, Math.max(1, layout.cell), layout.bottom - 4);
}

/** A thin line after what has happened; while scrubbing it carries the number of events on the axis. */
function drawPlayhead(pen: Pen, scene: Scene): void {
  const { layout, palette, playhead, sequence, live } = scene;
  const x = xOf(layout, playhead);
  if (x < layout.left - 1 || x > layout.right + 1) return;
  pen.fillStyle = live ? palette.side : palette.ink;
  pen.globalAlpha = !live && playhead >= sequence.count ? 0.3 : 1;
  pen.fillRect(snap(x - 0.75, palette), 5, 1.5, layout.bottom);
  pen.globalAlpha = 1;
  pen.beginPath();
  pen.arc(x, 5, 3, 0, Math.PI * 2);
  pen.fill();
  const pill = pillOf(pen, scene);
  if (pill === null) return;
  pen.beginPath();
  pen.roundRect(pill.left, layout.bottom + 3, pill.width, 18, 5);
  pen.fill();
  pen.font = `600 11px ${palette.family}`;
  pen.fillStyle = palette.paper;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(pill.text, pill.left + pill.width / 2, layout.bottom + 12.5);
}

/** Where the playhead's number stands on the axis, or null when it goes without. */
function pillOf(
  pen: Pen,
  { layout, palette, playhead, sequence, live }: Scene,
): { text: string; left: number; width: number } | null {
  const middle = xOf(layout, playhead);
  const shows = middle >= layout.left - 1 && middle <= layout.right + 1;
  if (live || playhead >= sequence.count || !shows) return null;
  pen.font = `600 11px ${palette.family}`;
  const text = formatCount(playhead);
  const width = pen.measureText(text).width + 12;
  return { text, width, left: Math.min(Math.max(2, middle - width / 2), layout.width - width - 2) };
}
