import { describe, expect, it } from 'vitest';
import { indented } from './indent.ts';

describe('the Tab key', () => {
  it('inserts four spaces at the start of a line', () => {
    expect(indented('a\nb', 2, 2)).toEqual({ text: 'a\n    b', caret: 6 });
    expect(indented('', 0, 0)).toEqual({ text: '    ', caret: 4 });
  });
  it('goes to the next stop inside a line', () => {
    expect(indented('ab', 2, 2)).toEqual({ text: 'ab  ', caret: 4 });
  });
  it('replaces what is selected', () => {
    expect(indented('abcd', 0, 4)).toEqual({ text: '    ', caret: 4 });
  });
});
