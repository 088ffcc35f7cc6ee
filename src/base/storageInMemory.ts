/** A local storage in memory, for tests: `entries` is what lies in it. */
import type { LocalStorage } from './storage.ts';

export function storageOf(
  entries: Readonly<Record<string, string>> = {},
): LocalStorage & { readonly entries: Map<string, string> } {
  const kept = new Map(Object.entries(entries));
  return {
    entries: kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    key: (index) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  };
}
