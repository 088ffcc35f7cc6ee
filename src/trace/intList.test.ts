/** A list of whole numbers: short or long, across the borders of its chunks. */
import { describe, expect, it } from 'vitest';
import { IntList } from './intList.ts';

function listOf(count: number, numberAt: (index: number) => number = (index) => index): IntList {
  const list = new IntList();
  for (let index = 0; index < count; index += 1) list.push(numberAt(index));
  return list;
}

describe('a list of whole numbers', () => {
  it('gives back what was put in, before and after every border', () => {
    const list = listOf(2_000, (index) => 7 * index - 1_000);
    expect(list.length).toBe(2_000);
    for (const index of [0, 1, 255, 256, 257, 767, 768, 1_279, 1_280, 1_999]) {
      expect(list.at(index)).toBe(7 * index - 1_000);
    }
    expect(list.last).toBe(7 * 1_999 - 1_000);
  });

  it('has nothing past its last number, nor before its first', () => {
    const list = listOf(300);
    expect([list.at(-1), list.at(300), new IntList().last]).toEqual([-1, -1, -1]);
  });

  it('takes another number in the place of one', () => {
    const list = listOf(1_000);
    list.set(3, -5);
    list.set(999, -6);
    expect([list.at(3), list.at(4), list.at(999)]).toEqual([-5, 4, -6]);
  });

  it('loses its last numbers, and grows again', () => {
    const list = listOf(800);
    while (list.length > 250) list.pop();
    expect([list.length, list.last]).toEqual([250, 249]);
    for (let number = 1_000; number < 1_600; number += 1) list.push(number);
    expect([list.length, list.at(249), list.at(250), list.last]).toEqual([850, 249, 1_000, 1_599]);
    list.pop();
    expect(list.last).toBe(1_598);
  });

  it('counts up to a number by looking at few', () => {
    const list = listOf(5_000, (index) => 2 * index);
    expect([-1, 0, 1, 4_001, 9_998, 20_000].map((value) => list.countUntil(value))).toEqual([
      0, 1, 1, 2_001, 5_000, 5_000,
    ]);
  });
});
