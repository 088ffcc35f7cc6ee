/** The threads view: who ran when, in the sequence of events, with locks and shared variables. */
import type { View } from '../view.ts';
import { describeThreads } from './describe.ts';
import { Threads } from './Paint.tsx';

export const threads: View = {
  id: 'threads',
  sketch: { rows: ['threads'], levels: ['shared'], across: 'events' },
  describe: describeThreads,
  Paint: Threads,
};
