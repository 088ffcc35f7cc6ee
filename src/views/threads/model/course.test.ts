import { describe, expect, it } from 'vitest';
import { Course } from './course.ts';

type State = 'running' | 'ready' | 'waiting';

describe('a course', () => {
  it('forgets what has no width', () => {
    const course = new Course<State>('running');
    course.begin('running', 0, 0);
    course.begin('ready', 4, 1);
    course.begin('waiting', 4, 2);
    expect(course.count).toBe(2);
    expect(course.spell(0, 9)).toEqual({ state: 'running', from: 0, to: 4, stretch: 0 });
    expect(course.spell(1, 9)).toEqual({ state: 'waiting', from: 4, to: 9, stretch: 2 });
    expect(course.spell(2, 9)).toBeNull();
  });

  it('knows what goes on right of an edge', () => {
    const course = new Course<State>('running');
    course.begin('ready', 2, 0);
    course.begin('running', 5, 1);
    expect([0, 2, 4.9, 5, 80].map((edge) => course.indexAt(edge))).toEqual([-1, 0, 0, 1, 1]);
  });

  it('sums up how long it was busy, in fractions too', () => {
    const course = new Course<State>('running');
    for (let at = 0; at < 100; at += 10) {
      course.begin('running', at, at);
      course.begin('ready', at + 3, at);
    }
    expect(course.busyUntil(0)).toBe(0);
    expect(course.busyUntil(1.5)).toBe(1.5);
    expect(course.busyUntil(9)).toBe(3);
    expect(course.busyUntil(100)).toBe(30);
  });
});
