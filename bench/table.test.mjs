// The table of figures: lines that can be printed one by one, and the choice of rows.
import { describe, expect, it } from 'vitest';
import { PlainError } from '../scripts/command.mjs';
import { chosenOf, compared, headOf, lineOf, median } from './table.mjs';

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
