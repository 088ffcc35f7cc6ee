import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { clearStored, readStored, writeStored } from './storage.ts';
import type { Shelf, Slot } from './storage.ts';

const slot: Slot<{ theme: string }> = {
  name: 'preferences',
  version: 2,
  schema: v.object({ theme: v.string() }),
};

function shelfOf(entries: Record<string, string> = {}): Shelf & { readonly entries: Map<string, string> } {
  const kept = new Map(Object.entries(entries));
  return {
    entries: kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

describe('versioned storage', () => {
  it('gives back what was written', () => {
    const shelf = shelfOf();
    expect(writeStored(slot, { theme: 'dark' }, shelf)).toBe(true);
    expect(readStored(slot, shelf)).toEqual({ theme: 'dark' });
    clearStored(slot, shelf);
    expect(readStored(slot, shelf)).toBeNull();
  });

  it('neither reads nor wipes a value of another version', () => {
    const shelf = shelfOf({ 'faultline/preferences/v9': '{"theme":"sepia"}' });
    expect(readStored(slot, shelf)).toBeNull();
    writeStored(slot, { theme: 'dark' }, shelf);
    expect(shelf.entries.get('faultline/preferences/v9')).toBe('{"theme":"sepia"}');
  });

  it('refuses a value that does not fit, and puts it aside before writing over it', () => {
    const shelf = shelfOf({ 'faultline/preferences/v2': '{"theme":7}' });
    expect(readStored(slot, shelf)).toBeNull();
    writeStored(slot, { theme: 'dark' }, shelf);
    expect(shelf.entries.get('faultline/preferences/v2/unreadable')).toBe('{"theme":7}');
    expect(readStored(slot, shelf)).toEqual({ theme: 'dark' });
  });

  it('puts up with text that is no JSON, with a full store and with none', () => {
    expect(readStored(slot, shelfOf({ 'faultline/preferences/v2': '{' }))).toBeNull();
    const full = shelfOf();
    full.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    expect(writeStored(slot, { theme: 'dark' }, full)).toBe(false);
    expect(writeStored(slot, { theme: 'dark' }, null)).toBe(false);
    expect(readStored(slot, null)).toBeNull();
  });
});
