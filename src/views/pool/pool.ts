/** The pool view: who holds which connection, who waits for one, and what is said on them. */
import type { View } from '../view.ts';
import { describePool } from './describe.ts';
import { PoolPicture } from './Paint.tsx';

export const pool: View = {
  id: 'pool',
  sketch: { rows: ['connections', 'requests'], levels: [], across: 'time' },
  describe: describePool,
  Paint: PoolPicture,
};
