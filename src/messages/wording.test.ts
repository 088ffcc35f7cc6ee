import { describe, expect, it } from 'vitest';
import { counted, quoteNames, waitsFor } from './wording.ts';

describe('wording', () => {
  it('counts one thing, and many', () => {
    expect([0, 1, 2, 12_345].map((count) => counted(count, 'event', 'events'))).toEqual([
      '0 events',
      '1 event',
      '2 events',
      '12,345 events',
    ]);
  });
  it('puts the names of the program in quotes', () => {
    expect(quoteNames('lock `a`, held by B; Queue.get of `jobs`')).toBe(
      'lock “a”, held by B; Queue.get of “jobs”',
    );
    expect(quoteNames('a ` alone')).toBe('a ` alone');
  });
  it('says what a thread waits for, and where it sleeps', () => {
    expect(['', 'lock “a”', 'sleep(0.001)'].map(waitsFor)).toEqual([
      'waits',
      'waits for lock “a”',
      'waits in sleep(0.001)',
    ]);
  });
});
