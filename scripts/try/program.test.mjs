// Programs from the disk: which files belong to one, and the sentences for what is none.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WrongCall } from '../wrong-call.mjs';
import { canBegin as canBeginInside } from '../../src/base/entry.ts';
import { FILE_PATH } from '../../src/base/filePath.ts';
import { canBegin, PATH, readProgram, readStdin } from './program.mjs';

const home = mkdtempSync(join(tmpdir(), 'faultline-try-'));

beforeAll(() => {
  for (const folder of ['shop/orders', 'shop/__pycache__', 'shop/.git', 'empty', 'odd', 'alone']) {
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

beforeAll(() => {
  writeFileSync(join(home, 'latin.py'), Buffer.from('s = "\xfc"', 'latin1'));
  mkdirSync(join(home, 'a.py'));
  mkdirSync(join(home, 'broken'));
  if (process.platform !== 'win32') symlinkSync(join(home, 'gone.py'), join(home, 'broken', 'main.py'));
});

afterAll(() => rmSync(home, { recursive: true }));

describe('a program', () => {
  it('is every Python file of a folder, without caches', () => {
    expect(readProgram('shop', undefined, home)).toEqual({
      program: {
        files: { 'main.py': '# shop/main.py\n', 'orders/late.py': '# shop/orders/late.py\n' },
        entry: 'main.py',
      },
      shown: { 'main.py': join('shop', 'main.py'), 'orders/late.py': join('shop', 'orders', 'late.py') },
    });
  });

  it('may begin with another file', () => {
    expect(readProgram('shop', 'orders/late.py', home).program.entry).toBe('orders/late.py');
  });

  it('may be one file', () => {
    expect(readProgram('shop/orders/late.py', undefined, home)).toEqual({
      program: { files: { 'late.py': '# shop/orders/late.py\n' }, entry: 'late.py' },
      shown: { 'late.py': join('shop', 'orders', 'late.py') },
    });
  });

  it.each(['alone/two words.py', 'alone/prüfung.py', 'alone/-dash.py'])(
    'may be one file called %s',
    (path) => {
      writeFileSync(join(home, path), 'x = 1\n');
      expect(readProgram(path, undefined, home)).toEqual({
        program: { files: { 'main.py': 'x = 1\n' }, entry: 'main.py' },
        shown: { 'main.py': join(path) },
      });
    },
  );

  it.each([
    ['\uFEFFprint(1)\r\nprint(2)\r\n', 'print(1)\nprint(2)\n'],
    ['s = "ü"\r\n', 's = "ü"\n'],
    ['', ''],
  ])('is read from Windows: %j', (written, read) => {
    writeFileSync(join(home, 'windows.py'), written);
    expect(readProgram('windows.py', undefined, home).program.files['windows.py']).toBe(read);
  });

  it('may come on standard input', async () => {
    // A letter of two bytes comes in two pieces.
    const bytes = Buffer.from('\uFEFFprint("ü")\r\n');
    const text = Readable.from([bytes.subarray(0, 11), bytes.subarray(11)]);
    expect(await readStdin(undefined, text)).toEqual({
      program: { files: { 'stdin.py': 'print("ü")\n' }, entry: 'stdin.py' },
      shown: { 'stdin.py': '<stdin>' },
    });
    await expect(readStdin('main.py', Readable.from([]))).rejects.toThrow('--entry is for folders');
  });

  it.each([
    ['nowhere', undefined, 'There is no file or folder "nowhere".'],
    ['shop/notes.txt', undefined, '"shop/notes.txt" is not a Python file.'],
    ['shop', 'app.py', 'There is no "app.py" in "shop" to begin with. There are: main.py, orders/late.py'],
    ['empty', undefined, 'There is no "main.py" in "empty" to begin with. There is no Python file at all'],
    ['odd', undefined, /^"two words.py" cannot be run/],
    ['latin.py', undefined, '"latin.py" cannot be read: it is not text in UTF-8. Save it as UTF-8.'],
    ['a.py', undefined, 'There is no "main.py" in "a.py"'],
    ['broken', undefined, /^"broken.main.py" cannot be read: there is no such file\.$/],
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
