/** Draws a whole scene: grid, labels, strips, lanes, and the playhead over them. */
import { formatCount } from '../../../base/format.ts';
import { views } from '../../../messages/en.ts';
import { snap } from '../../shared/canvasPalette.ts';
import { drawPlayhead, drawTicks, type CanvasAxis } from '../../shared/drawAxis.ts';
import { drawEmpty } from '../../shared/drawShapes.ts';
import type { Pen } from '../../shared/screen.ts';
import { drawChips } from './drawChips.ts';
import { drawLabels } from './drawLabels.ts';
import { drawLocks } from './drawLocks.ts';
import { drawLooked } from './drawLooked.ts';
import { drawOverwrites } from './drawOverwrites.ts';
import { drawThreads } from './drawThreads.ts';
import { drawVariables } from './drawVariables.ts';
import { xOf } from './layout.ts';
import type { Scene } from './scene.ts';

const FAINT = 0.28;

/** Draws with a pen whose unit is the CSS pixel. */
export function drawScene(pen: Pen, scene: Scene): void {
  const { layout, sequence, palette, playhead } = scene;
  pen.clearRect(0, 0, layout.width, layout.height);
  if (sequence.threads.length === 0) {
    drawEmpty(pen, palette, views.threads.empty, {
      x: layout.width / 2,
      y: layout.height / 2,
      over: false,
    });
    return;
  }
  const axis = axisOf(scene);
  drawTicks(pen, palette, axis);
  drawPointed(pen, scene);
  drawLabels(pen, scene);
  const now = playhead >= sequence.count ? layout.right : xOf(layout, playhead);
  drawBody(pen, scene, { from: layout.left, to: Math.min(now, layout.right), past: true });
  drawBody(pen, scene, { from: Math.max(now, layout.left), to: layout.right, past: false });
  drawLooked(pen, scene);
  drawPlayhead(pen, palette, axis);
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

/** Gridlines and numbers of events, and the playhead; while scrubbing it carries its number on the axis. */
function axisOf({ layout, palette, playhead, sequence, live }: Scene): CanvasAxis {
  const { width, left, right, bottom } = layout;
  const x = xOf(layout, playhead);
  const over = playhead >= sequence.count;
  return {
    width,
    ticks: layout.ticks.map((tick) => ({
      x: tick.x,
      line: snap(tick.x, palette),
      label: formatCount(tick.rank),
    })),
    lead: null,
    lines: { top: 4, height: bottom - 1 },
    labels: bottom + 12.5,
    pill: { top: bottom + 3, words: bottom + 12.5 },
    playhead:
      x < left - 1 || x > right + 1
        ? null
        : {
            x,
            line: snap(x - 0.75, palette),
            top: 5,
            height: bottom,
            dot: 5,
            colour: live ? palette.side : palette.ink,
            alpha: !live && over ? 0.3 : 1,
            text: live || over ? null : formatCount(playhead),
          },
  };
}

function drawPointed(pen: Pen, { layout, palette, pointed }: Scene): void {
  if (pointed === null) return;
  const left = xOf(layout, pointed.event.rank - 1);
  pen.fillStyle = palette.hover;
  if (pointed.height > 0) pen.fillRect(4, pointed.top, layout.width - 8, pointed.height);
  if (left < layout.left || left > layout.right) return;
  pen.fillRect(left, 4, Math.max(1, layout.cell), layout.bottom - 4);
}
