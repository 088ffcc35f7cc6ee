/** The sentences of the pool view, for none, one and many, and for pools with and without limits. */
import { describe, expect, it } from 'vitest';
import { pool as words } from './pool.ts';

const GAP = '\u00a0';

describe('what a pool is', () => {
  it('tells what it keeps, allows and how long it waits', () => {
    expect(words.about('engine', 'QueuePool', 2, 3, '1')).toBe(
      'engine: QueuePool, keeps 2, allows 3, gives up after 1 s',
    );
  });

  it('tells no limits of a pool that has none to tell', () => {
    expect(words.about('engine', 'NullPool', null, null, '')).toBe('engine: NullPool');
  });

  it('of size 0 keeps all, and may have no limit', () => {
    expect(words.about('engine', 'QueuePool', 0, null, '')).toBe('engine: QueuePool, keeps all, no limit');
    expect(words.about('engine', 'QueuePool', 5, null, '30')).toBe(
      'engine: QueuePool, keeps 5, no limit, gives up after 30 s',
    );
  });

  it('begins a sentence with a capital, whatever the pool is called', () => {
    expect(words.aboutSentence('engine', 'QueuePool', 2, 3, '')).toBe(
      'Engine: QueuePool, keeps 2, allows 3.',
    );
    expect(words.aboutSentence('', 'QueuePool', null, null, '')).toBe(': QueuePool.');
  });

  it('in short is what it keeps and what may come on top', () => {
    expect(words.aboutShort('engine', 'QueuePool', 2, 3, '2')).toBe('engine: QueuePool 2 + 1, timeout 2 s');
    expect(words.aboutShort('engine', 'QueuePool', 2, 2, '')).toBe('engine: QueuePool 2 + 0');
    expect(words.aboutShort('engine', 'QueuePool', 2, null, '')).toBe('engine: QueuePool 2 + ∞');
    expect(words.aboutShort('engine', 'QueuePool', 0, null, '')).toBe('engine: QueuePool');
    expect(words.aboutShort('engine', 'NullPool', null, null, '')).toBe('engine: NullPool');
  });
});

describe('a place for a connection', () => {
  it('tells who holds it, and where it was taken if that is known', () => {
    expect(words.slot.held('Thread-1', 'main.py line 9')).toBe('Thread-1, main.py line 9');
    expect(words.slot.held('Thread-1', '')).toBe('Thread-1');
  });

  it('that is not drawn is counted with those that are open', () => {
    expect(words.slot.more(1, 0)).toBe('and 1 more place, none open');
    expect(words.slot.more(1_500, 3)).toBe('and 1,500 more places, 3 open');
  });
});

describe('the queue', () => {
  it('tells how many wait, and else how long somebody has', () => {
    expect(words.queue.label(2, 900_000)).toBe('2 waiting');
    expect(words.queue.label(0, 900_000)).toBe(`Nobody waits; the longest wait was 900${GAP}ms`);
    expect(words.queue.label(0, 0)).toBe('Nobody waits');
  });

  it('tells of requests that still wait', () => {
    expect(words.wait(1, 2_000_000)).toBe(`1 request waits, the longest for 2.00${GAP}s.`);
    expect(words.wait(3, 2_000_000)).toBe(`3 requests wait, the longest for 2.00${GAP}s.`);
  });

  it('tells of requests that gave up, of several the last', () => {
    expect(words.gaveUp(1, 1_000_000)).toBe(`1 request gave up after 1.00${GAP}s.`);
    expect(words.gaveUp(9, 1_000_000)).toBe(`9 requests gave up, the last after 1.00${GAP}s.`);
  });
});

describe('connections that are out', () => {
  it('are told with where they were taken, if that is known', () => {
    expect(words.areOut(1, '')).toBe('1 connection is out.');
    expect(words.areOut(2, 'main.py line 9')).toBe('2 connections are out, taken at main.py line 9.');
  });

  it('were brought back by the collector', () => {
    expect(words.broughtBack(1)).toBe('The garbage collector brought back 1 connection.');
    expect(words.broughtBack(2)).toBe('The garbage collector brought back 2 connections.');
    expect(words.later(1)).toBe('Only the garbage collector brought the connection back.');
    expect(words.later(2)).toBe('Only the garbage collector brought 2 connections back.');
  });
});

describe('connections that are back', () => {
  it('are none where none was handed out', () => {
    expect(words.allBack(0, 0)).toBe('Nothing is out.');
  });

  it('were given back, all, some or none of them', () => {
    expect(words.allBack(3, 0)).toBe('All of them are back.');
    expect(words.allBack(3, 1)).toBe('All of them are back, 1 only because the last reference went.');
    expect(words.allBack(3, 3)).toBe(
      'All of them are back, but nobody gave them back: each came when the last reference to it went.',
    );
  });
});

describe('overflow', () => {
  it('below zero says how many fewer are open', () => {
    expect(words.overflow(-1)).toBe('Overflow -1: 1 fewer is open than the pool keeps.');
    expect(words.overflow(-5)).toBe('Overflow -5: 5 fewer are open than the pool keeps.');
  });

  it('from zero on speaks for itself', () => {
    expect([0, 10].map(words.overflow)).toEqual(['Overflow 0.', 'Overflow 10.']);
  });
});

describe('the rest of the table and of the log', () => {
  it('is counted', () => {
    expect(words.more(1)).toBe('1 more thread is in the table.');
    expect(words.more(40)).toBe('40 more threads are in the table.');
  });

  it('is named in the caption only where the table is cut', () => {
    expect(words.caption(1_000)).toBe(`Connections held and waited for, up to 1.0${GAP}ms`);
    expect(words.captionCut(1_000, 100, 2_500)).toBe(
      `Connections held and waited for, up to 1.0${GAP}ms: the first 100 of 2,500`,
    );
  });
});
