import { expect, it } from 'vitest';
import { differingLines } from './differingLines.ts';

it.each([
  ['a\nb\nc', 'a\nb\nc', null],
  ['a\nb\nc', 'a\nx\nc', { from: 2, to: 2 }],
  ['a\nb\nc\nd', 'x\nb\nc\ny', { from: 1, to: 4 }],
  ['a\nb\nb\nc', 'a\nb\nc', { from: 3, to: 3 }],
  ['a\nc', 'a\nb\nc', { from: 2, to: 2 }],
  ['a', 'a\nb', { from: 1, to: 1 }],
  ['', 'a\nb', { from: 1, to: 1 }],
] as const)('%j differs from %j in %j', (text, other, lines) => {
  expect(differingLines(text, other)).toEqual(lines);
});
