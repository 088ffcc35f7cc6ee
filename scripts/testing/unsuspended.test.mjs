// Every contract of threads and pools runs without suspension as well, or it is written down why not.
import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { BOTH_WAYS, ONE_WAY } from './unsuspended.mjs';

const specs = readdirSync('e2e/contract')
  .filter((name) => name.endsWith('.spec.ts'))
  .map((name) => `e2e/contract/${name}`);

it('each spec of threads and pools is in one of the two lists', () => {
  const both = [...BOTH_WAYS, ...Object.keys(ONE_WAY)];
  expect(both.filter((path) => !specs.includes(path))).toEqual([]);
  expect(new Set(both).size).toBe(both.length);
  expect(specs.filter((path) => /\/(threads|pools)[-\w]*\.spec/.test(path) && !both.includes(path))).toEqual(
    [],
  );
});

it('each that does not names a test that asserts what holds instead', () => {
  for (const [path, why] of Object.entries(ONE_WAY)) {
    const named = /[\w-]+\.spec\.ts/.exec(why)?.[0];
    expect(specs, path).toContain(`e2e/contract/${named}`);
    expect(`e2e/contract/${named}`, path).not.toBe(path);
  }
});
