/** The timeline view: one lane a task, on the axis that both sides share. */
import type { View } from '../view.ts';
import { describeTimeline } from './describe.ts';
import { Timeline } from './Paint.tsx';

export const timeline: View = {
  id: 'timeline',
  sketch: { rows: ['tasks'], levels: [], across: 'time' },
  describe: describeTimeline,
  Paint: Timeline,
};
