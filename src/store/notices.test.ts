/** What has to be shown of what the browser keeps, and that each is shown once. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Draft } from './storedDrafts.ts';
import type { KeptDrafts } from './keptDrafts.ts';
import { noticesOf, type Notice } from './notice.ts';
import { hasUnkeptEdits, hideNotice, clearRefusal, showNotice, useNotices } from './notices.ts';

const draft = (tab: string, file = 'main.py'): Draft => ({
  side: 'broken',
  file,
  text: tab,
  tab,
  at: 0,
  revision: 0,
});
const refused = (lesson: string, why: 'full' | 'denied' = 'full'): Notice => ({
  kind: 'edits not kept',
  why,
  lesson,
});
const open = () => useNotices.getState().open;

beforeEach(() => useNotices.setState(useNotices.getInitialState()));

describe('a notice', () => {
  it('is shown once, also after it was hidden', () => {
    const notice = refused('asyncio');
    showNotice(notice);
    showNotice(refused('asyncio'));
    expect(open()).toEqual([notice]);
    hideNotice(notice);
    showNotice(refused('asyncio'));
    expect(open()).toEqual([]);
  });

  it('of another lesson, or with another cause, is another one', () => {
    showNotice(refused('asyncio'));
    showNotice(refused('threads'));
    showNotice(refused('asyncio', 'denied'));
    expect(open().map((one) => one.lesson)).toEqual(['asyncio', 'threads', 'asyncio']);
  });

  it('of other drafts is shown again once those are others', () => {
    showNotice({ kind: 'other drafts', drafts: [draft('a')], lesson: 'asyncio' });
    showNotice({ kind: 'other drafts', drafts: [draft('a')], lesson: 'asyncio' });
    showNotice({ kind: 'other drafts', drafts: [draft('b')], lesson: 'asyncio' });
    expect(open()).toHaveLength(2);
  });
});

describe('what was refused and is kept now', () => {
  it('leaves the screen, and is shown again should it be refused again', () => {
    showNotice(refused('asyncio'));
    clearRefusal('edits not kept');
    expect(open()).toEqual([]);
    showNotice(refused('asyncio'));
    expect(open()).toHaveLength(1);
  });

  it('leaves other notices where they are', () => {
    showNotice({ kind: 'preferences not kept', why: 'full', lesson: null });
    showNotice(refused('asyncio'));
    clearRefusal('edits not kept');
    expect(open().map(({ kind }) => kind)).toEqual(['preferences not kept']);
  });

  it('changes nothing where nothing was refused', () => {
    const before = useNotices.getState();
    clearRefusal('edits not kept');
    expect(useNotices.getState()).toEqual(before);
  });
});

describe('edits that would be gone', () => {
  it('are those that were refused, whether the notice still shows or not', () => {
    expect(hasUnkeptEdits(useNotices.getState())).toBe(false);
    const notice = refused('asyncio');
    showNotice(notice);
    hideNotice(notice);
    expect(hasUnkeptEdits(useNotices.getState())).toBe(true);
    clearRefusal('edits not kept');
    expect(hasUnkeptEdits(useNotices.getState())).toBe(false);
  });

  it('are not preferences', () => {
    showNotice({ kind: 'preferences not kept', why: 'full', lesson: null });
    expect(hasUnkeptEdits(useNotices.getState())).toBe(false);
  });
});

describe('what is to be shown of a lesson', () => {
  const nothing: KeptDrafts = { begun: [], others: [], strays: [], unreadable: [], newer: [] };

  it('is nothing where nothing is left over', () => {
    expect(noticesOf('asyncio', { ...nothing, begun: [draft('a')] })).toEqual([]);
  });

  it('is one notice for each other tab, with all its drafts', () => {
    const others = [draft('a'), draft('b'), draft('a', 'shop.py')];
    expect(noticesOf('asyncio', { ...nothing, others })).toEqual([
      { kind: 'other drafts', drafts: [draft('a'), draft('a', 'shop.py')], lesson: 'asyncio' },
      { kind: 'other drafts', drafts: [draft('b')], lesson: 'asyncio' },
    ]);
  });

  it('begins with what cannot be read', () => {
    const texts = [{ name: 'drafts/asyncio', text: '{' }];
    const kept = { ...nothing, strays: [draft('a')], unreadable: texts, newer: texts };
    expect(noticesOf('asyncio', kept).map(({ kind }) => kind)).toEqual(['unreadable', 'newer', 'strays']);
  });
});

describe('a storage that refuses', () => {
  const visit = { kind: 'visit not kept', why: 'full', lesson: null } as const;
  const edits = { kind: 'edits not kept', why: 'full', lesson: 'asyncio' } as const;

  it('is said of what is worth most: the edits take the place of the rest', () => {
    showNotice(visit);
    showNotice(edits);
    expect(useNotices.getState().open).toEqual([edits]);
  });

  it('is not said again of less', () => {
    showNotice(edits);
    showNotice(visit);
    expect(useNotices.getState().open).toEqual([edits]);
  });
});
