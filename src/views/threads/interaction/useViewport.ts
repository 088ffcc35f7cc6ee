/** Viewport: what one side shows of the event sequence, and how a person moves it. */
import { useState } from 'react';
import type { ViewInput } from '../../view.ts';
import { sequenceOf, type EventSequence } from '../model/eventSequence.ts';
import { setScale, useScale } from '../model/scale.ts';
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
  /** ranks of the events that are to be looked at */
  readonly looked: readonly number[];
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
  const pictures = [picture, otherPicture];
  const { span, look } = useScale(pictures);
  const looked = look?.picture === picture ? look.ranks : null;
  const [kept, setKept] = useState(NEVER_DRAWN);
  const [sequence, other] = [sequenceOf(picture), sequenceOf(otherPicture)];
  const axis = axisOf(sequence.count, other.count);
  const playhead = sequence.rankAt(moment);
  const range = rangeFor(kept, { span, axis, playhead, look: looked });
  const isKept = kept.from === range.from && kept.span === range.span && kept.playhead === playhead;
  if (!isKept || kept.look !== looked) {
    setKept({ ...range, playhead, look: looked });
  }
  return {
    sequence,
    other,
    playhead,
    range,
    // Whoever goes on from there has looked.
    looked: looked !== null && looked.at(-1) === playhead ? looked : [],
    whole: range.span >= axis,
    closest: zoomed(span, axis, 2) === span,
    zoom: (factor, anchor) => {
      const next = zoomed(span, axis, factor);
      setScale(pictures, next);
      if (anchor === undefined || next === null) return;
      const at = around(range, next, anchor);
      setKept({ ...moved(at, 0, axis), playhead, look: null });
    },
    showWhole: () => setScale(pictures, null),
    shift: (by) => setKept({ ...moved(range, by, axis), playhead, look: looked }),
  };
}
