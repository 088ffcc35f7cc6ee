/** The pool view: who holds which connection, who waits for one, and what is said on them. */
import type { View } from '../view.ts';
import { describePool } from './describe.ts';
import { PoolPicture } from './Paint.tsx';
import { poolChanges } from './telling.ts';

export const pool: View = {
  id: 'pool',
  axis: { kind: 'clock', changesOf: poolChanges },
  describe: describePool,
  Paint: PoolPicture,
};
