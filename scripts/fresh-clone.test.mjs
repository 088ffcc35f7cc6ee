// On a fresh clone the commands start before any package is there: what they import at once is Node's or ours.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './command.mjs';

const COMMANDS = {
  start: 'scripts/start.mjs',
  test: 'scripts/test.mjs',
  'test:cpython': 'scripts/test-cpython.mjs',
  dev: 'scripts/dev.mjs',
  build: 'scripts/build.mjs',
  try: 'scripts/try.mjs',
  bench: 'bench/main.mjs',
};

/**
 * What a file imports when it is loaded: `import` and `export … from` at the start of a line.
 * @param {string} path
 */
function importsOf(path) {
  const text = readFileSync(path, 'utf8');
  return [...text.matchAll(/^(?:import|export)\b[^;]*?\bfrom '([^']+)'|^import '([^']+)'/gm)].flatMap(
    ([, from, alone]) => from ?? alone ?? [],
  );
}

/**
 * The packages that are loaded with a file, each with the file that names it.
 * @param {string} path
 * @param {Set<string>} seen
 * @returns {string[]}
 */
function packagesWith(path, seen) {
  if (seen.has(path)) return [];
  seen.add(path);
  return importsOf(path).flatMap((name) => {
    if (name.startsWith('.')) return packagesWith(join(dirname(path), name), seen);
    return name.startsWith('node:') ? [] : [`${path} imports ${name}`];
  });
}

test.each(Object.entries(COMMANDS))('npm run %s needs no package to begin', (_command, file) => {
  const path = join(ROOT, file);
  expect(existsSync(path)).toBe(true);
  /** @type {Set<string>} */
  const seen = new Set();
  expect(packagesWith(path, seen)).toEqual([]);
  expect(seen.size).toBeGreaterThan(1);
});
