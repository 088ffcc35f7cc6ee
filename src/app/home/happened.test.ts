import { describe, expect, it } from 'vitest';
import { traceOf } from '../../testing/scriptedTrace.ts';
import type { Axis } from '../../trace/axis.ts';
import { happenedBy } from './happened.ts';

/** Each level of a side is a change; its first event makes the track. */
const axis: Axis = {
  kind: 'clock',
  changesOf: ({ stream }) => ({
    count: stream.count - 1,
    beganAt: (number) => stream.timeAt(number),
    wholeAt: (number) => stream.timeAt(number),
    wordsAt: (number) => `Change ${number}.`,
  }),
};

const side = (...times: number[]) => ({
  trace: traceOf([[0, 'track', 'level'], ...times.map((time) => [time, 'gauge', 'level', time] as const)]),
  time: 100,
  ends: null,
});
const runs = { sides: { broken: side(10, 30), fixed: side(20) } };

describe('what a recording shows', () => {
  it('is nothing before anything has happened', () => {
    expect(happenedBy(5, runs, axis)).toBeNull();
  });

  it('is the change that came last, and whose it was', () => {
    expect(happenedBy(10, runs, axis)).toBe('Broken: Change 1.');
    expect(happenedBy(25, runs, axis)).toBe('Fixed: Change 1.');
    expect(happenedBy(99, runs, axis)).toBe('Broken: Change 2.');
  });
});
