import { expect, it } from 'vitest';
import { isOnAxis } from './reach.ts';

it('reaches a little beyond the ends of an axis, and no further', () => {
  const axis = { left: 144, right: 529 };
  expect([100, 130, 300, 544, 550].map((x) => isOnAxis(axis, x))).toEqual([false, true, true, true, false]);
});
