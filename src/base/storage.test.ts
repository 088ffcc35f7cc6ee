import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { clearStored, nameOfKey, readStored, storedNames, storedText, writeStored } from './storage.ts';
import type { Slot } from './storage.ts';
import { storageOf } from './storageInMemory.ts';

const slot: Slot<{ theme: string }> = {
  name: 'preferences',
  version: 2,
  schema: v.object({ theme: v.string() }),
};
const KEY = 'faultline/preferences/v2';
const value = (theme: string) => ({ kind: 'value', value: { theme } });

/** A storage that refuses every new text. */
function refusing(error: unknown, entries: Record<string, string> = {}) {
  const storage = storageOf(entries);
  storage.setItem = () => {
    throw error;
  };
  return storage;
}

describe('versioned storage', () => {
  it('gives back what was written', () => {
    const storage = storageOf();
    expect(writeStored(slot, { theme: 'dark' }, storage)).toBe('kept');
    expect(readStored(slot, storage)).toEqual(value('dark'));
    expect(clearStored(slot, storage)).toBe('kept');
    expect(readStored(slot, storage)).toEqual({ kind: 'absent' });
  });

  it('neither reads nor wipes a value of another version', () => {
    const storage = storageOf({ 'faultline/preferences/v9': '{"theme":"sepia"}' });
    expect(readStored(slot, storage)).toEqual({ kind: 'absent' });
    writeStored(slot, { theme: 'dark' }, storage);
    clearStored(slot, storage);
    expect(storage.entries.get('faultline/preferences/v9')).toBe('{"theme":"sepia"}');
  });

  it.each(['{"theme":7}', '{', '', 'null'])('moves %j aside before it writes or forgets', (text) => {
    const written = storageOf({ [KEY]: text });
    expect(readStored(slot, written)).toEqual({ kind: 'unreadable', text });
    expect(writeStored(slot, { theme: 'dark' }, written)).toBe('kept');
    const cleared = storageOf({ [KEY]: text });
    expect(clearStored(slot, cleared)).toBe('kept');
    for (const { entries } of [written, cleared]) {
      expect(entries.get('faultline/aside/1/preferences/v2')).toBe(text);
    }
    expect(readStored(slot, written)).toEqual(value('dark'));
  });

  it('keeps each copy that was moved aside', () => {
    const kept = storageOf();
    for (const text of ['first', 'second', 'third']) {
      kept.entries.set(KEY, text);
      writeStored(slot, { theme: 'dark' }, kept);
    }
    expect([1, 2, 3].map((number) => kept.entries.get(`faultline/aside/${number}/preferences/v2`))).toEqual([
      'first',
      'second',
      'third',
    ]);
  });

  it('says why something was not kept, and changes nothing then', () => {
    const full = new DOMException('full', 'QuotaExceededError');
    for (const [error, why] of [
      [full, 'full'],
      [new DOMException('no', 'SecurityError'), 'denied'],
      [new Error('odd'), 'denied'],
    ] as const) {
      expect(writeStored(slot, { theme: 'dark' }, refusing(error))).toBe(why);
    }
    expect(writeStored(slot, { theme: 'dark' }, null)).toBe('denied');
    expect(clearStored(slot, null)).toBe('denied');
    expect(readStored(slot, null)).toEqual({ kind: 'denied' });
    const before = storageOf({ [KEY]: '{' });
    const { setItem } = before;
    before.setItem = (key, text) => {
      if (key.includes('aside')) throw full;
      setItem(key, text);
    };
    expect(writeStored(slot, { theme: 'dark' }, before)).toBe('full');
    expect([...before.entries]).toEqual([[KEY, '{']]);
  });

  it('does not believe a storage that takes a value and has none', () => {
    const forgetful = storageOf();
    forgetful.setItem = () => {};
    expect(writeStored(slot, { theme: 'dark' }, forgetful)).toBe('denied');
  });

  it('lists what lies below a name, of every version, and nothing that was moved aside', () => {
    const storage = storageOf({
      'faultline/drafts/a/v1': '1',
      'faultline/drafts/b/x.py/v2': '2',
      'faultline/aside/1/drafts/b/v2': '3',
      'faultline/other/v1': '4',
      'drafts/c/v1': '5',
    });
    expect(storedNames('drafts/', storage)).toEqual([
      { name: 'drafts/a', version: 1 },
      { name: 'drafts/b/x.py', version: 2 },
    ]);
    expect(storedText({ name: 'drafts/b/x.py', version: 2 }, storage)).toBe('2');
    expect(storedText({ name: 'drafts/b/x.py', version: 3 }, storage)).toBeNull();
    expect(storedNames('drafts/', null)).toEqual([]);
  });

  it('knows its own keys', () => {
    expect(nameOfKey('faultline/drafts/a/v1')).toBe('drafts/a');
    expect(nameOfKey('faultline/aside/1/drafts/a/v1')).toBeNull();
    expect(nameOfKey('somebody/else')).toBeNull();
  });
});
