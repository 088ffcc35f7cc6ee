// Our Python is linted and formatted: what is wrong is named with its place, and put right where asked.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const SCRIPT = join(import.meta.dirname, 'python-style.mjs');

/** @type {string} */
let home;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'faultline-style-'));
});
afterEach(() => rmSync(home, { recursive: true }));

/**
 * What is left to be done, each with its place in the file.
 * @param {...string} options
 */
function check(...options) {
  const { stdout } = spawnSync(process.execPath, [SCRIPT, home, ...options], { encoding: 'utf8' });
  return stdout.trim() === ''
    ? []
    : stdout
        .trim()
        .split('\n')
        .map((line) => line.replace(/^.*one\.py/, 'one.py'));
}

/** @param {string} text */
const save = (text) => writeFileSync(join(home, 'one.py'), text);
const there = () => readFileSync(join(home, 'one.py'), 'utf8');

it('says nothing of a file that is right', () => {
  save('"""One."""\n\nimport os\n\nprint(os.name)\n');
  expect(check()).toEqual([]);
});

it('names what is wrong, and leaves the file as it is', () => {
  const text = 'import sys\nimport os\nprint( os.name )\n';
  save(text);
  expect(check().map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
    'one.py:1:8: F401',
    'one.py:1:1: I001',
    'one.py: is',
  ]);
  expect(there()).toBe(text);
});

it('puts right what it can, and tells the rest', () => {
  save('import sys\nimport os\nprint( os.name )\nl = lambda: missing\n');
  const left = check('--write');
  expect(there()).toBe('import os\n\nprint(os.name)\nl = lambda: missing\n');
  expect(left.map((line) => line.slice(0, 16))).toEqual(['one.py:4:1: E741', 'one.py:4:13: F82']);
});

it('tells of a file that is no Python, and touches it not', () => {
  save('def (:\n');
  expect(check('--write').join('\n')).toMatch(/one\.py: .+/);
  expect(there()).toBe('def (:\n');
});

it('takes a file from Windows for the same', () => {
  save('"""One."""\r\n');
  expect(check()).toEqual([]);
});
