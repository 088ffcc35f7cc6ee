/** What the intervals of a pool add up to, and names that are cut where space is short. */
import { describe, expect, it } from 'vitest';
import { lostConnections, sharedConnection } from '../../testing/scriptedPool.ts';
import { traceOf, type ScriptLine } from '../../testing/scriptedTrace.ts';
import { itemsUntil } from '../../trace/binarySearch.ts';
import { emptyPicture, type Picture } from '../../trace/picture.ts';
import { figuresAt, lengthBy, usualPlace } from './figures.ts';
import { outcomeBy, type Interval } from './interval.ts';
import { intervalsOf } from './intervals.ts';
import { cutMiddle } from './names.ts';

const lost = (seconds: number) => figuresAt(traceOf(lostConnections).picture, seconds * 1_000_000);

const shared = (seconds: number) => figuresAt(traceOf(sharedConnection).picture, seconds * 1_000_000);

function interval(change: Partial<Interval> = {}): Interval {
  return {
    kind: 'hold',
    thread: 'T1',
    by: 'work',
    connection: 'connection 1',
    number: 1,
    start: 100,
    end: 400,
    outcome: 'returned',
    place: null,
    ...change,
  };
}

function intervalsUntil(picture: Picture, moment: number): readonly Interval[] {
  const intervals = intervalsOf(picture);
  return intervals.slice(0, itemsUntil(intervals, moment));
}

const begunAt = (line: number, file = 'main.py') => interval({ place: { file, line } });

describe('the figures of a moment', () => {
  it('are nothing where no pool was asked', () => {
    expect(figuresAt(emptyPicture(), 0)).toMatchObject({
      checkouts: 0,
      out: [],
      waiting: [],
      longestWait: 0,
    });
  });

  it('count what is out and who waits', () => {
    const { checkouts, out, waiting, timeouts } = lost(1.4);
    expect([checkouts, timeouts]).toEqual([2, 0]);
    expect(out.map(({ connection }) => connection)).toEqual(['connection 1', 'connection 2']);
    expect(waiting.map(({ thread }) => thread)).toEqual(['Thread-3 (request)']);
  });

  it('know a wait that goes on only as long as it has gone on', () => {
    expect(lost(1.4).longestWait).toBe(499_999);
    expect(lost(3.1).longestWait).toBe(2_000_000);
  });

  it('count those that gave up, and what the collector brought back', () => {
    const { waiting, timeouts, out, collected, returned, dropped } = lost(3.1);
    expect([waiting.length, timeouts, out.length]).toEqual([0, 1, 0]);
    expect([collected, returned, dropped]).toEqual([2, 0, 0]);
  });

  it('count what was given back by whoever shared it', () => {
    expect(
      [shared(0.25), shared(0.4), shared(0.7)].map(({ returned, out }) => [returned, out.length]),
    ).toEqual([
      [0, 2],
      [1, 1],
      [2, 0],
    ]);
  });
});

describe('an interval', () => {
  it('lasts up to its end, or up to the moment', () => {
    expect([200, 400, 900].map((moment) => lengthBy(interval(), moment))).toEqual([100, 300, 300]);
    expect(lengthBy(interval({ end: null }), 900)).toBe(800);
  });

  it('has ended in some way only once it is over', () => {
    expect([399, 400].map((moment) => outcomeBy(interval(), moment))).toEqual([null, 'returned']);
  });

  it('begins in the order of time, whatever it is', () => {
    const { picture } = traceOf(lostConnections);
    expect(intervalsUntil(picture, 900_001).map(({ kind, start }) => [kind, start])).toEqual([
      ['hold', 700_002],
      ['hold', 800_002],
      ['wait', 900_001],
    ]);
    expect(intervalsUntil(picture, 800_001)).toHaveLength(1);
  });

  it('names its pool where there are several', () => {
    const second: readonly ScriptLine[] = [
      [4_000_000, 'track', 'reports', 'connections'],
      [4_000_001, 'track', 'connection 3', 'reports'],
      [4_000_002, 'open', 'connection 3', 'report'],
    ];
    const { picture } = traceOf([...lostConnections, ...second]);
    expect(intervalsUntil(picture, 5_000_000).map(({ connection, number }) => [connection, number])).toEqual([
      ['engine: connection 1', 1],
      ['engine: connection 2', 2],
      ['', null],
      ['reports: connection 3', 1],
    ]);
  });
});

describe('the usual place', () => {
  it('is where most of them began', () => {
    expect(usualPlace([begunAt(3), begunAt(9), begunAt(9)])).toEqual({ file: 'main.py', line: 9 });
  });

  it('is the first one of several that are as usual', () => {
    expect(usualPlace([begunAt(3), begunAt(9)])).toEqual({ file: 'main.py', line: 3 });
  });

  it('tells lines of two files apart, and is none where no place is known', () => {
    expect(usualPlace([begunAt(3), begunAt(3, 'shop.py'), begunAt(3, 'shop.py')])).toEqual({
      file: 'shop.py',
      line: 3,
    });
    expect(usualPlace([interval()])).toBeNull();
    expect(usualPlace([])).toBeNull();
  });
});

describe('a name that is cut', () => {
  it('keeps its end, which tells threads apart', () => {
    expect(cutMiddle('ThreadPoolExecutor-0_3', 16)).toBe('ThreadPo…tor-0_3');
  });

  it('is left alone where it has room', () => {
    expect(cutMiddle('Thread-1', 8)).toBe('Thread-1');
  });

  it.each([3, 4, 9, 15])('is never longer than %d', (most) => {
    expect(cutMiddle('ThreadPoolExecutor-0_3', most).length).toBeLessThanOrEqual(most);
  });
});
