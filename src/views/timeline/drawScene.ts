/** Draws what is around the lanes: gridlines, axis, labels and the playhead. */
import { formatDuration } from '../../base/format.ts';
import { changes, views } from '../../messages/en.ts';
import { drawPlayhead, drawTicks, type CanvasAxis } from '../shared/drawAxis.ts';
import { drawEmpty } from '../shared/drawShapes.ts';
import { fitLabels } from '../shared/labels.ts';
import { visibleLanes, laneTop } from '../shared/lanes.ts';
import type { Pen } from '../shared/screen.ts';
import { xOf } from '../shared/timeAxis.ts';
import { drawLanes } from './drawLanes.ts';
import type { Scene } from './scene.ts';

const LABEL_LEFT = 14;

/** Draws a whole scene on a pen whose unit is the CSS pixel. */
export function drawScene(pen: Pen, scene: Scene): void {
  const { layout, lanes, palette } = scene;
  pen.clearRect(0, 0, layout.width, layout.height);
  const axis = axisOf(scene);
  drawTicks(pen, palette, axis);
  drawPointed(pen, scene);
  drawLabels(pen, scene);
  drawLanes(pen, scene);
  drawPlayhead(pen, palette, axis);
  if (lanes.length > 0) return;
  drawEmpty(pen, palette, views.timeline.empty, {
    x: layout.width / 2,
    y: (layout.top + layout.bottom) / 2,
    over: true,
  });
}

/** Gridlines and labels, and the playhead: faint where all is shown; while scrubbing with its time on the axis. */
function axisOf({ layout, palette, moment, until, live, lanes }: Scene): CanvasAxis {
  const { width, top, bottom } = layout;
  const x = Math.min(xOf(layout, Math.max(moment, layout.from)), layout.right);
  const over = moment >= until;
  return {
    width,
    ticks: layout.ticks.map((tick) => {
      const line = Math.round(tick.x);
      return { x: line, line, label: tick.label };
    }),
    lead: layout.from === 0 ? null : { x: LABEL_LEFT, text: changes.leadShort(layout.from) },
    lines: { top: top - 4, height: bottom - top + 8 },
    labels: bottom + 14,
    pill: { top: bottom + 4, words: bottom + 13.5 },
    playhead:
      lanes.length === 0
        ? null
        : {
            x,
            line: x - 0.75,
            top: top - 5,
            height: bottom - top + 9,
            dot: top - 4,
            colour: live ? palette.side : palette.ink,
            alpha: !live && over ? 0.25 : 1,
            text: live || over ? null : formatDuration(moment),
          },
  };
}

function drawPointed(pen: Pen, { layout, palette, pointed, scroll }: Scene): void {
  if (pointed === null) return;
  pen.save();
  pen.beginPath();
  pen.rect(0, layout.top, layout.width, layout.bottom - layout.top);
  pen.clip();
  pen.fillStyle = palette.hover;
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
  const [first, end] = visibleLanes(layout, lanes.length, scroll);
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
    pen.fillStyle = palette.ink;
    pen.fillText(name, LABEL_LEFT, y);
    if (runs === '') continue;
    pen.fillStyle = palette.muted;
    pen.fillText(runs, LABEL_LEFT + pen.measureText(name).width, y);
  }
  pen.restore();
}
