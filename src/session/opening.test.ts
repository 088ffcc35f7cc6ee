/** An opened link is looked at: nothing runs, no draft is touched, until the person keeps it as theirs. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { storageOf } from '../base/storageInMemory.ts';
import type { SharedState } from '../share/state.ts';
import { useArrangement } from '../store/arrangement.ts';
import type { OpenedLink } from '../store/openedLink.ts';
import { usePlayback } from '../store/playback.ts';
import { usePreferences } from '../store/preferences.ts';
import { useWorkspaces } from '../store/workspaces.ts';
import { end, lesson, opened, setUp } from '../testing/scriptedWorkspace.ts';

const storage = storageOf();
const state: SharedState = {
  lesson: lesson.id,
  version: 0,
  step: 1,
  files: { broken: { 'main.py': 'theirs' } },
  pace: 'fast',
  playhead: 4,
};
const link: OpenedLink = { fragment: '#/x', state, older: false };
const arrangement = () => useArrangement.getState().name;
const key = () => useWorkspaces.getState().open;

/** The page as it is left for another or closed: whatever was edited is kept then. */
function begin() {
  const page = new EventTarget();
  const all = setUp();
  const stop = all.commands.keepEdits(page);
  return { ...all, keep: () => page.dispatchEvent(new Event('pagehide')), stop };
}

let page: ReturnType<typeof begin>;

beforeEach(() => {
  vi.stubGlobal('localStorage', storage);
  storage.entries.clear();
  usePlayback.setState(usePlayback.getInitialState());
  usePreferences.setState(usePreferences.getInitialState());
  useArrangement.setState(useArrangement.getInitialState());
  page = begin();
});
afterEach(() => {
  page.stop();
  vi.unstubAllGlobals();
});

describe('a link', () => {
  it('is shown, and runs nothing', () => {
    page.commands.openLink(lesson, link);
    expect(opened()).toMatchObject({ step: 1, pace: 'fast', link });
    expect(opened().files.broken['main.py']).toBe('theirs');
    expect(page.asked).toHaveLength(0);
    expect(usePreferences.getState().pace).toBe('real');
  });

  it('touches no draft, also when it is edited', () => {
    page.commands.edit('broken', 'main.py', 'my draft');
    page.keep();
    const before = [...storage.entries];
    page.commands.openLink(lesson, link);
    page.commands.edit('broken', 'main.py', 'edited in the link');
    page.keep();
    expect([...storage.entries]).toEqual(before);
    page.commands.open(lesson);
    expect(opened().files.broken['main.py']).toBe('my draft');
  });

  it('is as it was left when one goes back to it, and another link is another', () => {
    page.commands.openLink(lesson, link);
    page.commands.edit('broken', 'main.py', 'edited in the link');
    page.commands.openLink(lesson, { ...link, fragment: '#/y' });
    expect(opened().files.broken['main.py']).toBe('theirs');
    page.commands.openLink(lesson, link);
    expect(opened().files.broken['main.py']).toBe('edited in the link');
  });

  it('opens in its arrangement, and again so when one goes back to it', () => {
    const framed: OpenedLink = { ...link, fragment: '#/z', state: { ...state, arrangement: 'embed' } };
    page.commands.openLink(lesson, framed);
    expect(arrangement()).toBe('embed');
    page.commands.open(lesson);
    expect(arrangement()).toBe('lesson');
    page.commands.openLink(lesson, framed);
    expect(arrangement()).toBe('embed');
    page.commands.openLink(lesson, link);
    expect(arrangement()).toBe('lesson');
    expect(page.asked).toHaveLength(0);
  });

  it('opens as the lesson where the page has its arrangement no more', () => {
    page.commands.openLink(lesson, { ...link, state: { ...state, arrangement: 'lab' } });
    expect(arrangement()).toBe('lesson');
  });

  it('becomes the person’s own when they want it, and Undo brings theirs back', () => {
    page.commands.edit('broken', 'main.py', 'my draft');
    page.commands.openLink(lesson, link);
    page.commands.edit('broken', 'main.py', 'theirs, edited');
    page.commands.keepAsMine();
    expect(key()).toBe(lesson.id);
    expect(opened()).toMatchObject({ link: null, step: 1 });
    expect(opened().files.broken['main.py']).toBe('theirs, edited');
    page.keep();
    expect(JSON.stringify([...storage.entries])).toContain('theirs, edited');
    page.commands.undo();
    expect(opened().files.broken['main.py']).toBe('my draft');
  });

  it('chooses a pace for itself alone', () => {
    page.commands.openLink(lesson, link);
    page.commands.choosePace('real');
    expect(opened().pace).toBe('real');
    page.commands.open(lesson);
    page.commands.choosePace('fast');
    expect([opened().pace, usePreferences.getState().pace]).toEqual([null, 'fast']);
  });

  it('is compared with what is the person’s own', () => {
    page.commands.edit('broken', 'main.py', 'my draft');
    page.commands.openLink(lesson, link);
    expect(page.commands.ownFiles(lesson).broken['main.py']).toBe('my draft');
    useWorkspaces.setState(({ workspaces }) => ({
      workspaces: Object.fromEntries(Object.entries(workspaces).filter(([id]) => id !== lesson.id)),
    }));
    expect(page.commands.ownFiles(lesson).broken['main.py']).toBe('my draft');
  });
});

describe('the moment that the sender looked at', () => {
  it('is shown once both sides have run, and once only', () => {
    const stop = page.commands.showLinkedMoments();
    page.commands.openLink(lesson, link);
    page.commands.runBoth();
    end(page.asked[0]);
    expect(usePlayback.getState().at).toBe('live');
    end(page.asked[1]);
    expect(usePlayback.getState().at).toBe(4);
    page.commands.runBoth();
    end(page.asked[2]);
    end(page.asked[3]);
    expect(usePlayback.getState().at).toBe('live');
    stop();
  });
});
