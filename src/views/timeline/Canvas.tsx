/** The drawn part of the timeline: canvas, scrolling, pointer. */
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { views } from '../../messages/views.ts';
import { NO_SIZE, watchSize } from '../shared/elementSize.ts';
import { isOnAxis } from '../shared/reach.ts';
import { momentAt } from '../shared/timeAxis.ts';
import { usePointer } from '../shared/usePointer.ts';
import type { ViewInput } from '../view.ts';
import { TASKS } from './activity.ts';
import { Drawing, type Shown, type Surface } from './drawing.ts';
import { pointedAt } from './hit.ts';
import { layOut } from './layout.ts';
import { Tooltip } from './Tooltip.tsx';

export function Canvas(input: ViewInput) {
  const { picture, moment, horizon, onMoment } = input;
  const strip = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const probe = useRef<HTMLSpanElement>(null);
  const [size, setSize] = useState(NO_SIZE);

  const lanes = picture.lanesBelow(TASKS);
  const layout = layOut({ ...size, lanes: lanes.length, horizon });
  const { at, handlers } = usePointer(
    onMoment === undefined ? null : (x) => onMoment(momentAt(layout, x)),
    (x) => isOnAxis(layout, x),
  );
  const pointed = at === null ? null : pointedAt(at, lanes, layout, Math.max(moment, picture.lastTime));

  useLayoutEffect(() => (strip.current === null ? undefined : watchSize(strip.current, setSize)), []);
  useDrawing({ strip, canvas, probe }, { input, lanes, layout, pointed: pointed?.index ?? null });

  return (
    <div className="timeline-box">
      <div
        ref={strip}
        className={onMoment === undefined ? 'timeline-strip' : 'timeline-strip timeline-strip-seeks'}
        {...(layout.scrolls ? { tabIndex: 0, role: 'group', 'aria-label': views.timeline.lanes } : {})}
        {...handlers}
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
