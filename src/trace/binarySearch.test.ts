/** How many things happened by a moment, and which was the last of them. */
import { describe, expect, it } from 'vitest';
import { countUntil, countWhile, itemsUntil, lastUntil, timesUntil } from './binarySearch.ts';

const times = [10, 20, 20, 20, 35];
const items = times.map((time, index) => ({ time, index }));

describe('counting up to a moment', () => {
  it('takes in what happened at the moment itself', () => {
    expect([9, 10, 19, 20, 34, 35, 99].map((moment) => timesUntil(times, moment))).toEqual([
      0, 1, 1, 4, 4, 5, 5,
    ]);
  });

  it('counts none of nothing', () => {
    expect(timesUntil([], 99)).toBe(0);
    expect(itemsUntil([], 99)).toBe(0);
  });

  it('takes in everything at the end of time, and nothing before its beginning', () => {
    expect([itemsUntil(items, Infinity), itemsUntil(items, -Infinity)]).toEqual([5, 0]);
  });

  it('comes to the same as looking at each', () => {
    const many = Array.from({ length: 97 }, (_, index) => Math.floor((index * 7) / 3));
    for (let moment = -1; moment < 230; moment += 1) {
      expect(timesUntil(many, moment)).toBe(many.filter((time) => time <= moment).length);
    }
  });

  it('looks at few of many', () => {
    let looked = 0;
    const timeAt = (index: number) => {
      looked += 1;
      return index;
    };
    expect(countUntil(1_000_000, timeAt, 123_456)).toBe(123_457);
    expect(looked).toBeLessThanOrEqual(21);
  });
});

describe('counting while a condition holds', () => {
  it('comes to the same from wherever it is known to hold', () => {
    for (let count = 0; count < 40; count += 1) {
      for (let border = 0; border <= count; border += 1) {
        for (let from = 0; from <= border; from += 1)
          expect(countWhile(count, (index) => index < border, from)).toBe(border);
      }
    }
  });

  it('looks at few beyond what is known, and at nothing past the last', () => {
    const looked: number[] = [];
    const holds = (index: number) => {
      looked.push(index);
      return index < 500_003;
    };
    expect(countWhile(1_000_000, holds, 500_000)).toBe(500_003);
    expect(looked.length).toBeLessThanOrEqual(6);
    expect(countWhile(500_003, holds, 400_000)).toBe(500_003);
    expect(Math.max(...looked)).toBeLessThan(500_010);
  });
});

describe('the last by a moment', () => {
  it('is the last of those that share its time', () => {
    expect(lastUntil(items, 20)?.index).toBe(3);
    expect(lastUntil(items, 34)?.index).toBe(3);
    expect(lastUntil(items, 35)?.index).toBe(4);
  });

  it('is none before the first', () => {
    expect(lastUntil(items, 9)).toBeNull();
    expect(lastUntil([], 9)).toBeNull();
  });
});
