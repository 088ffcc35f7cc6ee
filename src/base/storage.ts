/**
 * Versioned local storage. Each value lives under `faultline/<name>/v<version>` and is checked by a schema when read.
 * A value of another version lies under another key, so it is kept untouched. Storage that is full, forbidden or
 * absent is no error: reading gives null, writing gives false.
 */
import * as v from 'valibot';

export interface Slot<Value> {
  readonly name: string;
  readonly version: number;
  readonly schema: v.GenericSchema<unknown, Value>;
}

/** The part of `Storage` that is used; a test may pass its own. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The stored value, or null when there is none, when it does not fit the schema, or when storage fails. */
export function readStored<Value>(slot: Slot<Value>, shelf: Shelf | null = browserShelf()): Value | null {
  try {
    const text = shelf?.getItem(keyOf(slot)) ?? null;
    if (text === null) return null;
    const checked = v.safeParse(slot.schema, JSON.parse(text));
    return checked.success ? checked.output : null;
  } catch {
    return null;
  }
}

/** Stores the value; a value already there that does not fit the schema is first put aside. False when it failed. */
export function writeStored<Value>(
  slot: Slot<Value>,
  value: Value,
  shelf: Shelf | null = browserShelf(),
): boolean {
  if (shelf === null) return false;
  try {
    const there = shelf.getItem(keyOf(slot));
    if (there !== null && readStored(slot, shelf) === null) shelf.setItem(`${keyOf(slot)}/unreadable`, there);
    shelf.setItem(keyOf(slot), JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** Forgets the value. */
export function clearStored<Value>(slot: Slot<Value>, shelf: Shelf | null = browserShelf()): void {
  try {
    shelf?.removeItem(keyOf(slot));
  } catch {
    // storage that cannot be reached holds nothing to forget
  }
}

function keyOf(slot: Slot<unknown>): string {
  return `faultline/${slot.name}/v${slot.version}`;
}

function browserShelf(): Shelf | null {
  try {
    return typeof localStorage === 'undefined' ? null : localStorage;
  } catch {
    return null;
  }
}
