/** The least and the greatest of any part of many numbers, against looking at each, and at how few of them it looks. */
import { describe, expect, it } from 'vitest';
import { BlockExtremes } from './blockExtremes.ts';

/** Numbers up and down, with gaps. */
const numbers = Array.from({ length: 300 }, (_, index) => (index % 11 === 0 ? null : (index * 73) % 211));

function filled(values: readonly (number | null)[], looked: number[] = []): BlockExtremes {
  const extremes = new BlockExtremes((index) => {
    looked.push(index);
    return values[index] ?? null;
  });
  for (const value of values) extremes.push(value);
  return extremes;
}

function byLooking(values: readonly (number | null)[], from: number, to: number) {
  const part = values.slice(from, to).filter((value) => value !== null);
  return [Math.min(...part), Math.max(...part)];
}

describe('the extremes of a part', () => {
  it('are those of its numbers, wherever it begins and ends', () => {
    const extremes = filled(numbers);
    for (let from = 0; from < numbers.length; from += 7) {
      for (let to = from; to <= numbers.length; to += 3)
        expect(extremes.between(from, to)).toEqual(byLooking(numbers, from, to));
    }
  });

  it('are none of nothing, and of what has no number', () => {
    expect(filled(numbers).between(5, 5)).toEqual([Infinity, -Infinity]);
    expect(filled(Array.from({ length: 200 }, () => null)).between(0, 200)).toEqual([Infinity, -Infinity]);
  });

  it('stay right while more numbers come', () => {
    const grown: number[] = [];
    const extremes = new BlockExtremes((index) => grown[index] ?? null);
    for (let count = 1; count <= 200; count += 1) {
      grown.push(-count);
      extremes.push(-count);
      expect(extremes.count).toBe(count);
      expect(extremes.between(0, count)).toEqual([-count, -1]);
    }
  });

  it('take a look at no number within a whole block', () => {
    const looked: number[] = [];
    filled(numbers, looked).between(60, 260);
    expect(looked).toEqual([60, 61, 62, 63, 256, 257, 258, 259]);
  });
});
