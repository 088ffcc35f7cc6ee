// Text from Windows is the same text, and scripts read it as the page does.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { plainText as inside } from '../src/base/plainText.ts';
import { lineEndsOf, plainText, readPlain } from './plain-text.mjs';

const home = mkdtempSync(join(tmpdir(), 'faultline-text-'));
afterAll(() => rmSync(home, { recursive: true }));

/** @type {(name: string, content: string) => string} */
const save = (name, content) => {
  writeFileSync(join(home, name), content);
  return join(home, name);
};

it.each(['a\nb\n', '\uFEFFa\r\nb\r\n', 'a\rb', '\r\n\r\n', ''])('reads %j as the page does', (text) => {
  expect(plainText(text)).toBe(inside(text));
});

it('reads a file from Windows', () => {
  expect(readPlain(save('windows.py', '\uFEFFprint(1)\r\nprint(2)\r\n'))).toBe('print(1)\nprint(2)\n');
});

it('describes how lines end', () => {
  expect(lineEndsOf(save('crlf', '{\r\n}\r\n'))).toBe('crlf');
  expect(lineEndsOf(save('lf', '{\n}\n'))).toBe('lf');
});
