/** The drawn part of the threads view: canvas, scrolling, pointer, keys. */
import { useLayoutEffect, useRef, useState } from 'react';
import { views } from '../../messages/en.ts';
import { NO_SIZE, watchSize } from '../shared/elementSize.ts';
import { usePointer } from '../shared/usePointer.ts';
import type { ViewInput } from '../view.ts';
import { figureOf } from './draw/figure.ts';
import { pointedAt, rankAt, rankNear } from './interaction/hit.ts';
import { edgeAt, type Layout } from './draw/layout.ts';
import { Tooltip } from './Tooltip.tsx';
import { useFollowing } from './interaction/useFollowing.ts';
import { useKeys } from './interaction/useKeys.ts';
import { useScreen } from './draw/useScreen.ts';
import { useWheel, type Turn } from './interaction/useWheel.ts';
import type { Viewport } from './interaction/useViewport.ts';
import { ZOOM } from './model/visibleRange.ts';

interface CanvasProps {
  readonly input: ViewInput;
  readonly viewport: Viewport;
}

/** The picture takes the focus, for its keys. */
const REGION = { tabIndex: 0, role: 'group', 'aria-label': views.threads.lanes };

export function Canvas({ input, viewport }: CanvasProps) {
  const { sequence, playhead } = viewport;
  const { live, onMoment } = input;
  const strip = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const probe = useRef<HTMLSpanElement>(null);
  const [size, setSize] = useState(NO_SIZE);

  const figure = figureOf(viewport, size, live);
  const { layout } = figure;
  const { at, handlers } = usePointer(
    onMoment === undefined
      ? null
      : (x) => onMoment(sequence.eventAt(rankNear(layout, x, sequence.count))?.settled ?? 0),
    (x) => rankAt(layout, x, sequence.count) !== null,
  );
  const pointed = at === null ? null : pointedAt(at, layout, sequence, figure.variables);

  useLayoutEffect(() => (strip.current === null ? undefined : watchSize(strip.current, setSize)), []);
  useScreen({ strip, canvas, probe }, { ...figure, pointed });
  useFollowing(
    strip,
    live || viewport.whole ? null : { layout, thread: sequence.eventAt(playhead)?.thread ?? -1 },
  );
  useWheel(strip, (turn) => turnBy(turn, layout, viewport));
  useKeys(strip, (key) => zoomByKey(key, viewport));

  return (
    <div className="threads-box">
      <div
        ref={strip}
        className={onMoment === undefined ? 'threads-strip' : 'threads-strip threads-strip-seeks'}
        {...REGION}
        {...handlers}
      >
        <canvas ref={canvas} className="threads-canvas" aria-hidden="true" />
        <div style={{ height: layout.scrolls ? layout.content - (layout.bottom - layout.top) : 0 }} />
        <span ref={probe} className="threads-probe" aria-hidden="true" />
      </div>
      {pointed !== null && at !== null && (
        <Tooltip pointed={pointed} sequence={sequence} at={at} width={size.width} />
      )}
    </div>
  );
}

/** Whether the key was for the zoom. */
function zoomByKey(key: string, viewport: Viewport): boolean {
  if (key === '+' || key === '=') viewport.zoom(ZOOM);
  else if (key === '-') viewport.zoom(1 / ZOOM);
  else if (key === '0') viewport.showWhole();
  else return false;
  return true;
}

/** Whether the turn of the wheel was for the picture; else the page scrolls. */
function turnBy({ zoom, by, x }: Turn, layout: Layout, viewport: Viewport): boolean {
  if (zoom !== 1) viewport.zoom(zoom, edgeAt(layout, x));
  else if (by === 0 || viewport.whole) return false;
  else viewport.shift(by / layout.cell);
  return true;
}
