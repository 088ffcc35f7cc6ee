// The table of figures: lines that can be printed one by one, and the choice of rows.
import { describe, expect, it } from 'vitest';
import { PlainError } from '../scripts/command.mjs';
import { aimed, chosenOf, compared, headOf, isReached, lineOf, median } from './table.mjs';

describe('a line', () => {
  it('stands below its column, whatever comes after it', () => {
    const [head = ''] = headOf().split('\n');
    const line = lineOf(compared('boot', 1234, 2468));
    expect(line.indexOf('1234 ms')).toBe(head.indexOf('value'));
    expect(line.indexOf('2468 ms')).toBe(head.indexOf('compared'));
    expect(line.indexOf('0.50')).toBe(head.indexOf('ratio'));
  });

  it('has no trailing blanks where nothing is compared', () => {
    expect(lineOf({ what: 'a', value: '1' })).toMatch(/^a +1\n$/);
  });
});

describe('a goal', () => {
  it.each([
    [{ is: 1.1, most: 1.15 }, '≤ 1.15 reached'],
    [{ is: 1.2, most: 1.15 }, '≤ 1.15 missed'],
    [{ is: 4000, least: 4000 }, '≥ 4000.00 reached'],
    [{ is: Number.NaN, most: 1 }, '≤ 1.00 missed'],
    [{ is: Number.NaN, least: 1 }, '≥ 1.00 missed'],
  ])('of %j', (aim, goal) => {
    expect(aimed(aim).goal).toBe(goal);
  });

  it('is told of the ratio where something is compared', () => {
    const { aim, goal } = compared('first visit', 500, 1000, 0.35);
    expect(aim).toEqual({ is: 0.5, most: 0.35 });
    expect(goal).toContain('missed');
  });

  it('that nobody set is not spoken of', () => {
    expect(compared('boot', 1, 2)).not.toHaveProperty('goal');
    expect(isReached({ is: 2, most: 2 })).toBe(true);
  });
});

describe('the choice of rows', () => {
  const names = ['boot', 'latency', 'threads'];

  it.each([
    [undefined, names],
    ['threads', ['threads']],
    ['threads,boot', ['boot', 'threads']],
    [' boot , boot', ['boot']],
  ])('of %j', (only, chosen) => {
    expect(chosenOf(names, only)).toEqual(chosen);
  });

  it.each(['bot', '', 'boot,', 'boot threads'])('is refused where there is none: %j', (only) => {
    expect(() => chosenOf(names, only)).toThrow(PlainError);
    expect(() => chosenOf(names, only)).toThrow('The rows are: boot, latency, threads');
  });
});

it('takes the middle figure', () => {
  expect(median([3, 1, 2])).toBe(2);
});
