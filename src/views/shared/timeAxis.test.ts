import { describe, expect, it } from 'vitest';
import { microsPerPixel, momentAt, timeAxis, xOf } from './timeAxis.ts';

const second = 1_000_000;
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const labelsOf = (axis: ReturnType<typeof timeAxis>) => axis.ticks.map(({ label }) => plain(label));

describe('the ticks', () => {
  it.each([
    [10_020_000, 400, ['0 s', '2 s', '4 s', '6 s', '8 s', '10 s']],
    [1_010_000, 400, ['0 s', '0.2 s', '0.4 s', '0.6 s', '0.8 s', '1.0 s']],
    [7_900, 400, ['0 ms', '2 ms', '4 ms', '6 ms']],
    [90, 200, ['0 µs', '50 µs']],
  ])('%d µs over %d px', (until, right, labels) => {
    expect(labelsOf(timeAxis({ left: 0, right, until }))).toEqual(labels);
  });

  it.each([1, 17, 999, 50_000, 3_333_333, 86_400_000_000])('keep apart the labels of %d µs', (until) => {
    const labels = labelsOf(timeAxis({ left: 0, right: 400, until }));
    expect(labels.length).toBeGreaterThanOrEqual(2);
    expect(labels.length).toBeLessThanOrEqual(9);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('stand at whole steps where the axis begins later', () => {
    const axis = timeAxis({ left: 100, right: 500, from: 1.3 * second, until: 5 * second });
    expect(labelsOf(axis)).toEqual(['2 s', '3 s', '4 s', '5 s']);
    for (const { time, x } of axis.ticks) expect(x).toBe(xOf(axis, time));
  });

  it('are fewer where they are further apart', () => {
    const wide = timeAxis({ left: 0, right: 400, until: 10 * second, spacing: 120 });
    expect(labelsOf(wide)).toEqual(['0 s', '5 s', '10 s']);
  });

  it('are none without time or without room', () => {
    expect(timeAxis({ left: 0, right: 400, until: 0 }).ticks).toEqual([]);
    expect(timeAxis({ left: 76, right: 77, until: second }).ticks).toEqual([]);
  });
});

describe('between pixels and the run', () => {
  const axis = timeAxis({ left: 144, right: 529, from: second, until: 10 * second });

  it('finds the moment back from its place', () => {
    for (const moment of [second, 1_234_567, 10 * second]) {
      expect(Math.abs(momentAt(axis, xOf(axis, moment)) - moment)).toBeLessThanOrEqual(1);
    }
  });

  it('keeps moments within the axis', () => {
    expect(momentAt(axis, -50)).toBe(second);
    expect(momentAt(axis, 5_000)).toBe(10 * second);
  });

  it('knows how much time a pixel is', () => {
    expect(xOf(axis, second + 10 * microsPerPixel(axis)) - axis.left).toBeCloseTo(10);
  });

  it('holds together without time', () => {
    const none = timeAxis({ left: 76, right: 77, until: 0 });
    expect(Number.isFinite(xOf(none, 0))).toBe(true);
    expect(momentAt(none, 10)).toBeGreaterThanOrEqual(0);
  });
});
