import { describe, expect, it } from 'vitest';
import {
  formatBytes,
  formatCount,
  formatDuration,
  formatFigure,
  formatRatio,
  momentFormat,
} from './format.ts';

/** The space between number and unit does not break; tests are easier to read with a plain one. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('formatDuration', () => {
  it.each([
    [0, '0 s'],
    [1, '1 µs'],
    [420, '420 µs'],
    [999.6, '1.0 ms'],
    [3_120, '3.1 ms'],
    [99_949, '99.9 ms'],
    [99_951, '100 ms'],
    [412_300, '412 ms'],
    [999_499, '999 ms'],
    [999_600, '1.00 s'],
    [10_020_000, '10.02 s'],
    [125_440_000, '125.4 s'],
  ])('%d µs reads %s', (micros, text) => {
    expect(plain(formatDuration(micros))).toBe(text);
  });

  it('keeps the number and its unit on one line', () => {
    expect(formatDuration(1_000_000)).not.toContain(' ');
  });
});

describe('momentFormat', () => {
  it.each([
    [2_000_000, 4_000_000, '4 s'],
    [500_000, 1_000_000, '1.0 s'],
    [20_000, 40_000, '40 ms'],
    [200, 400, '0.4 ms'],
    [50, 150, '150 µs'],
    [200_000, 0, '0 s'],
  ])('on an axis with steps of %d µs, %d µs reads %s', (step, micros, text) => {
    expect(plain(momentFormat(step)(micros))).toBe(text);
  });
});

describe('other figures', () => {
  it('separates thousands', () => {
    expect(formatCount(12_480)).toBe('12,480');
  });

  it('writes whole figures whole and others with two decimals', () => {
    expect(formatFigure(10)).toBe('10');
    expect(formatFigure(10.0234)).toBe('10.02');
  });

  it('writes a ratio with one decimal while that says something', () => {
    expect([1.34, 9.91, 42.4].map(formatRatio)).toEqual(['1.3', '9.9', '42']);
  });

  it.each([
    [980, '980 B'],
    [999.7, '1.0 kB'],
    [12_400, '12.4 kB'],
    [5_012_000, '5.0 MB'],
  ])('%d bytes reads %s', (bytes, text) => {
    expect(plain(formatBytes(bytes))).toBe(text);
  });
});
