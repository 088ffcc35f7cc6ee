import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lessons } from '../lesson/catalog.ts';
import type { Lesson } from '../lesson/schema.ts';
import { editFile, openLesson, useDesk } from '../store/desk.ts';
import { readDrafts } from '../store/drafts.ts';
import { keepDraftsOfDesk } from './drafting.ts';

const none = { broken: {}, fixed: {} };
const [first, second] = twoLessons();

let page: EventTarget;
let stop: () => void;

function twoLessons(): readonly [Lesson, Lesson] {
  const [lesson] = lessons;
  if (lesson === undefined) throw new Error('there is no lesson');
  return [lesson, { ...lesson, id: 'another' }];
}

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.useFakeTimers();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
  page = new EventTarget();
  useDesk.setState(useDesk.getInitialState());
  stop = keepDraftsOfDesk(page);
  openLesson(first, none);
  editFile('broken', 'main.py', 'print(1)');
});

afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('edits are kept', () => {
  it('a moment after the last one', () => {
    expect(readDrafts(first)).toEqual(none);
    vi.advanceTimersByTime(300);
    expect(readDrafts(first)).toEqual({ broken: { 'main.py': 'print(1)' }, fixed: {} });
  });

  it('when another lesson is opened before that moment, under the lesson they belong to', () => {
    openLesson(second, none);
    vi.advanceTimersByTime(1_000);
    expect(readDrafts(first).broken).toEqual({ 'main.py': 'print(1)' });
    expect(readDrafts(second)).toEqual(none);
  });

  it('when the page is left', () => {
    page.dispatchEvent(new Event('pagehide'));
    expect(readDrafts(first).broken).toEqual({ 'main.py': 'print(1)' });
  });
});
