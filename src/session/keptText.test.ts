/** Programs and drafts as one text file: each part under a line that is a comment of Python's. */
import { describe, expect, it } from 'vitest';
import { lessonById } from '../lesson/catalog.ts';
import type { Draft } from '../store/storedDrafts.ts';
import { plainLesson } from '../testing/scriptedWorkspace.ts';
import { draftsAsText, filesAsText, unreadAsText } from './keptText.ts';

const draft = (side: 'broken' | 'fixed', file: string, text: string): Draft => ({
  side,
  file,
  text,
  tab: 'a',
  at: 0,
  revision: 0,
});

describe('files as text', () => {
  it('are parts that name side and file', () => {
    expect(
      filesAsText(plainLesson, 'fixed', { 'main.py': 'print(1)\n', 'shop/order.py': 'x = 1\n' }),
    ).toEqual(['# ---- Fixed: main.py ----\nprint(1)\n', '# ---- Fixed: shop/order.py ----\nx = 1\n']);
  });

  it('end with a line, whether the file does or not', () => {
    expect(filesAsText(null, 'broken', { 'main.py': 'print(1)' })).toEqual([
      '# ---- Broken: main.py ----\nprint(1)\n',
    ]);
    expect(filesAsText(null, 'broken', { 'empty.py': '' })).toEqual(['# ---- Broken: empty.py ----\n\n']);
  });

  it('are none of a side without files', () => {
    expect(filesAsText(plainLesson, 'broken', {})).toEqual([]);
  });
});

describe('drafts as text', () => {
  it('stand one below the other, with an empty line between', () => {
    const drafts = [draft('broken', 'main.py', 'a\n'), draft('fixed', 'main.py', 'b')];
    expect(draftsAsText(plainLesson, drafts)).toBe(
      '# ---- Broken: main.py ----\na\n\n# ---- Fixed: main.py ----\nb\n',
    );
  });

  it('of a published program are named as its page names the sides', () => {
    expect(draftsAsText(lessonById('threads.cause'), [draft('broken', 'main.py', 'a\n')])).toBe(
      '# ---- As published: main.py ----\na\n',
    );
  });
});

describe('what cannot be read', () => {
  it('is given as it is, under the name it was kept by', () => {
    expect(
      unreadAsText([
        { name: 'drafts/asyncio', text: '{' },
        { name: 'preferences', text: 'null\n' },
      ]),
    ).toBe('# ---- drafts/asyncio ----\n{\n\n# ---- preferences ----\nnull\n');
  });
});
