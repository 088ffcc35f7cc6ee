import { describe, expect, it } from 'vitest';
import { portionsOf, shortened } from './shortened.ts';

describe('shortened', () => {
  it('leaves alone what has room', () => {
    expect(shortened('', 5)).toBe('');
    expect(shortened('12345', 5)).toBe('12345');
  });

  it('ends in an ellipsis, which has room too', () => {
    expect(shortened('123456', 5)).toBe('1234…');
    expect(shortened('A'.repeat(100_000), 80)).toHaveLength(80);
  });

  const FAMILY = '👩‍👩‍👧‍👦';
  const FLAG = '🇩🇪';
  it.each([
    ['an accent', 'abce\u0301f', 5, 'abc…'],
    ['a family', `a${FAMILY}b`, 6, 'a…'],
    ['a flag', `a${FLAG}bc`, 4, 'a…'],
    ['a letter beyond 16 bits', '𝒳𝒳𝒳', 4, '𝒳…'],
    ['a line of Windows', 'ab\r\ncd', 4, 'ab…'],
  ])('never cuts through %s', (_what, text, most, expected) => {
    expect(shortened(text, most)).toBe(expected);
  });

  it('cuts a letter under a heap of accents between them, and never through a pair', () => {
    expect(shortened(`a${'\u0301'.repeat(100_000)}`, 80)).toHaveLength(80);
    const cut = shortened(`a${'\u{1D165}'.repeat(50_000)}`, 80);
    expect(encodeURIComponent(cut)).toMatch(/%E2%80%A6$/);
    expect(cut.length).toBeLessThanOrEqual(80);
  });
});

describe('portionsOf', () => {
  it.each([
    ['letters', 'x'.repeat(1_050)],
    ['lines', 'a line\n'.repeat(100)],
    ['nothing but line ends', '\n'.repeat(1_000)],
    ['families', '👩‍👩‍👧‍👦'.repeat(100)],
    ['accents', `a${'\u0301'.repeat(1_000)}`],
  ])('of %s lose nothing and are small', (_what, text) => {
    const portions = portionsOf(text, 100);
    expect(portions.join('')).toBe(text);
    expect(Math.max(...portions.map(({ length }) => length))).toBeLessThanOrEqual(100);
    expect(portions.length).toBeLessThan(text.length / 40);
  });

  it('end with a line where one ends', () => {
    expect(portionsOf('one two\nthree four\nfive', 12)).toEqual(['one two\n', 'three four\n', 'five']);
    expect(portionsOf('', 10)).toEqual([]);
  });
});
