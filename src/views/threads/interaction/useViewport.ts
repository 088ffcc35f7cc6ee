/** Viewport: what one side shows of the event sequence, and how a person moves it. */
import { useState } from 'react';
import type { ViewInput } from '../../view.ts';
import { sequenceOf, type EventSequence } from '../model/eventSequence.ts';
import { setSpan, useSpan } from '../model/scale.ts';
import {
  around,
  axisOf,
  moved,
  NEVER_DRAWN,
  rangeFor,
  zoomed,
  type VisibleRange,
} from '../model/visibleRange.ts';

export interface Viewport {
  readonly sequence: EventSequence;
  readonly other: EventSequence;
  /** events up to the playhead */
  readonly playhead: number;
  readonly range: VisibleRange;
  /** the whole axis shows */
  readonly whole: boolean;
  /** it cannot get any closer */
  readonly closest: boolean;
  /** Zooms both sides, 2 is twice as close; `anchor` (events before it) stays at its place on this side. */
  readonly zoom: (factor: number, anchor?: number) => void;
  readonly showWhole: () => void;
  /** Moves this side's range by so many events. */
  readonly shift: (by: number) => void;
}

export function useViewport({ picture, other: otherPicture, moment }: ViewInput): Viewport {
  const span = useSpan();
  const [kept, setKept] = useState(NEVER_DRAWN);
  const [sequence, other] = [sequenceOf(picture), sequenceOf(otherPicture)];
  const axis = axisOf(sequence.count, other.count);
  const playhead = sequence.rankAt(moment);
  const range = rangeFor(kept, { span, axis, playhead });
  if (kept.from !== range.from || kept.span !== range.span || kept.playhead !== playhead) {
    setKept({ ...range, playhead });
  }
  return {
    sequence,
    other,
    playhead,
    range,
    whole: range.span >= axis,
    closest: zoomed(span, axis, 2) === span,
    zoom: (factor, anchor) => {
      const next = zoomed(span, axis, factor);
      setSpan(next);
      if (anchor === undefined || next === null) return;
      const at = around(range, next, anchor);
      setKept({ ...moved(at, 0, axis), playhead });
    },
    showWhole: () => setSpan(null),
    shift: (by) => setKept({ ...moved(range, by, axis), playhead }),
  };
}
