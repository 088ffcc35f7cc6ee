/** Workers rehearse when nothing has happened for a while, and only where a run is expected. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Rehearsals } from './rehearsals.ts';

const IMPORTS = { probes: ['imports'], model: null };
const TASKS = { probes: ['tasks'], model: null };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('nothing is rehearsed where nothing is expected', () => {
  const begin = vi.fn();
  new Rehearsals(begin).later();
  vi.runAllTimers();
  expect(begin).not.toHaveBeenCalled();
});

test('what was expected last is rehearsed, once the workers have been left alone', () => {
  const begin = vi.fn();
  const rehearsals = new Rehearsals(begin);
  rehearsals.expect(IMPORTS);
  vi.advanceTimersByTime(300);
  rehearsals.expect(TASKS);
  vi.advanceTimersByTime(300);
  rehearsals.later();
  vi.advanceTimersByTime(300);
  expect(begin).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(begin.mock.calls).toEqual([[TASKS]]);
});
