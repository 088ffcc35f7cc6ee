import { describe, expect, it } from 'vitest';
import { clearAll, storedValues, writeAll } from './storedValues.ts';
import { storageOf } from './storageInMemory.ts';

const there = {
  'faultline/b/v2': '2',
  'faultline/a/v1': '1',
  'faultline/aside/1/a/v1': '{',
  'others/x': '3',
};

describe('all values of the page', () => {
  it('are those of every name and version; what was moved aside and what is of others is not among them', () => {
    expect(storedValues(storageOf(there))).toEqual([
      { name: 'a', version: 1, text: '1' },
      { name: 'b', version: 2, text: '2' },
    ]);
    expect(storedValues(null)).toEqual([]);
  });

  it('are written over what lies there', () => {
    const storage = storageOf(there);
    expect(writeAll([{ name: 'a', version: 1, text: 'new' }], storage)).toBe('kept');
    expect(storage.entries.get('faultline/a/v1')).toBe('new');
    expect(writeAll([{ name: 'a', version: 1, text: 'new' }], null)).toBe('denied');
  });

  it('are written all or none', () => {
    const storage = storageOf(there);
    const { setItem } = storage;
    let room = 2;
    storage.setItem = (key, text) => {
      if (room === 0 && text === 'new') throw new DOMException('full', 'QuotaExceededError');
      room -= 1;
      setItem(key, text);
    };
    const values = ['a', 'c', 'd'].map((name) => ({ name, version: 1, text: 'new' }));
    expect(writeAll(values, storage)).toBe('full');
    expect(Object.fromEntries(storage.entries)).toEqual(there);
  });

  it('are cleared with what was moved aside, and nothing of others', () => {
    const storage = storageOf(there);
    expect(clearAll(storage)).toBe('kept');
    expect([...storage.entries.keys()]).toEqual(['others/x']);
  });
});
