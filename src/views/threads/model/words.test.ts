/** The words of events: in the table, on the picture where there is room, and beside a thread that waits. */
import { describe, expect, it } from 'vitest';
import { labelOf } from '../../../trace/facts.ts';
import { fact } from '../../../testing/wire.ts';
import type { RankedEvent, What } from './rows.ts';
import { chipWords, eventWords, waitWords, whatWords } from './words.ts';

function event(what: What, flaw: RankedEvent['flaw'] = null): RankedEvent {
  return { rank: 1, time: 1, settled: 1, thread: 0, what, place: null, flaw, overwritten: null };
}

const lock = labelOf(fact('lock', { name: 'lock', holder: 'T2' }));
const wrote = (of: string, value: string): What => ({ kind: 'wrote', of, value });

const longestReadOf = (of: string) => chipWords(false)(event({ kind: 'read', of, value: '1' }))[0];

describe('what happened', () => {
  it.each<[What, string]>([
    [{ kind: 'started' }, 'is started'],
    [{ kind: 'running' }, 'goes on'],
    [{ kind: 'waiting', detail: lock }, 'waits for lock “lock”, held by T2'],
    [{ kind: 'waiting', detail: null }, 'waits'],
    [{ kind: 'waiting', detail: 'sleep(0.1)' }, 'waits in sleep(0.1)'],
    [{ kind: 'acquired', lock: 'a' }, 'acquires a'],
    [{ kind: 'released', lock: 'a' }, 'releases a'],
    [{ kind: 'noted', name: 'cache is warm' }, 'cache is warm'],
    [{ kind: 'read', of: 'counter', value: '41' }, 'reads counter: 41'],
    [wrote('counter', '42'), 'writes counter: 42'],
  ])('is, of %o, in words', (what, words) => {
    expect(whatWords(what)).toBe(words);
    expect(eventWords(event(what))).toBe(words);
  });

  it('is told with what went wrong in it', () => {
    const stale = { variable: 'stock', thread: 'A', other: 'B', seen: '1', written: '0' };
    const flaw = { kind: 'stale', name: labelOf(fact('stale check', stale)) } as const;
    expect(eventWords(event(wrote('stock', '0'), flaw))).toBe('writes stock: 0 (stale check of stock)');
  });
});

describe('the words of a sign', () => {
  it('are the longest first, down to the mere value', () => {
    expect(chipWords(false)(event(wrote('counter', '42')))).toEqual(['wrote counter 42', 'wrote 42', '42']);
  });

  it('leave out the name while one variable is shared', () => {
    expect(chipWords(true)(event(wrote('counter', '42')))).toEqual(['wrote 42', '42']);
  });

  it('shorten the name to its last part, but not one with a key', () => {
    expect(longestReadOf('account.balance')).toBe('read balance 1');
    expect(longestReadOf("stock['a.b']")).toBe("read stock['a.b'] 1");
  });

  it('cut a long value', () => {
    expect(chipWords(true)(event(wrote('text', 'x'.repeat(14))))).toEqual([
      `wrote ${'x'.repeat(14)}`,
      'x'.repeat(14),
    ]);
    expect(chipWords(true)(event(wrote('text', 'x'.repeat(15))))[1]).toBe(`${'x'.repeat(14)}…`);
  });

  it('of a lock have its name only where there is room', () => {
    expect(chipWords(true)(event({ kind: 'acquired', lock: 'bank.lock' }))).toEqual([
      'acquired lock',
      'acquired',
    ]);
    expect(chipWords(false)(event({ kind: 'released', lock: 'lock' }))).toEqual([
      'released lock',
      'released',
    ]);
  });

  it('are none of what is drawn as a box', () => {
    const boxes: readonly What[] = [
      { kind: 'started' },
      { kind: 'running' },
      { kind: 'waiting', detail: lock },
    ];
    expect(boxes.map((what) => chipWords(true)(event(what)))).toEqual([[], [], []]);
  });
});

describe('what a thread waits for', () => {
  it('is told without who is in the way', () => {
    expect(waitWords(lock)).not.toContain('T2');
    expect(waitWords(lock)).toContain('lock');
  });

  it('is that it waits where nothing is known', () => {
    expect(waitWords(null)).toBe('waits');
  });

  it('is another thread’s end', () => {
    expect(waitWords(labelOf(fact('end of thread', { thread: 'T1' })))).toBe('waits for T1 to end');
  });
});
