import { describe, expect, it } from 'vitest';
import { spacesToStop } from './tabKey.ts';

describe('the Tab key', () => {
  it.each([
    ['', 0, 4],
    ['a\nb', 2, 4],
    ['ab', 2, 2],
    ['ab\nabcde', 8, 3],
    ['    ', 4, 4],
  ])('in %j at %d goes on by %d', (text, caret, width) => {
    expect(spacesToStop(text, caret)).toBe(' '.repeat(width));
  });
});
