/** Sight: what one side shows of the order of events, and how a person moves it. */
import { useState } from 'react';
import type { ViewInput } from '../../view.ts';
import { orderOf, type Order } from '../model/eventSequence.ts';
import { setSpan, useSpan } from '../model/scale.ts';
import { around, axisOf, moved, NEVER_DRAWN, windowFor, zoomed, type Window } from '../model/viewport.ts';

export interface Sight {
  readonly order: Order;
  readonly other: Order;
  /** events up to the playhead */
  readonly playhead: number;
  readonly window: Window;
  /** the whole axis shows */
  readonly whole: boolean;
  /** it cannot get any closer */
  readonly closest: boolean;
  /** Zooms both sides, 2 is twice as close; `anchor` (events before it) stays at its place on this side. */
  readonly zoom: (factor: number, anchor?: number) => void;
  readonly showWhole: () => void;
  /** Moves this side's window by so many events. */
  readonly shift: (by: number) => void;
}

export function useSight({ picture, other: otherPicture, moment }: ViewInput): Sight {
  const span = useSpan();
  const [kept, setKept] = useState(NEVER_DRAWN);
  const [order, other] = [orderOf(picture), orderOf(otherPicture)];
  const axis = axisOf(order.count, other.count);
  const playhead = order.rankAt(moment);
  const window = windowFor(kept, { span, axis, playhead });
  if (kept.from !== window.from || kept.span !== window.span || kept.playhead !== playhead) {
    setKept({ ...window, playhead });
  }
  return {
    order,
    other,
    playhead,
    window,
    whole: window.span >= axis,
    closest: zoomed(span, axis, 2) === span,
    zoom: (factor, anchor) => {
      const next = zoomed(span, axis, factor);
      setSpan(next);
      if (anchor === undefined || next === null) return;
      const at = around(window, next, anchor);
      setKept({ ...moved(at, 0, axis), playhead });
    },
    showWhole: () => setSpan(null),
    shift: (by) => setKept({ ...moved(window, by, axis), playhead }),
  };
}
