/** Two tabs over one file: neither is overwritten, and the one that is behind says so and offers both versions. */
import { describe, expect, it, vi } from 'vitest';
import { editFile } from '../store/changes/code.ts';
import { undo } from '../store/changes/versions.ts';
import {
  codeOf,
  edit,
  freshBrowsers,
  keyOf,
  kept,
  openNotices,
  storage,
  visit,
} from '../testing/scriptedTabs.ts';

freshBrowsers();

describe('two tabs', () => {
  it('of which one is behind: it says so with what differs, and may keep its own', () => {
    const first = visit('a');
    const second = visit('b');
    edit('broken', 'print("b")');
    first.again();
    first.hear(keyOf('/broken/b/main.py'));
    expect(openNotices()).toMatchObject([
      { kind: 'behind', drafts: [{ tab: 'b', text: 'print("b")', revision: 1 }] },
    ]);
    edit('broken', 'print("a")');
    const [notice] = openNotices();
    if (notice !== undefined) first.keepMine(notice);
    expect([codeOf('broken'), openNotices()]).toEqual(['print("a")', []]);
    expect(new Set(kept())).toEqual(new Set(['print("a")', 'print("b")']));
    second.again();
    second.hear(keyOf('/broken/a/main.py'));
    expect(openNotices()).toMatchObject([{ kind: 'behind', drafts: [{ tab: 'a', revision: 3 }] }]);
    edit('broken', 'print("b2")');
    first.again();
    first.hear(keyOf('/broken/b/main.py'));
    expect(openNotices()).toEqual([]);
  });

  it('of which one is behind: it may take what the other has, and Undo gives its own back', () => {
    const first = visit('a');
    const second = visit('b');
    first.again();
    edit('broken', 'print("a")');
    second.again();
    edit('broken', 'print("b")');
    first.again();
    first.hear(keyOf('/broken/b/main.py'));
    const [notice] = openNotices();
    if (notice !== undefined) first.loadDrafts(notice);
    expect([codeOf('broken'), openNotices()]).toEqual(['print("b")', []]);
    second.again();
    second.hear(keyOf('/broken/b/main.py'), null);
    second.hear(keyOf('/broken/a/main.py'));
    vi.advanceTimersByTime(300);
    expect([codeOf('broken'), openNotices()]).toEqual(['print("b")', []]);
    first.again();
    first.hear(keyOf('/broken/b/main.py'));
    expect(openNotices()).toEqual([]);
    undo();
    vi.advanceTimersByTime(300);
    expect(new Set(kept())).toEqual(new Set(['print("a")', 'print("b")']));
  });

  it('that write in the same moment: one of them is behind', () => {
    const first = visit('a');
    visit('b');
    edit('broken', 'print("b")');
    const stored = storage.entries.get(keyOf('/broken/b/main.py')) ?? '';
    storage.entries.delete(keyOf('/broken/b/main.py'));
    first.again();
    edit('broken', 'print("a")');
    storage.entries.set(keyOf('/broken/b/main.py'), stored);
    first.hear(keyOf('/broken/b/main.py'));
    expect(storage.entries.has(keyOf('/broken/a/main.py'))).toBe(true);
    expect(openNotices()).toMatchObject([{ kind: 'behind', drafts: [{ tab: 'b', revision: 1 }] }]);
  });

  it('of which one was asleep: it looks when it is seen again, and what is the same by then is not said', () => {
    const first = visit('a');
    visit('b');
    edit('broken', 'print("b")');
    first.again();
    first.page.dispatchEvent(new Event('visibilitychange'));
    expect(openNotices()).toMatchObject([{ kind: 'behind' }]);
    editFile('broken', 'main.py', 'print("b")');
    first.page.dispatchEvent(new Event('visibilitychange'));
    expect(openNotices()).toEqual([]);
  });
});
