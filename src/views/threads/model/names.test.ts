import { describe, expect, it } from 'vitest';
import { labelOf, type FieldsOf } from '../../../trace/facts.ts';
import { fact } from '../../../testing/wire.ts';
import { accessOf, flawKindOf, overwrittenBy } from './names.ts';

const LOSS = {
  variable: 'counter',
  thread: 'A',
  left: 'slept',
  other: 'B',
  seen: '41',
  overwritten: '42',
  written: '42',
} as const satisfies FieldsOf<'lost update'>;

describe('what the probe reports', () => {
  it.each([
    ['counter', '41'],
    ["stock['a = b']", "'x = y'"],
    ['grid[0][1].cell', '[3]'],
    ['note', 'two\nlines'],
  ])('is a read or a write of %s', (variable, value) => {
    expect(accessOf(labelOf(fact('read', { variable, value })))).toEqual({
      kind: 'read',
      of: variable,
      value,
    });
    expect(accessOf(labelOf(fact('wrote', { variable, value })))).toEqual({
      kind: 'wrote',
      of: variable,
      value,
    });
  });

  it('is no access where it is another mark, or the value is not known', () => {
    expect(accessOf('cache is warm')).toBeNull();
    expect(accessOf('read counter = 41')).toBeNull();
    expect(accessOf(labelOf(fact('read', { variable: 'counter', value: null })))).toBeNull();
  });

  it('is what went wrong', () => {
    const stale = { variable: 'stock', thread: 'A', other: 'B', seen: '1', written: '0' };
    const half = { variable: 'a', thread: 'A', reader: 'B', new: '1', second: 'b', old: '0', written: '1' };
    expect(flawKindOf(labelOf(fact('lost update', LOSS)))).toBe('lost');
    expect(flawKindOf(labelOf(fact('stale check', stale)))).toBe('stale');
    expect(flawKindOf(labelOf(fact('half-done read', half)))).toBe('half');
  });

  it('is the write that a link speaks of', () => {
    expect(overwrittenBy(labelOf(fact('lost update', LOSS)))).toEqual({
      kind: 'wrote',
      of: 'counter',
      value: '42',
    });
    expect(overwrittenBy('woke it')).toBeNull();
  });
});
