/** What is kept between visits, with several tabs over one storage: nothing is overwritten, nothing dropped unsaid. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { storageOf } from '../base/storageInMemory.ts';
import type { Lesson } from '../lesson/schema.ts';
import { editFile } from '../store/changes/code.ts';
import { hasUnkeptEdits, useNotices } from '../store/notices.ts';
import { resetVersion, undo } from '../store/changes/versions.ts';
import { useWorkspaces } from '../store/workspaces.ts';
import { createKeeping } from './keeping.ts';
import { opened, plainLesson as lesson } from '../testing/scriptedWorkspace.ts';

const second: Lesson = { ...lesson, id: 'another' };
const own = (side: 'broken' | 'fixed') => lesson.sides[side].files['main.py'];

let storage: ReturnType<typeof storageOf>;
let saved: { readonly name: string; readonly text: string }[];
let stop = () => {};

beforeEach(() => {
  vi.useFakeTimers();
  storage = storageOf();
  saved = [];
  vi.stubGlobal('localStorage', storage);
});

afterEach(() => {
  stop();
  stop = () => {};
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/**
 * A tab that opens the lesson. All tabs of a test share one store, so only the newest is at work; `again` gives it back
 * to an earlier one.
 */
function visit(name: string) {
  stop();
  useWorkspaces.setState(useWorkspaces.getInitialState());
  useNotices.setState(useNotices.getInitialState());
  const page = new EventTarget();
  const keeping = createKeeping({
    tab: name,
    save: (file, text) => void saved.push({ name: file, text: typeof text === 'string' ? text : '' }),
  });
  stop = keeping.keepEdits(page);
  keeping.openWithDrafts(lesson);
  const left = useWorkspaces.getState();
  return {
    ...keeping,
    page,
    /** This tab is at work again, as it was. */
    again(): void {
      stop();
      useWorkspaces.setState(left);
      stop = keeping.keepEdits(page);
    },
  };
}

function edit(side: 'broken' | 'fixed', text: string): void {
  editFile(side, 'main.py', text);
  vi.advanceTimersByTime(300);
}

const codeOf = (side: 'broken' | 'fixed') => opened().files[side]['main.py'];
const openNotices = () => useNotices.getState().open;
const kept = () =>
  [...storage.entries.values()].map((text): unknown => Reflect.get(JSON.parse(text), 'text'));

function full(): void {
  storage.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
}

const keyOf = (place: string, version = 2) => `faultline/drafts/${lesson.id}${place}/v${version}`;

describe('edits are kept', () => {
  it('a moment after the last one, for the next visit', () => {
    visit('a');
    editFile('broken', 'main.py', 'print(1)');
    vi.advanceTimersByTime(299);
    expect(kept()).toEqual([]);
    vi.advanceTimersByTime(1);
    visit('b');
    expect(codeOf('broken')).toBe('print(1)');
    expect(codeOf('fixed')).toBe(own('fixed'));
    expect(openNotices()).toEqual([]);
  });

  it('when another lesson is opened before that moment, under the lesson they belong to', () => {
    const { openWithDrafts } = visit('a');
    editFile('broken', 'main.py', 'print(1)');
    openWithDrafts(second);
    expect(codeOf('broken')).toBe(own('broken'));
    vi.advanceTimersByTime(1_000);
    visit('b');
    expect(codeOf('broken')).toBe('print(1)');
  });

  it('when the page is left', () => {
    const { page } = visit('a');
    editFile('broken', 'main.py', 'print(1)');
    page.dispatchEvent(new Event('pagehide'));
    expect(kept()).toEqual(['print(1)']);
  });

  it('and forgotten with Reset, also those of the visit that they came from', () => {
    visit('a');
    edit('broken', 'print(1)');
    visit('b');
    resetVersion();
    vi.advanceTimersByTime(300);
    expect(kept()).toEqual([]);
    undo();
    vi.advanceTimersByTime(300);
    expect(kept()).toEqual(['print(1)']);
  });

  it('in the place of the draft that a visit began with', () => {
    visit('a');
    edit('broken', 'print(1)');
    visit('b');
    edit('broken', 'print(2)');
    expect(kept()).toEqual(['print(2)']);
  });
});

describe('two tabs', () => {
  it('on two sides: both drafts are there', () => {
    const first = visit('a');
    visit('b');
    edit('fixed', 'print("b")');
    first.again();
    edit('broken', 'print("a")');
    visit('c');
    expect([codeOf('broken'), codeOf('fixed')]).toEqual(['print("a")', 'print("b")']);
    expect(openNotices()).toEqual([]);
  });

  it('on one file: the newest is shown, the other is offered, and each tab keeps its own over a reload', () => {
    const first = visit('a');
    visit('b');
    edit('broken', 'print("b")');
    first.again();
    edit('broken', 'print("a")');
    const third = visit('c');
    expect(codeOf('broken')).toBe('print("a")');
    expect(openNotices()).toMatchObject([
      { kind: 'other drafts', drafts: [{ tab: 'b', text: 'print("b")' }] },
    ]);
    const [notice] = openNotices();
    if (notice !== undefined) third.loadDrafts(notice);
    expect(codeOf('broken')).toBe('print("b")');
    expect(openNotices()).toEqual([]);
    expect(new Set(kept())).toEqual(new Set(['print("a")', 'print("b")']));
    undo();
    expect(codeOf('broken')).toBe('print("a")');
    visit('a');
    expect(codeOf('broken')).toBe('print("a")');
  });

  it('a letter typed and deleted leaves the draft of the other tab', () => {
    const first = visit('a');
    visit('b');
    edit('broken', 'print("b")');
    first.again();
    edit('broken', `${own('broken')}x`);
    edit('broken', own('broken') ?? '');
    expect(kept()).toEqual(['print("b")']);
  });

  it('whose draft is taken over by another keeps it anew', () => {
    visit('a');
    edit('broken', 'print("a")');
    const [key = ''] = storage.entries.keys();
    const { page } = visit('a');
    storage.removeItem(key);
    page.dispatchEvent(Object.assign(new Event('storage'), { key, newValue: null }));
    vi.advanceTimersByTime(300);
    expect(kept()).toEqual(['print("a")']);
  });

  it('forgets another version when it is told to, unless its tab has written since', () => {
    const first = visit('a');
    visit('b');
    edit('broken', 'print("b")');
    first.again();
    edit('broken', 'print("a")');
    const third = visit('c');
    const [notice] = openNotices();
    if (notice !== undefined) third.forgetDrafts(notice);
    expect(kept()).toEqual(['print("a")']);
  });
});

describe('what the storage refuses', () => {
  it('is said once, with the code to be saved, until it can be kept', () => {
    const { setItem } = storage;
    const { keepAgain, saveNotice, hideNotice } = visit('a');
    full();
    edit('broken', 'print(1)');
    edit('broken', 'print(2)');
    expect(openNotices()).toEqual([{ kind: 'edits not kept', why: 'full', lesson: lesson.id }]);
    expect(hasUnkeptEdits(useNotices.getState())).toBe(true);
    const [notice] = openNotices();
    if (notice === undefined) throw new Error('nothing was told');
    saveNotice(notice);
    expect(saved[0]?.text).toContain('# ---- Broken: main.py ----\nprint(2)\n');
    hideNotice(notice);
    edit('broken', 'print(3)');
    expect(openNotices()).toEqual([]);
    storage.setItem = setItem;
    keepAgain();
    expect(kept()).toEqual(['print(3)']);
    expect(hasUnkeptEdits(useNotices.getState())).toBe(false);
  });

  it('is not lost for one lesson when another is edited', () => {
    const { setItem } = storage;
    const { openWithDrafts } = visit('a');
    full();
    edit('broken', 'print(1)');
    openWithDrafts(second);
    edit('broken', 'print(2)');
    expect(openNotices().map((notice) => notice.lesson)).toEqual([lesson.id, 'another']);
    storage.setItem = setItem;
    edit('broken', 'print(3)');
    expect(new Set(kept())).toEqual(new Set(['print(1)', 'print(3)']));
  });

  it('is said where there is no storage at all', () => {
    vi.stubGlobal('localStorage', undefined);
    visit('a');
    expect(openNotices()).toEqual([]);
    edit('broken', 'print(1)');
    expect(openNotices()).toMatchObject([{ kind: 'edits not kept', why: 'denied' }]);
  });
});

describe('what does not fit', () => {
  it('a draft of the first version is taken over', () => {
    storage.entries.set(keyOf('', 1), '{"broken":{"main.py":"print(0)"},"fixed":{}}');
    visit('a');
    expect(codeOf('broken')).toBe('print(0)');
    expect(kept()).toEqual(['print(0)']);
    expect(storage.entries.has(keyOf('', 1))).toBe(false);
  });

  it.each([
    ['', 1],
    ['/broken/b/main.py', 2],
  ] as const)('an unreadable draft %j is put aside and told', (place, version) => {
    storage.entries.set(keyOf(place, version), '{"broken":');
    const { saveNotice } = visit('a');
    expect(codeOf('broken')).toBe(own('broken'));
    expect(openNotices()).toMatchObject([{ kind: 'unreadable', texts: [{ text: '{"broken":' }] }]);
    edit('broken', 'print(1)');
    edit('broken', own('broken') ?? '');
    expect([...storage.entries.values()]).toEqual(['{"broken":']);
    const [notice] = openNotices();
    if (notice !== undefined) saveNotice(notice);
    expect(saved[0]?.text).toContain('{"broken":');
    visit('b');
    expect(openNotices()).toEqual([]);
  });

  it('a draft of a later version stays, and is reported', () => {
    storage.entries.set(keyOf('/broken/b/main.py', 9), 'later');
    visit('a');
    edit('broken', 'print(1)');
    expect(openNotices()).toMatchObject([{ kind: 'newer', texts: [{ text: 'later' }] }]);
    expect(storage.entries.get(keyOf('/broken/b/main.py', 9))).toBe('later');
  });

  it('a file that the lesson no longer has is kept, reported, and forgotten when asked', () => {
    const key = keyOf('/fixed/b/shop/old.py');
    storage.entries.set(key, '{"text":"mine","at":5}');
    const { forgetDrafts } = visit('a');
    expect(Object.keys(opened().files.fixed)).not.toContain('shop/old.py');
    const [notice] = openNotices();
    expect(notice).toMatchObject({ kind: 'strays', drafts: [{ file: 'shop/old.py', text: 'mine' }] });
    edit('fixed', 'print(1)');
    resetVersion();
    vi.advanceTimersByTime(300);
    expect(storage.entries.has(key)).toBe(true);
    if (notice !== undefined) forgetDrafts(notice);
    expect(storage.entries.has(key)).toBe(false);
  });

  it('keys that nobody wrote are left alone', () => {
    storage.entries.set(keyOf('/somewhere'), '{"text":"?","at":5}');
    storage.entries.set(keyOf('-copy/broken/b/main.py'), '{"text":"?","at":5}');
    visit('a');
    expect([codeOf('broken'), openNotices()]).toEqual([own('broken'), []]);
    expect(storage.entries.size).toBe(2);
  });
});
