import { expect, test } from 'vitest';
import { addressOf, isFileOf } from './address.ts';

test.each([
  ['https://a.example/sub/', 'https://a.example/sub/index.html'],
  ['https://a.example/sub/?suspend=no#/threads', 'https://a.example/sub/index.html'],
  ['https://a.example/sub/assets/a-12345678.js?x', 'https://a.example/sub/assets/a-12345678.js'],
])('%s asks for %s', (url, file) => {
  expect(addressOf(url)).toBe(file);
});

test('neither an error nor a web page is taken for another file', () => {
  const page = new Headers({ 'content-type': 'text/html; charset=utf-8' });
  const script = 'https://a.example/a.js';
  expect(isFileOf(script, { ok: true, headers: new Headers() })).toBe(true);
  expect(isFileOf(script, { ok: true, headers: page })).toBe(false);
  expect(isFileOf(script, { ok: false, headers: new Headers() })).toBe(false);
  expect(isFileOf('https://a.example/', { ok: true, headers: page })).toBe(true);
});
