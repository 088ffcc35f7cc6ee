// Programs from the disk: which files belong to one, and the sentences for what is none.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WrongCall } from './wrong-call.mjs';
import { canBegin as canBeginInside } from '../src/base/entry.ts';
import { FILE_PATH } from '../src/base/filePath.ts';
import { canBegin, PATH, readProgram } from './try-program.mjs';

const home = mkdtempSync(join(tmpdir(), 'faultline-try-'));

beforeAll(() => {
  for (const folder of ['shop/orders', 'shop/__pycache__', 'shop/.git', 'empty', 'odd']) {
    mkdirSync(join(home, folder), { recursive: true });
  }
  const files = [
    'shop/main.py',
    'shop/orders/late.py',
    'shop/notes.txt',
    'shop/__pycache__/x.py',
    'shop/.git/y.py',
  ];
  for (const name of [...files, 'odd/main.py', 'odd/two words.py'])
    writeFileSync(join(home, name), `# ${name}\n`);
});

afterAll(() => rmSync(home, { recursive: true }));

describe('a program', () => {
  it('is every Python file of a folder, without caches', () => {
    expect(readProgram('shop', undefined, home)).toEqual({
      files: { 'main.py': '# shop/main.py\n', 'orders/late.py': '# shop/orders/late.py\n' },
      entry: 'main.py',
    });
  });

  it('may begin with another file', () => {
    expect(readProgram('shop', 'orders/late.py', home).entry).toBe('orders/late.py');
  });

  it('may be one file', () => {
    expect(readProgram('shop/orders/late.py', undefined, home)).toEqual({
      files: { 'late.py': '# shop/orders/late.py\n' },
      entry: 'late.py',
    });
  });

  it.each([
    ['nowhere', undefined, 'There is no file or folder "nowhere".'],
    ['shop/notes.txt', undefined, '"shop/notes.txt" is not a Python file.'],
    ['shop', 'app.py', 'There is no "app.py" in "shop" to begin with. There are: main.py, orders/late.py'],
    ['empty', undefined, 'There is no "main.py" in "empty" to begin with. There is no Python file at all'],
    ['odd', undefined, /^"two words.py" cannot be run/],
  ])('is not %s with entry %s', (path, entry, sentence) => {
    expect(() => readProgram(path, entry, home)).toThrow(WrongCall);
    expect(() => readProgram(path, entry, home)).toThrow(sentence);
  });
});

it('takes the same paths as the runtime', () => {
  expect(PATH.source).toBe(FILE_PATH.source);
});

it.each([
  'main.py',
  'import shop',
  'import shop.orders',
  'python -m shop.orders',
  'import json',
  'python -m',
  'x',
])('begins with %s where the runtime does', (entry) => {
  const files = { 'main.py': '', 'shop/orders.py': '' };
  expect(canBegin(entry, Object.keys(files))).toBe(canBeginInside(entry, files));
});
