// Paths in what a run reports are those that the person knows, however the text is cut.
import { describe, expect, it } from 'vitest';
import { showPaths } from './shown-paths.mjs';

const paths = showPaths({ 'boom.py': 'examples/boom.py', 'a/boom.py': 'examples/a/boom.py' });

describe('in a text', () => {
  it.each([
    ['  File "/program/boom.py", line 3, in <module>\n', '  File "examples/boom.py", line 3, in <module>\n'],
    ['/program/a/boom.py:3: DeprecationWarning: old', 'examples/a/boom.py:3: DeprecationWarning: old'],
    [
      "cannot import name 'x' from 'a' (/program/a/boom.py)",
      "cannot import name 'x' from 'a' (examples/a/boom.py)",
    ],
    ['/program/boom.py', 'examples/boom.py'],
    ['see /program/boom.py. And /program/boom.py', 'see examples/boom.py. And examples/boom.py'],
    // Other files, and what only looks alike.
    ['/program/other.py', '/program/other.py'],
    ['/my/program/boom.py', '/my/program/boom.py'],
    ['/program/boom.pyc', '/program/boom.pyc'],
    ['/program/boom.py/x', '/program/boom.py/x'],
    ['/program', '/program'],
  ])('%j is shown as %j', (text, shown) => {
    expect(paths.inText(text)).toBe(shown);
  });
});

describe('in a stream', () => {
  const text = 'a / b\n  File "/program/boom.py", line 3\n/program/a/boom.py:1: x /progra';

  it.each([1, 2, 3, 5, 7, 11, 100])('is the same in pieces of %d', (length) => {
    /** @type {string[]} */
    const written = [];
    const stream = paths.inStream((part) => written.push(part));
    for (let at = 0; at < text.length; at += length) stream.write(text.slice(at, at + length));
    stream.end();
    expect(written.join('')).toBe(paths.inText(text));
  });

  it('is passed on at once but for what may become a path', () => {
    /** @type {string[]} */
    const written = [];
    const stream = paths.inStream((part) => written.push(part));
    stream.write('50 %\r');
    expect(written).toEqual(['50 %\r']);
    stream.write('at /program/bo');
    expect(written).toEqual(['50 %\r', 'at ']);
    stream.end();
    expect(written.join('')).toBe('50 %\rat /program/bo');
  });
});

it('are shown in every part of an ending', () => {
  const frame = { file: 'boom.py', line: 3, own: true };
  const foreign = { file: '/lib/python314.zip/asyncio/runners.py', line: 9, own: false };
  const ending = {
    kind: 'raised',
    error: {
      message: 'in /program/boom.py',
      frames: [frame, foreign],
      inner: [{ frames: [frame] }],
      traceback: 'File "/program/a/boom.py"',
    },
  };
  expect(paths.inEnding(ending)).toEqual({
    kind: 'raised',
    error: {
      message: 'in examples/boom.py',
      frames: [{ ...frame, file: 'examples/boom.py' }, foreign],
      inner: [{ frames: [{ ...frame, file: 'examples/boom.py' }] }],
      traceback: 'File "examples/a/boom.py"',
    },
  });
});

it('may have signs that mean something in a pattern, or that a replacement has', () => {
  const odd = showPaths({ 'a-b.c.py': 'x/$&/a-b.c.py' });
  expect(odd.inText('/program/a-b.c.py /program/a-bxc.py')).toBe('x/$&/a-b.c.py /program/a-bxc.py');
});
