/**
 * Versioned local storage. Each value lies under `faultline/<name>/v<version>` and is checked by a schema when read.
 * A value of another version lies under another key, so it stays as it is. What does not fit its schema is moved aside,
 * each copy to a key of its own, before anything takes its place. Nothing here throws: what the storage refuses is reported.
 */
import * as v from 'valibot';

export interface Slot<Value> {
  readonly name: string;
  readonly version: number;
  readonly schema: v.GenericSchema<unknown, Value>;
}

/** The part of `Storage` that is used; a test may pass its own. */
export type LocalStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** What lies in a slot. `denied`: the browser lets this page read nothing. */
export type Stored<Value> =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'unreadable'; readonly text: string }
  | { readonly kind: 'absent' | 'denied' };

/** What came of a change: `full` when there was no room for it, `denied` when the browser keeps nothing for this page. */
export type Kept = 'kept' | 'full' | 'denied';

const ROOT = 'faultline/';
const ASIDE = `${ROOT}aside/`;

export function readStored<Value>(
  slot: Slot<Value>,
  storage: LocalStorage | null = browserStorage(),
): Stored<Value> {
  let text: string | null;
  try {
    if (storage === null) return { kind: 'denied' };
    text = storage.getItem(keyOf(slot));
  } catch {
    return { kind: 'denied' };
  }
  if (text === null) return { kind: 'absent' };
  const checked = v.safeParse(slot.schema, parsed(text));
  return checked.success ? { kind: 'value', value: checked.output } : { kind: 'unreadable', text };
}

/** Stores the value; what lies there and cannot be read is first moved aside. Where that fails, nothing is changed. */
export function writeStored<Value>(
  slot: Slot<Value>,
  value: Value,
  storage: LocalStorage | null = browserStorage(),
): Kept {
  return change(storage, (reached) => {
    moveAside(slot, reached);
    const text = JSON.stringify(value);
    reached.setItem(keyOf(slot), text);
    return reached.getItem(keyOf(slot)) === text ? 'kept' : 'denied';
  });
}

/** Forgets the value; what lies there and cannot be read is moved aside. */
export function clearStored<Value>(slot: Slot<Value>, storage: LocalStorage | null = browserStorage()): Kept {
  return change(storage, (reached) => {
    moveAside(slot, reached);
    reached.removeItem(keyOf(slot));
    return 'kept';
  });
}

/** A name and a version under which something lies. */
export interface StoredName {
  readonly name: string;
  readonly version: number;
}

/** What lies under names that begin with `prefix`, of every version, in no order. */
export function storedNames(prefix: string, storage: LocalStorage | null = browserStorage()): StoredName[] {
  return keysOf(storage).flatMap((key) => {
    const [, name, version] = /^faultline\/(.+)\/v(\d+)$/s.exec(key) ?? [];
    return name === undefined || key.startsWith(ASIDE) || !name.startsWith(prefix)
      ? []
      : [{ name, version: Number(version) }];
  });
}

/** The text under a name, whatever it is; null when there is none. */
export function storedText(
  { name, version }: StoredName,
  storage: LocalStorage | null = browserStorage(),
): string | null {
  try {
    return storage?.getItem(keyOf({ name, version })) ?? null;
  } catch {
    return null;
  }
}

/** The name that a key belongs to, as `storage` events tell it; null for keys of others. */
export function nameOfKey(key: string): string | null {
  return key.startsWith(ASIDE) ? null : (/^faultline\/(.+)\/v\d+$/s.exec(key)?.[1] ?? null);
}

function moveAside<Value>(slot: Slot<Value>, storage: LocalStorage): void {
  const there = readStored(slot, storage);
  if (there.kind !== 'unreadable') return;
  let number = 1;
  while (storage.getItem(asideOf(slot, number)) !== null) number += 1;
  // First out of its place: a storage that is full has room for it only then.
  storage.removeItem(keyOf(slot));
  try {
    storage.setItem(asideOf(slot, number), there.text);
  } catch (error) {
    storage.setItem(keyOf(slot), there.text);
    throw error;
  }
}

/** Changes a storage; what it throws is what it refuses. */
export function change(storage: LocalStorage | null, by: (storage: LocalStorage) => Kept): Kept {
  if (storage === null) return 'denied';
  try {
    return by(storage);
  } catch (error) {
    return isFull(error) ? 'full' : 'denied';
  }
}

/** Whether a refusal says that there is no room. As browsers name it: the second is Firefox's. */
export function isFull(error: unknown): boolean {
  return (
    error instanceof DOMException &&
    (error.name === 'QuotaExceededError' || error.name === 'NS_ERROR_DOM_QUOTA_REACHED')
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The keys of a storage, of whoever they are. */
export function keysOf(storage: LocalStorage | null): string[] {
  try {
    if (storage === null) return [];
    return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  } catch {
    return [];
  }
}

/** The key of a value. */
export function keyOf({ name, version }: StoredName): string {
  return `${ROOT}${name}/v${version}`;
}

function asideOf(slot: StoredName, number: number): string {
  return `${ASIDE}${number}/${keyOf(slot).slice(ROOT.length)}`;
}

/** That of the browser, which outlives the tab; null where it has none for this page. */
export function browserStorage(): LocalStorage | null {
  try {
    return typeof localStorage === 'undefined' ? null : localStorage;
  } catch {
    return null;
  }
}

/** The storage of this tab alone, which a reload finds again; null where the browser has none for this page. */
export function browserSession(): LocalStorage | null {
  try {
    return typeof sessionStorage === 'undefined' ? null : sessionStorage;
  } catch {
    return null;
  }
}
