/** All values of this page in a storage at once: read, written whole or not at all, cleared. What was moved aside is only cleared. */
import { browserStorage, change, keyOf, keysOf, storedNames, storedText } from './storage.ts';
import type { Kept, LocalStorage, StoredName } from './storage.ts';

export interface StoredValue extends StoredName {
  readonly text: string;
}

/** Of every name and version, in the order of their names. */
export function storedValues(storage: LocalStorage | null = browserStorage()): StoredValue[] {
  return storedNames('', storage)
    .map((one) => ({ ...one, text: storedText(one, storage) ?? '' }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Writes all of them, over what lies there; where one is refused, everything is as before. */
export function writeAll(
  values: readonly StoredValue[],
  storage: LocalStorage | null = browserStorage(),
): Kept {
  const before = values.map((one) => ({ key: keyOf(one), text: storedText(one, storage) }));
  const written = change(storage, (reached) => {
    for (const one of values) reached.setItem(keyOf(one), one.text);
    return 'kept';
  });
  if (written !== 'kept') {
    change(storage, (reached) => {
      // First all that is new goes: what was there has room only then.
      for (const { key, text } of before) if (text === null) reached.removeItem(key);
      for (const { key, text } of before) if (text !== null) reached.setItem(key, text);
      return 'kept';
    });
  }
  return written;
}

/** Removes all that this page has kept there, also of later versions of it. */
export function clearAll(storage: LocalStorage | null = browserStorage()): Kept {
  return change(storage, (reached) => {
    for (const key of keysOf(reached)) if (key.startsWith('faultline/')) reached.removeItem(key);
    return 'kept';
  });
}
