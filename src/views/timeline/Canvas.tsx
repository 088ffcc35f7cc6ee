/** The drawn part of the timeline: canvas, scrolling, pointer. */
import { useEffect } from 'react';
import { views } from '../../messages/en.ts';
import { CanvasStrip } from '../shared/CanvasStrip.tsx';
import { isOnAxis } from '../shared/reach.ts';
import { momentAt } from '../shared/timeAxis.ts';
import { usePointer } from '../shared/usePointer.ts';
import { useSize } from '../shared/useSize.ts';
import { useOnSurface, useSurfaceRefs } from '../shared/useSurface.ts';
import type { ViewInput } from '../view.ts';
import { TASKS } from './activity.ts';
import { drawingOn } from './drawing.ts';
import { pointedAt } from './hit.ts';
import { layOut } from './layout.ts';
import { Tooltip } from './Tooltip.tsx';

export function Canvas(input: ViewInput) {
  const { picture, moment, start, horizon, onMoment } = input;
  const on = useSurfaceRefs();
  const size = useSize(on.strip);
  const drawing = useOnSurface(on, drawingOn);

  const lanes = picture.lanesBelow(TASKS);
  const layout = layOut({ ...size, lanes: lanes.length, start, horizon });
  const { at, handlers } = usePointer(
    onMoment === undefined ? null : (x) => onMoment(momentAt(layout, x)),
    (x) => isOnAxis(layout, x),
  );
  const pointed = at === null ? null : pointedAt(at, lanes, layout, Math.max(moment, picture.lastTime));
  useEffect(() => drawing.current?.show({ input, lanes, layout, pointed: pointed?.index ?? null }));

  return (
    <CanvasStrip
      on={on}
      layout={layout}
      region={layout.scrolls ? views.timeline.lanes : null}
      seeks={onMoment !== undefined}
      handlers={handlers}
    >
      {pointed !== null && at !== null && <Tooltip pointed={pointed} at={at} width={size.width} />}
    </CanvasStrip>
  );
}
