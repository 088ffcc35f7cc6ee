/** The heap view: what a program keeps over time, when the collector ran, and who holds what is left. */
import type { View } from '../view.ts';
import { describeHeap } from './describe.ts';
import { Heap } from './Paint.tsx';

export const heap: View = {
  id: 'heap',
  sketch: { rows: [], levels: ['traced bytes'], across: 'time' },
  describe: describeHeap,
  Paint: Heap,
};
