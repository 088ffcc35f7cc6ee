/** Placeholders in sentences of lessons: found, filled, and braces that are none. */
import { describe, expect, it } from 'vitest';
import { fill, hasStrayBrace, placeholdersOf } from './placeholders.ts';

describe('the placeholders of a sentence', () => {
  it('are what stands between braces, in order and as often as it is there', () => {
    expect(placeholdersOf('{ratio} times: {broken.peak} and {ratio}')).toEqual([
      'ratio',
      'broken.peak',
      'ratio',
    ]);
  });

  it('are none without braces, and an empty one within empty braces', () => {
    expect(placeholdersOf('nothing')).toEqual([]);
    expect(placeholdersOf('{}')).toEqual(['']);
  });

  it('never hold braces themselves', () => {
    expect(placeholdersOf('{a{b}c}')).toEqual(['b']);
  });
});

describe('a brace that no placeholder explains', () => {
  it.each(['{ratio', 'ratio}', '{a{b}c}', '}{', '{a} and {'])('is left over in %j', (sentence) => {
    expect(hasStrayBrace(sentence)).toBe(true);
  });

  it.each(['', 'plain', '{ratio}', '{a}{b}', '{}'])('is not left over in %j', (sentence) => {
    expect(hasStrayBrace(sentence)).toBe(false);
  });
});

describe('a sentence that is filled', () => {
  it('has each placeholder replaced by its value', () => {
    const values: Record<string, string> = { ratio: '9.9', 'fixed.peak': '10' };
    expect(fill('{ratio} times, {fixed.peak} at once, {ratio}!', (name) => values[name] ?? '?')).toBe(
      '9.9 times, 10 at once, 9.9!',
    );
  });

  it('takes a value as it is, whatever characters are in it', () => {
    expect(fill('{a} {b}', (name) => (name === 'a' ? '$& {b}' : '$1'))).toBe('$& {b} $1');
  });
});
