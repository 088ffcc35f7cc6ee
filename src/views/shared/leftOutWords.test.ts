import { expect, it } from 'vitest';
import { traceOf, type ScriptLine } from '../../testing/scriptedTrace.ts';
import { leftOutWords } from './leftOutWords.ts';

const lanes = ['hits', 'lock', 'stock', 'MainThread', 'done'];
const opening: readonly ScriptLine[] = [
  [0, 'track', 'left out'],
  ...lanes.map((label, index): ScriptLine => [index + 1, 'track', label, 'left out']),
];

it('says nothing of a run that is drawn whole', () => {
  const { picture } = traceOf([[0, 'track', 'threads']]);
  expect(leftOutWords({ picture, moment: 9 })).toEqual([]);
});

it('names the lanes of which most was left out, and counts the others together', () => {
  const { picture } = traceOf([
    ...opening,
    [10, 'tally', 'hits', 397_657],
    [11, 'tally', 'lock', 1_000],
    [12, 'tally', 'stock', 200],
    [13, 'tally', 'MainThread', 2],
    [14, 'tally', 'done', 1],
  ]);
  expect(leftOutWords({ picture, moment: 10 })).toEqual([
    '397,657 events were counted and not drawn: hits 397,657.',
  ]);
  expect(leftOutWords({ picture, moment: 14 })).toEqual([
    '398,860 events were counted and not drawn: hits 397,657, lock 1,000, stock 200, 2 more.',
  ]);
});
