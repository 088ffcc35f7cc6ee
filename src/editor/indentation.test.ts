import { expect, test } from 'vitest';
import { indentationAfter } from './indentation.ts';

test.each([
  ['', ''],
  ['x = 1', ''],
  ['    x = 1', '    '],
  ['def f():', '    '],
  ['    if x:  # why', '        '],
  ['        return x', '    '],
  ['    pass', ''],
  ['passed = 1', ''],
  ['    returned = 1', '    '],
  ['return', ''],
  ['\tx', '\t'],
  ['    ', '    '],
])('after %j the next line begins with %j', (before, expected) => {
  expect(indentationAfter(before)).toBe(expected);
});
