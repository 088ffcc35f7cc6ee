import { expect, it } from 'vitest';
import { leftOutAt, sumOf } from './leftOut.ts';
import { traceOf } from '../testing/scriptedTrace.ts';

it('sums what was left out of each lane up to a moment, most first', () => {
  const { picture } = traceOf([
    [0, 'track', 'shared'],
    [1, 'track', 'left out'],
    [2, 'track', 'hits', 'left out'],
    [3, 'track', 'lock', 'left out'],
    [10, 'tally', 'hits', 5],
    [20, 'tally', 'lock', 100],
    [30, 'tally', 'hits', 7],
  ]);
  expect(leftOutAt(picture, 5)).toEqual([]);
  expect(leftOutAt(picture, 10)).toEqual([{ label: 'hits', count: 5 }]);
  expect(leftOutAt(picture, 30)).toEqual([
    { label: 'lock', count: 100 },
    { label: 'hits', count: 12 },
  ]);
  expect(sumOf(leftOutAt(picture, 30))).toBe(112);
});
