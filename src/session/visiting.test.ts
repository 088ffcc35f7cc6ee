/** Where the person is in a lesson, over a reload and the next visit; two tabs each have their own place. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { storageOf } from '../base/storageInMemory.ts';
import { lessonById } from '../lesson/catalog.ts';
import type { Lesson } from '../lesson/schema.ts';
import { chooseEntry, showFile } from '../store/changes/code.ts';
import { answer, goToStep } from '../store/changes/guide.ts';
import { chooseSchedule } from '../store/changes/schedule.ts';
import { useNotices } from '../store/notices.ts';
import { seek, usePlayback } from '../store/playback.ts';
import { useWorkspaces } from '../store/workspaces.ts';
import { opened, plainLesson } from '../testing/scriptedWorkspace.ts';
import { createKeeping } from './keeping.ts';
import { keepVisits } from './visiting.ts';
import { readVisit } from './visits.ts';

const threads = named('threads');
const imports = named('imports');

function named(id: string): Lesson {
  const found = lessonById(id);
  if (found === null) throw new Error(`there is no lesson "${id}"`);
  return found;
}

let page: EventTarget;
let stop = () => {};
let storage: ReturnType<typeof storageOf>;

beforeEach(() => {
  vi.useFakeTimers();
  storage = storageOf();
  vi.stubGlobal('localStorage', storage);
});

afterEach(() => {
  stop();
  stop = () => {};
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Opens a lesson in a tab with this session. */
function visit(lesson: Lesson, session = storageOf()): ReturnType<typeof storageOf> {
  stop();
  vi.stubGlobal('sessionStorage', session);
  useWorkspaces.setState(useWorkspaces.getInitialState());
  useNotices.setState(useNotices.getInitialState());
  usePlayback.setState(usePlayback.getInitialState());
  page = new EventTarget();
  stop = keepVisits(page).stop;
  createKeeping({ tab: 'a', save: () => {} }).openWithDrafts(lesson);
  return session;
}

const later = () => vi.advanceTimersByTime(300);
const question = threads.steps.findIndex((step) => step.question !== null);

describe('a reload and a later visit', () => {
  it('find step, answers, schedule, file and playhead', () => {
    const session = visit(threads);
    goToStep(question);
    answer(question, 1);
    chooseSchedule({ model: 'free-threaded', strategy: 'replay' });
    chooseSchedule({ loaded: { model: 'before310', decisions: [[3, 1]] } });
    seek(40);
    later();
    const before = opened();
    for (const again of [session, undefined]) {
      visit(threads, again);
      expect(opened()).toEqual({ ...before, undo: null });
      expect(readVisit('threads')?.playhead).toBe(40);
    }
  });

  it('find how the programs begin, and which file is shown', () => {
    const session = visit(imports);
    const entry = imports.entries.at(-1) ?? '';
    const file = Object.keys(imports.sides.fixed.files).at(-1) ?? '';
    chooseEntry(entry);
    showFile('fixed', file);
    later();
    visit(imports, session);
    expect([opened().entry, opened().active.fixed]).toEqual([entry, file]);
  });

  it('find what was done in the moment before the page was left, and another lesson opened', () => {
    const session = visit(threads);
    goToStep(1);
    page.dispatchEvent(new Event('pagehide'));
    visit(threads, session);
    expect(opened().step).toBe(1);
    goToStep(2);
    createKeeping({ tab: 'a', save: () => {} }).openWithDrafts(plainLesson);
    later();
    visit(threads, session);
    expect(opened().step).toBe(2);
  });

  it('write nothing where nobody has moved', () => {
    visit(threads);
    later();
    page.dispatchEvent(new Event('pagehide'));
    expect(storage.entries.size).toBe(0);
  });
});

it('two tabs each find their own step; a third that of the one that moved last', () => {
  const first = visit(threads);
  goToStep(1);
  later();
  const second = visit(threads);
  goToStep(2);
  later();
  visit(threads, first);
  expect(opened().step).toBe(1);
  visit(threads, second);
  expect(opened().step).toBe(2);
  visit(threads);
  expect(opened().step).toBe(2);
});

describe('what does not fit', () => {
  it('is passed over one by one: a step, an answer, an entry and a file that the lesson no longer has', () => {
    const visited = {
      step: 99,
      answers: [
        [question, 0],
        [question, 77],
        [98, 0],
      ],
      entry: 'gone.py',
      active: { broken: 'gone.py', fixed: 'main.py' },
      schedule: scheduleKept(),
      stride: 'line',
      playhead: 'live',
    };
    storage.entries.set('faultline/visits/threads/v1', JSON.stringify(visited));
    visit(threads);
    expect(opened()).toMatchObject({
      step: threads.steps.length - 1,
      answers: { [question]: 0 },
      entry: threads.sides.broken.entry,
    });
    expect(Object.keys(opened().answers)).toHaveLength(1);
    expect(Object.keys(threads.sides.broken.files)).toContain(opened().active.broken);
  });

  it.each(['{', '{"step":-1}', '[]'])('%s is moved aside by the next move, never lost', (text) => {
    storage.entries.set('faultline/visits/threads/v1', text);
    visit(threads);
    expect(opened().step).toBe(0);
    goToStep(1);
    later();
    expect(storage.entries.get('faultline/aside/1/visits/threads/v1')).toBe(text);
  });
});

it('a storage that refuses is said once, and less is not said where edits have been refused', () => {
  visit(threads);
  storage.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  goToStep(1);
  later();
  goToStep(2);
  later();
  expect(useNotices.getState().open).toEqual([{ kind: 'visit not kept', why: 'full', lesson: null }]);
});

/** A schedule as it is kept. */
function scheduleKept(): object {
  visit(threads);
  return opened().schedule;
}
