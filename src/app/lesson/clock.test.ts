import { describe, expect, it } from 'vitest';
import { clockFigures, clockText } from './clock.ts';

describe('the clock', () => {
  it('shows seconds with two decimals', () => {
    expect(clockFigures(6_412_345, 10_000_000)).toEqual({ value: '6.41', unit: 's' });
    expect(clockText(0, 0)).toBe('0.00\u00a0s');
  });
  it('keeps the unit over the whole run, also at its start', () => {
    expect(clockFigures(0, 3_120)).toEqual({ value: '0.0', unit: 'ms' });
    expect(clockFigures(3_120, 3_120)).toEqual({ value: '3.1', unit: 'ms' });
    expect(clockFigures(3_120, 10_000_000)).toEqual({ value: '0.00', unit: 's' });
    expect(clockFigures(0, 84)).toEqual({ value: '0', unit: 'µs' });
    expect(clockText(84, 84)).toBe('84\u00a0µs');
  });
  it.each([
    [999, 'µs'],
    [1_000, 'ms'],
    [99_999, 'ms'],
    [100_000, 's'],
  ])('counts a run of %d µs in %s', (whole, unit) => {
    expect(clockFigures(0, whole).unit).toBe(unit);
  });
  it('shows the end of a run in the unit of the run', () => {
    expect(clockText(99_949, 99_949)).toBe('99.9\u00a0ms');
    expect(clockText(100_000, 100_000)).toBe('0.10\u00a0s');
    expect(clockText(3_600_000_000, 3_600_000_000)).toBe('3600.00\u00a0s');
  });
});
