import { expect, it } from 'vitest';
import { plainText } from './plainText.ts';

it.each([
  ['a\nb\n', 'a\nb\n'],
  ['a\r\nb\r\n', 'a\nb\n'],
  ['\uFEFFa\r\n', 'a\n'],
  ['a\n\uFEFFb', 'a\n\uFEFFb'],
  ['mixed\r\nends\n', 'mixed\nends\n'],
  // A carriage return of its own is part of the text.
  ['a\rb', 'a\rb'],
  ['', ''],
])('%j is read as %j', (text, plain) => {
  expect(plainText(text)).toBe(plain);
});
