/** Several tabs of a browser that open one lesson over one storage, one at work at a time. For tests. */
import { afterEach, beforeEach, vi } from 'vitest';
import { storageOf } from '../base/storageInMemory.ts';
import { createKeeping } from '../session/keeping.ts';
import { editFile } from '../store/changes/code.ts';
import { useNotices } from '../store/notices.ts';
import { useWorkspaces } from '../store/workspaces.ts';
import { opened, plainLesson as lesson } from './scriptedWorkspace.ts';

/** The storage that all tabs share. */
export const storage = storageOf();
const { setItem } = storage;
/** The files that have been offered to be saved. */
export const saved: { readonly name: string; readonly text: string }[] = [];
let stop = () => {};
/** Remembers how the tab that is at work stands. */
let leave: () => unknown = () => {};

/** Gives each test of the file a new browser, whose clock stands still. */
export function freshBrowsers(): void {
  beforeEach(() => {
    vi.useFakeTimers();
    storage.entries.clear();
    storage.setItem = setItem;
    saved.length = 0;
    vi.stubGlobal('localStorage', storage);
  });
  afterEach(() => {
    stop();
    stop = () => {};
    leave = () => {};
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
}

/**
 * A tab that opens the lesson. All tabs of a test share one store, so only the newest is at work; `again` gives it back
 * to an earlier one.
 */
export function visit(name: string) {
  leave();
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
  let left = [useWorkspaces.getState(), useNotices.getState()] as const;
  const rest = () => (left = [useWorkspaces.getState(), useNotices.getState()]);
  leave = rest;
  return {
    ...keeping,
    page,
    /** Another tab has written, or with null removed, what lies under a key. */
    hear(key: string, newValue: string | null = 'written'): void {
      page.dispatchEvent(Object.assign(new Event('storage'), { key, newValue }));
    },
    /** This tab is at work again, as it was. */
    again(): void {
      leave();
      leave = rest;
      stop();
      useWorkspaces.setState(left[0]);
      useNotices.setState(left[1]);
      stop = keeping.keepEdits(page);
    },
  };
}

/** Edits the first file of a side in the tab that is at work, and waits until that is kept. */
export function edit(side: 'broken' | 'fixed', text: string): void {
  editFile(side, 'main.py', text);
  vi.advanceTimersByTime(300);
}

export const codeOf = (side: 'broken' | 'fixed') => opened().files[side]['main.py'];
export const openNotices = () => useNotices.getState().open;
/** The texts that lie in the storage. */
export const kept = () =>
  [...storage.entries.values()].map((text): unknown => Reflect.get(JSON.parse(text), 'text'));

/** From now on the storage takes nothing. */
export function full(): void {
  storage.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
}

/** The key of a draft of the lesson. */
export const keyOf = (place: string, version = 2) => `faultline/drafts/${lesson.id}${place}/v${version}`;
