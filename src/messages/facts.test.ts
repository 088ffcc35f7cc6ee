/** Facts in words: the sentences that a person reads of what a probe has reported. */
import { describe, expect, it } from 'vitest';
import type { FieldsOf, Label } from '../trace/facts.ts';
import { causeWords, chainWords, labelWords, interleavingWords, waitedFor } from './facts.ts';

const loss: FieldsOf<'lost update'> = {
  variable: 'counter',
  thread: 'A',
  left: 'switched out',
  other: 'B',
  seen: '1',
  overwritten: '2',
  written: '2',
};
const edge: FieldsOf<'back edge'> = {
  asker: 'customers',
  module: 'orders',
  name: 'Order',
  asked: 'imported',
  line: 1,
  waits_for: 'customers',
  bound: 4,
};

describe('a mistake of threads', () => {
  it('has a short name, a cause and a story', () => {
    const label: Label = { fact: 'lost update', fields: loss };
    expect(labelWords(label)).toBe('lost update of counter');
    expect(causeWords(label)).toBe('overwrote counter = 2');
    expect(interleavingWords(label)).toBe('A read 1 and was switched out; B wrote 2; A wrote 2 again.');
  });

  it('says "it" for a value that is not known, and "again" only of one that is', () => {
    const label: Label = {
      fact: 'lost update',
      fields: { ...loss, overwritten: null, written: null, left: 'slept' },
    };
    expect(interleavingWords(label)).toBe('A read 1 and slept; B wrote it; A wrote it.');
    expect(causeWords(label)).toBe('overwrote counter = it');
  });

  it('may be a check or a read of two halves', () => {
    const stale: Label = {
      fact: 'stale check',
      fields: { variable: 'stock', thread: 'A', other: 'B', seen: '1', written: '0' },
    };
    expect(causeWords(stale)).toBe('changed stock after the check');
    expect(interleavingWords(stale)).toBe(
      'A looked at stock and saw 1; B wrote 0; A went on as if nothing had changed.',
    );
    const half: Label = {
      fact: 'half-done read',
      fields: { variable: 'a', thread: 'A', reader: 'B', new: '1', second: 'b', old: '0', written: '1' },
    };
    expect(labelWords(half)).toBe('half-done update of a');
    expect(causeWords(half)).toBe('read it half done');
    expect(interleavingWords(half)).toBe('A wrote a = 1; B read it and b = 0; only then A wrote b = 1.');
  });
});

describe('what is waited for', () => {
  it.each<[Label, string, string]>([
    [{ fact: 'lock', fields: { name: 'a', holder: 'B' } }, 'lock `a`, held by B', 'lock a'],
    [{ fact: 'lock', fields: { name: 'lock', holder: null } }, 'lock `lock`', 'lock'],
    [{ fact: 'lock', fields: { name: null, holder: null } }, 'a lock', 'a lock'],
    [{ fact: 'own lock', fields: { name: 'a' } }, 'lock `a`, held by itself', 'lock a'],
    [
      { fact: 'call', fields: { function: 'Queue.get', of: 'jobs' } },
      'Queue.get of `jobs`',
      'Queue.get of jobs',
    ],
    [{ fact: 'call', fields: { function: 'Queue.get', of: null } }, 'Queue.get', 'Queue.get'],
    [{ fact: 'end of thread', fields: { thread: 'A' } }, 'A to end', 'A to end'],
    ['sleep(1)', 'sleep(1)', 'sleep(1)'],
  ])('%j', (label, words, short) => {
    expect(labelWords(label)).toBe(words);
    expect(waitedFor(label)).toBe(short);
  });

  it('is reported with who waits, and where it is known with the line', () => {
    const what: Label = { fact: 'future', fields: {} };
    const fields = { who: 'Task-1 main', file: 'main.py', line: 3, what };
    expect(labelWords({ fact: 'waits', fields })).toBe('Task-1 main waits for a future (main.py, line 3)');
    const nowhere: Label = { fact: 'waits', fields: { ...fields, file: null, line: null } };
    expect(labelWords({ fact: 'stuck', fields: { waiting: [nowhere, nowhere] } })).toBe(
      'stuck: Task-1 main waits for a future; Task-1 main waits for a future',
    );
  });
});

describe('a back edge', () => {
  it.each([
    [
      edge,
      'customers asked for `Order` too early. orders was still on its line 1, waiting for customers; `Order` comes in line 4.',
    ],
    [
      { ...edge, asked: 'used' as const, waits_for: null, bound: null },
      'customers used `Order` of orders too early. orders was still on its line 1; its source binds no `Order`.',
    ],
    [
      { ...edge, name: null, line: null },
      'customers asked for orders, which was not done yet, waiting for customers. No name was missing.',
    ],
  ])('%#', (fields, words) => {
    expect(labelWords({ fact: 'back edge', fields })).toBe(words);
  });
});

describe('a chain of holders', () => {
  it('names each, and counts those that are alike', () => {
    const node: Label = { fact: 'instance', fields: { kind: 'Node', attribute: 'next' } };
    expect(
      chainWords([
        { fact: 'instance', fields: { kind: 'Node', attribute: null } },
        node,
        { fact: 'in a row', fields: { count: 3000 } },
        { fact: 'container', fields: { kind: 'list', name: 'kept' } },
        { fact: 'function', fields: { name: 'show', variable: 'cell' } },
        { fact: 'exception', fields: { kind: 'KeyError', attribute: null } },
        { fact: 'global', fields: { name: 'all', module: 'shop.stock' } },
      ]),
    ).toEqual([
      '`Node`',
      '`Node.next`, 3,000 of them',
      'list `kept`',
      'function `show`, by its `cell`',
      'exception `KeyError`',
      'global `all` of `shop.stock`',
    ]);
  });
});

describe('what a collection did', () => {
  it('is reported with its count', () => {
    expect([0, 7].map((objects) => labelWords({ fact: 'freed', fields: { objects } }))).toEqual([
      'freed nothing',
      'freed 7',
    ]);
    expect([0, 1, 2].map((blocks) => labelWords({ fact: 'growth', fields: { blocks } }))).toEqual([
      'no more blocks than before',
      '1 block',
      '2 blocks',
    ]);
  });
});
