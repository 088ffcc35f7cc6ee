/** Slices in rows: none of them crosses another in its row. */
import { expect, it } from 'vitest';
import { chanceFrom } from '../testing/randomState.ts';
import { rowsOf, type Slice } from './slices.ts';

const slice = (start: number, end: number): Slice => ({ name: `${start}-${end}`, start, end, details: {} });
const names = (slices: readonly Slice[]) => rowsOf(slices).map((row) => row.map(({ name }) => name));

it('keeps one within another, and one after another, in a row', () => {
  expect(names([slice(5, 9), slice(0, 10), slice(1, 4), slice(10, 12)])).toEqual([
    ['0-10', '1-4', '5-9', '10-12'],
  ]);
});

it('puts what crosses another into a row of its own', () => {
  expect(names([slice(0, 5), slice(3, 8), slice(4, 12)])).toEqual([['0-5'], ['3-8'], ['4-12']]);
});

it('never lets two cross', () => {
  const chance = chanceFrom(1);
  const slices = Array.from({ length: 200 }, () => {
    const start = Math.floor(chance() * 100);
    return slice(start, start + Math.floor(chance() * 30));
  });
  const rows = rowsOf(slices);
  expect(rows.flat()).toHaveLength(200);
  for (const row of rows) {
    for (const one of row) {
      const crossing = row.filter(
        (other) => one.start < other.start && other.start < one.end && one.end < other.end,
      );
      expect(crossing).toEqual([]);
    }
  }
});
