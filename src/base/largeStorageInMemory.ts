/** A large storage in memory, for tests: `entries` is what lies in it. */
import type { LargeStorage } from './largeStorage.ts';

export function largeStorageOf(): LargeStorage & { readonly entries: Map<string, unknown> } {
  const entries = new Map<string, unknown>();
  return {
    entries,
    get: async (name) => entries.get(name),
    set: async (name, value) => {
      // As a database does: what lies there is a copy.
      entries.set(name, structuredClone(value));
      return 'kept';
    },
    remove: async (names) => {
      for (const name of names) entries.delete(name);
      return 'kept';
    },
    names: async () => [...entries.keys()],
  };
}
