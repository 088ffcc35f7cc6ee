/** Layout: where the lanes of the timeline lie, on the axis of time, in CSS pixels. Pure geometry. */
import type { Micros } from '../../trace/vocabulary.ts';
import { gutterOf } from '../shared/gutter.ts';
import { isTooHigh, type LaneStrip } from '../shared/lanes.ts';
import { timeAxis, type TimeAxis } from '../shared/timeAxis.ts';

const TOP = 8;
const AXIS = 24;
const RIGHT = 26;
const MIN_PITCH = 12;
/** In a high figure lanes are higher. */
const MAX_PITCH = { usual: 22, share: 0.065, most: 56 };

export interface Layout extends TimeAxis, LaneStrip {
  readonly width: number;
  readonly height: number;
  /** height of a bar within its lane */
  readonly bar: number;
}

/**
 * Lays out `lanes` lanes in a box. The gutter and so the axis depend on the width alone: two figures of one width have
 * the same scale, whatever their tasks are called.
 */
export function layOut(box: {
  width: number;
  height: number;
  lanes: number;
  start?: Micros;
  horizon: Micros;
}): Layout {
  const { width, height, lanes } = box;
  const left = gutterOf(width);
  const right = Math.max(left + 1, width - RIGHT);
  const bottom = Math.max(TOP + MIN_PITCH, height - AXIS);
  const most = Math.min(MAX_PITCH.most, Math.max(MAX_PITCH.usual, height * MAX_PITCH.share));
  const pitch = Math.min(most, Math.max(MIN_PITCH, (bottom - TOP) / Math.max(1, lanes)));
  const content = pitch * lanes;
  return {
    width,
    height,
    ...timeAxis({ left, right, from: box.start ?? 0, until: box.horizon }),
    top: TOP,
    bottom,
    pitch,
    bar: Math.round(pitch * (pitch > MAX_PITCH.usual ? 0.62 : 0.66)),
    content,
    scrolls: isTooHigh(content, { top: TOP, bottom }),
  };
}
