/** The drawn part of the threads view: canvas, scrolling, pointer, keys. */
import { useEffect } from 'react';
import { views } from '../../messages/en.ts';
import { CanvasStrip } from '../shared/CanvasStrip.tsx';
import { Screen, type Surface } from '../shared/screen.ts';
import { usePointer } from '../shared/usePointer.ts';
import { useSize } from '../shared/useSize.ts';
import { useOnSurface, useSurfaceRefs } from '../shared/useSurface.ts';
import type { ViewInput } from '../view.ts';
import { drawScene } from './draw/drawScene.ts';
import { figureOf } from './draw/figure.ts';
import { pointedAt, rankAt, rankNear } from './interaction/hit.ts';
import { edgeAt, type Layout } from './draw/layout.ts';
import type { EventSequence } from './model/eventSequence.ts';
import { readPalette } from './draw/palette.ts';
import { Tooltip } from './Tooltip.tsx';
import { useFollowing } from './interaction/useFollowing.ts';
import { useKeys } from './interaction/useKeys.ts';
import { useWheel, type Turn } from './interaction/useWheel.ts';
import type { Viewport } from './interaction/useViewport.ts';
import { ZOOM } from './model/visibleRange.ts';

interface CanvasProps {
  readonly input: ViewInput;
  readonly viewport: Viewport;
}

const screenOn = (surface: Surface) => new Screen(surface, readPalette);

export function Canvas({ input, viewport }: CanvasProps) {
  const { sequence, playhead } = viewport;
  const { live, onMoment } = input;
  const on = useSurfaceRefs();
  const { strip } = on;
  const size = useSize(strip);
  const screen = useOnSurface(on, screenOn);

  const figure = figureOf(viewport, size, live);
  const { layout } = figure;
  const { at, handlers } = usePointer(
    onMoment === undefined
      ? null
      : (x) => onMoment(sequence.eventAt(rankNear(layout, x, sequence.count))?.settled ?? 0),
    (x) => rankAt(layout, x, sequence.count) !== null,
  );
  const pointed = at === null ? null : pointedAt(at, layout, sequence, figure.variables);

  useEffect(() =>
    screen.current?.show(layout, (pen, palette) =>
      drawScene(pen, {
        ...figure,
        pointed,
        palette,
        scroll: layout.scrolls ? (strip.current?.scrollTop ?? 0) : 0,
      }),
    ),
  );
  useFollowing(
    strip,
    live || viewport.whole ? null : { layout, threads: threadsOf([playhead, ...viewport.looked], sequence) },
  );
  useWheel(strip, (turn) => turnBy(turn, layout, viewport));
  useKeys(strip, (key) => zoomByKey(key, viewport));

  return (
    // The picture takes the focus, for its keys.
    <CanvasStrip
      on={on}
      layout={layout}
      region={views.threads.lanes}
      seeks={onMoment !== undefined}
      handlers={handlers}
    >
      {pointed !== null && at !== null && (
        <Tooltip pointed={pointed} sequence={sequence} at={at} width={size.width} />
      )}
    </CanvasStrip>
  );
}

/** The threads of the events of these ranks. */
function threadsOf(ranks: readonly number[], sequence: EventSequence): readonly number[] {
  const threads = ranks.map((rank) => sequence.eventAt(rank)?.thread ?? -1);
  return [...new Set(threads)].filter((thread) => thread >= 0);
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
