import { describe, expect, it } from 'vitest';
import { SegmentList } from './segments.ts';

type State = 'running' | 'ready' | 'waiting';

describe('a course', () => {
  it('forgets what has no width', () => {
    const segments = new SegmentList<State>('running');
    segments.begin('running', 0, 0);
    segments.begin('ready', 4, 1);
    segments.begin('waiting', 4, 2);
    expect(segments.count).toBe(2);
    expect(segments.segment(0, 9)).toEqual({ state: 'running', from: 0, to: 4, stretch: 0 });
    expect(segments.segment(1, 9)).toEqual({ state: 'waiting', from: 4, to: 9, stretch: 2 });
    expect(segments.segment(2, 9)).toBeNull();
  });

  it('knows what goes on right of an edge', () => {
    const segments = new SegmentList<State>('running');
    segments.begin('ready', 2, 0);
    segments.begin('running', 5, 1);
    expect([0, 2, 4.9, 5, 80].map((edge) => segments.indexAt(edge))).toEqual([-1, 0, 0, 1, 1]);
  });

  it('sums up how long it was busy, in fractions too', () => {
    const segments = new SegmentList<State>('running');
    for (let at = 0; at < 100; at += 10) {
      segments.begin('running', at, at);
      segments.begin('ready', at + 3, at);
    }
    expect(segments.busyUntil(0)).toBe(0);
    expect(segments.busyUntil(1.5)).toBe(1.5);
    expect(segments.busyUntil(9)).toBe(3);
    expect(segments.busyUntil(100)).toBe(30);
  });
});
