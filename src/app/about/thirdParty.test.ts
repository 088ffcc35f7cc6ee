import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PACKAGES } from '../../runtime/boot/packages/list.mjs';
import { readThirdParty } from './thirdParty.ts';

const ROOT = join(import.meta.dirname, '../../..');
const shipped = readThirdParty(readFileSync(join(ROOT, 'THIRD_PARTY.md'), 'utf8'));

test('every row has a name and a licence', () => {
  expect(shipped.length).toBeGreaterThan(10);
  for (const { name, licence, purpose } of shipped) {
    expect(name).not.toMatch(/[[\]|]/);
    expect(licence, name).not.toBe('');
    expect(purpose, name).not.toBe('');
  }
});

test('links are told apart from names', () => {
  expect(
    readThirdParty('| a | b | c | d |\n|---|---|---|---|\n| [Tea](https://tea.example) | 1 | MIT | x |'),
  ).toEqual([{ name: 'Tea', address: 'https://tea.example', version: '1', licence: 'MIT', purpose: 'x' }]);
});

test('the packages of lessons are in it, each with the licence that the list of packages names', () => {
  for (const { name, licence } of PACKAGES) {
    const row = shipped.find((one) => one.name.toLowerCase() === name);
    expect(row?.licence, name).toBe(licence);
  }
});

test('what package.json ships is in it', () => {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const names = shipped.map(({ name }) => name.toLowerCase()).join('\n');
  for (const dependency of Object.keys(dependencies)) {
    const word = dependency.split('/').at(-1)?.split('-')[0] ?? dependency;
    expect(names, dependency).toContain(word.toLowerCase());
  }
});
