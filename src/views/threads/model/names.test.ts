import { describe, expect, it } from 'vitest';
import { accessOf, flawKindOf, overwrittenBy } from './names.ts';

describe('names of the probe', () => {
  it.each([
    ['read counter = 41', { kind: 'read', of: 'counter', value: '41' }],
    ["wrote stock['a = b'] = 'x = y'", { kind: 'wrote', of: "stock['a = b']", value: "'x = y'" }],
    ['read grid[0][1].cell = [3]', { kind: 'read', of: 'grid[0][1].cell', value: '[3]' }],
    ['wrote note = two\nlines', { kind: 'wrote', of: 'note', value: 'two\nlines' }],
  ])('%s', (mark, access) => {
    expect(accessOf(mark)).toEqual(access);
  });

  it('leaves other marks alone', () => {
    expect(accessOf('cache is warm')).toBeNull();
    expect(accessOf('read counter')).toBeNull();
  });

  it('knows what went wrong', () => {
    expect(flawKindOf('lost update of counter')).toBe('lost');
    expect(flawKindOf('stale check of stock')).toBe('stale');
    expect(flawKindOf('half-done update of pair')).toBe('half');
  });

  it('finds the mark that a link speaks of', () => {
    expect(overwrittenBy('overwrote counter = 42')).toBe('wrote counter = 42');
    expect(overwrittenBy('woke it')).toBeNull();
  });
});
