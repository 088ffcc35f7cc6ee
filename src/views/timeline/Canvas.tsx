/** The drawn part of the timeline: canvas, scrolling, pointer. */
import { useEffect, useLayoutEffect, useRef, useState, type PointerEvent, type RefObject } from 'react';
import { views } from '../../messages/views.ts';
import { NO_SIZE, watchSize } from '../elementSize.ts';
import type { ViewInput } from '../view.ts';
import { TASKS } from './activity.ts';
import { Drawing, type Shown, type Surface } from './drawing.ts';
import { pointedAt } from './hit.ts';
import { layOut, momentAt, type Layout } from './layout.ts';
import { Tooltip } from './Tooltip.tsx';

/** The ends of the axis are easier to hit than they are wide. CSS pixels. */
const BESIDE_AXIS = 16;

export function Canvas(input: ViewInput) {
  const { picture, moment, horizon, onMoment } = input;
  const strip = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const probe = useRef<HTMLSpanElement>(null);
  const [size, setSize] = useState(NO_SIZE);
  const [at, setAt] = useState<PointerAt | null>(null);

  const lanes = picture.lanesBelow(TASKS);
  const layout = layOut({ ...size, lanes: lanes.length, horizon });
  const pointed = at === null ? null : pointedAt(at, lanes, layout, Math.max(moment, picture.lastTime));

  useLayoutEffect(() => (strip.current === null ? undefined : watchSize(strip.current, setSize)), []);
  useDrawing({ strip, canvas, probe }, { input, lanes, layout, pointed: pointed?.index ?? null });

  const seek = (event: PointerEvent<HTMLDivElement>, x: number) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) onMoment?.(momentAt(layout, x));
  };
  return (
    <div className="timeline-box">
      <div
        ref={strip}
        className={onMoment === undefined ? 'timeline-strip' : 'timeline-strip timeline-strip-seeks'}
        {...(layout.scrolls ? { tabIndex: 0, role: 'group', 'aria-label': views.timeline.lanes } : {})}
        onPointerDown={(event) => {
          const { x } = pointIn(event);
          if (onMoment === undefined || event.button !== 0 || !onAxis(layout, x)) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          seek(event, x);
        }}
        onPointerMove={(event) => {
          const point = pointIn(event);
          setAt(point);
          seek(event, point.x);
        }}
        onPointerLeave={() => setAt(null)}
      >
        <canvas ref={canvas} className="timeline-canvas" aria-hidden="true" />
        <div style={{ height: layout.scrolls ? layout.content - (layout.bottom - layout.top) : 0 }} />
        <span ref={probe} className="timeline-probe" aria-hidden="true" />
      </div>
      {pointed !== null && at !== null && <Tooltip pointed={pointed} at={at} width={size.width} />}
    </div>
  );
}

/** Makes the drawing once the canvas is on the page, and shows it what each render brings. */
function useDrawing(on: { [Part in keyof Surface]: RefObject<Surface[Part] | null> }, shown: Shown): void {
  const { strip, canvas, probe } = on;
  const drawing = useRef<Drawing>(null);
  useEffect(() => {
    if (strip.current === null || canvas.current === null || probe.current === null) return undefined;
    const made = new Drawing({ strip: strip.current, canvas: canvas.current, probe: probe.current });
    drawing.current = made;
    return () => made.dispose();
  }, [strip, canvas, probe]);
  useEffect(() => drawing.current?.show(shown));
}

interface PointerAt {
  readonly x: number;
  readonly y: number;
  readonly scroll: number;
}

/** Where the pointer is in the strip as it shows, and how far that is scrolled. */
function pointIn(event: PointerEvent<HTMLDivElement>): PointerAt {
  const box = event.currentTarget.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top, scroll: event.currentTarget.scrollTop };
}

function onAxis(layout: Layout, x: number): boolean {
  return x >= layout.left - BESIDE_AXIS && x <= layout.right + BESIDE_AXIS;
}
