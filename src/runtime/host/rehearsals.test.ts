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
  const begin = vi.fn(() => true);
  new Rehearsals(begin).later();
  vi.runAllTimers();
  expect(begin).not.toHaveBeenCalled();
});

test('what was expected last is rehearsed, once the workers have been left alone', () => {
  const begin = vi.fn(() => true);
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

test('it is rehearsed once for each frame, and again where no worker waited', () => {
  const begin = vi.fn(() => true).mockReturnValueOnce(false);
  const rehearsals = new Rehearsals(begin);
  rehearsals.expect(IMPORTS);
  vi.runAllTimers();
  rehearsals.later();
  vi.runAllTimers();
  rehearsals.expect({ ...IMPORTS });
  rehearsals.later();
  vi.runAllTimers();
  expect(begin).toHaveBeenCalledTimes(2);
  rehearsals.forget();
  rehearsals.later();
  vi.runAllTimers();
  expect(begin).toHaveBeenCalledTimes(3);
});

test('what is expected no more is not rehearsed', () => {
  const begin = vi.fn(() => true);
  const rehearsals = new Rehearsals(begin);
  rehearsals.expect(IMPORTS);
  vi.runAllTimers();
  rehearsals.expect(TASKS);
  rehearsals.expect(IMPORTS);
  vi.runAllTimers();
  expect(begin.mock.calls).toEqual([[IMPORTS]]);
});
