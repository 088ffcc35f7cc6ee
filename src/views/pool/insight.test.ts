/** What matters most about the pools at a moment: who gave up, then who waits, then what came back by luck. */
import { describe, expect, it } from 'vitest';
import { NO_ITEMS } from '../../trace/noItems.ts';
import type { Place } from '../../trace/vocabulary.ts';
import type { Figures } from './figures.ts';
import { insightOf } from './insight.ts';
import type { Interval } from './interval.ts';
import type { PoolAt } from './slots.ts';

const pool: PoolAt = {
  name: 'engine',
  kind: 'QueuePool',
  size: 1,
  most: 2,
  timeout: '2',
  slots: [],
  hidden: 0,
  hiddenOpen: 0,
};
const where = (place: Place | null) => (place === null ? '' : `line ${place.line}`);
const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');

function interval(change: Partial<Interval> = {}): Interval {
  return {
    kind: 'hold',
    thread: 'T1',
    by: 'work',
    connection: 'connection 1',
    number: 1,
    start: 0,
    end: null,
    outcome: null,
    place: { file: 'main.py', line: 17 },
    ...change,
  };
}
const wait = (start: number, end: number | null = null) =>
  interval({
    kind: 'wait',
    connection: '',
    number: null,
    start,
    end,
    outcome: end === null ? null : 'timed out',
  });

const calm: Figures = {
  intervals: NO_ITEMS,
  begun: 0,
  places: [],
  checkouts: 3,
  returned: 3,
  collected: 0,
  dropped: 0,
  out: [],
  waiting: [],
  timeouts: 0,
  lastTimeout: null,
  longestWait: 0,
};

function told(change: Partial<Figures>, moment = 5_000_000) {
  const insight = insightOf({ ...calm, ...change }, [pool], moment, where);
  return [insight?.bad, plain(insight?.head), insight?.rest];
}

describe('the insight of the pools', () => {
  it('is none before any pool was asked', () => {
    expect(insightOf(calm, [], 0, where)).toBeNull();
  });

  it('is that all is well where everything came back', () => {
    expect(told({})).toEqual([false, '3 connections handed out so far.', 'All of them are back.']);
  });

  it('tells what is out', () => {
    expect(told({ out: [interval()] })).toEqual([
      false,
      '3 connections handed out so far.',
      '1 connection is out, taken at line 17.',
    ]);
  });

  it('counts a connection that two share once', () => {
    expect(told({ out: [interval(), interval({ thread: 'T2' })] })[2]).toMatch(/^1 connection is out/);
    const two = [interval(), interval({ connection: 'connection 2' })];
    expect(told({ out: two })[2]).toMatch(/^2 connections are out/);
  });

  it('is who waits, and for how long at most', () => {
    const waiting = [wait(4_000_000), wait(2_000_000)];
    expect(told({ waiting, out: [interval()] })).toEqual([
      false,
      '2 requests wait, the longest for 3.00 s.',
      '1 connection is out, taken at line 17.',
    ]);
  });

  it('is before all else who gave up, of several the last', () => {
    const gaveUp = { timeouts: 2, lastTimeout: wait(0, 2_000_000) };
    expect(told({ ...gaveUp, waiting: [wait(3_000_000)], collected: 1 })).toEqual([
      true,
      '2 requests gave up, the last after 2.00 s.',
      'Only the garbage collector brought the connection back.',
    ]);
    expect(told(gaveUp)[2]).toBe('No connection is out any more.');
  });

  it('is bad where only the collector brought something back', () => {
    expect(told({ collected: 2 })).toEqual([
      true,
      'The garbage collector brought back 2 connections.',
      'The program had lost them, and could not count on that.',
    ]);
  });
});
