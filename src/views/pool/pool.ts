/** The pool view: who holds which connection, who waits for one, and what is said on them. */
import type { View } from '../view.ts';
import { describePool } from './describe.ts';
import { logUntil } from './log.ts';
import { Log } from './Log.tsx';
import { PoolPicture } from './Paint.tsx';

export const pool: View = {
  id: 'pool',
  sketch: { rows: ['connections', 'requests'], levels: [], across: 'time' },
  describe: describePool,
  Paint: PoolPicture,
  log: { Paint: Log, count: ({ picture, moment }) => logUntil(picture, moment).count },
};
