import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { BoundSchema, isReported, meetsBound, readMeasure, type Reading } from './measure.ts';
import { emptyPicture } from './picture.ts';
import { traceOf } from '../testing/scriptedTrace.ts';

const { picture } = traceOf([
  [0, 'track', 'tasks'],
  [1, 'track', 'event loops'],
  [2, 'track', 'in flight'],
  [100, 'tally', 'event loops', 1],
  [110, 'track', 'Task-1 fetch', 'tasks'],
  [120, 'open', 'Task-1 fetch', 'fetch'],
  [130, 'gauge', 'in flight', 1],
  [140, 'track', 'Task-2 fetch', 'tasks'],
  [150, 'open', 'Task-2 fetch', 'fetch'],
  [160, 'gauge', 'in flight', 2],
  [170, 'close', 'Task-1 fetch', 'done'],
  [180, 'gauge', 'in flight', 1],
  [190, 'close', 'Task-2 fetch', 'cancelled'],
  [200, 'gauge', 'in flight', 0],
  [210, 'tally', 'event loops', 1],
]);

const read = (reading: Reading, moments: readonly number[]) =>
  moments.map((moment) => readMeasure(reading, picture, moment));

describe('isReported', () => {
  it('distinguishes a gauge at 0 from one that nobody has', () => {
    const reported = ['in flight', 'Screen'].map((track) =>
      isReported({ of: 'gauge', track, take: 'last' }, picture),
    );
    expect(reported).toEqual([true, false]);
    expect(isReported({ of: 'tally', track: 'collections' }, picture)).toBe(true);
  });
});

describe('readMeasure', () => {
  it('reads the clock in seconds', () => {
    expect(read({ of: 'elapsed' }, [0, 1_500_000])).toEqual([0, 1.5]);
  });

  it('reads a gauge now and at its highest so far', () => {
    const moments = [0, 130, 165, 185, 1_000];
    expect(read({ of: 'gauge', track: 'in flight', take: 'last' }, moments)).toEqual([0, 1, 2, 1, 0]);
    expect(read({ of: 'gauge', track: 'in flight', take: 'peak' }, moments)).toEqual([0, 1, 2, 2, 2]);
  });

  it('adds up a tally', () => {
    expect(read({ of: 'tally', track: 'event loops' }, [99, 100, 209, 210])).toEqual([0, 1, 1, 2]);
  });

  it('counts spans opened, and ended with an outcome', () => {
    const moments = [119, 120, 150, 170, 190];
    expect(read({ of: 'spans', under: 'tasks' }, moments)).toEqual([0, 1, 2, 2, 2]);
    expect(read({ of: 'spans', under: 'tasks', outcome: 'done' }, moments)).toEqual([0, 0, 0, 1, 1]);
    expect(read({ of: 'spans', under: 'tasks', outcome: 'cancelled' }, moments)).toEqual([0, 0, 0, 0, 1]);
    expect(read({ of: 'spans', under: 'tasks', outcome: 'failed' }, moments)).toEqual([0, 0, 0, 0, 0]);
  });

  it('finds the longest span so far, one that lasts too', () => {
    const moments = [119, 120, 135, 170, 1_000];
    expect(read({ of: 'longest', under: 'tasks' }, moments)).toEqual([0, 0, 0.000015, 0.00005, 0.00005]);
  });

  it('reads 0 where nothing was reported', () => {
    const readings: readonly Reading[] = [
      { of: 'gauge', track: 'in flight', take: 'peak' },
      { of: 'tally', track: 'event loops' },
      { of: 'spans', under: 'tasks' },
      { of: 'longest', under: 'tasks' },
    ];
    expect(readings.map((reading) => readMeasure(reading, emptyPicture(), 10))).toEqual([0, 0, 0, 0]);
  });
});

describe('meetsBound', () => {
  it.each([
    ['== 10', [10], [9.99, 11]],
    ['!= 0', [1, -1], [0]],
    ['>= 9.7 and <= 10.3', [9.7, 10, 10.3], [9.69, 10.31]],
    ['< 1.3', [1.29], [1.3]],
    ['> -2', [0], [-2]],
  ])('%s', (bound, inside, outside) => {
    expect(v.is(BoundSchema, bound)).toBe(true);
    expect(inside.filter((value) => !meetsBound(value, bound))).toEqual([]);
    expect(outside.filter((value) => meetsBound(value, bound))).toEqual([]);
  });

  it.each(['', '10', '= 10', '== ten', '>= 1 or <= 2', '> 1 and'])(
    'refuses %j as the schema does',
    (bound) => {
      expect(v.is(BoundSchema, bound)).toBe(false);
      expect(() => meetsBound(1, bound)).toThrow();
    },
  );
});
