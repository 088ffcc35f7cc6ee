/** What a person prefers, kept in local storage: theme, kind of editor, pace of runs, keys of one letter. */
import * as v from 'valibot';
import { create } from 'zustand';
import { readStored, writeStored } from '../base/storage.ts';
import type { Kept, Slot } from '../base/storage.ts';

const fields = {
  theme: v.picklist(['system', 'light', 'dark']),
  /** `auto`: the full editor, except where fingers do the pointing */
  editor: v.picklist(['auto', 'full', 'plain']),
  pace: v.picklist(['real', 'fast']),
  /** whether a letter by itself is a shortcut: whoever dictates may want none to be */
  letterKeys: v.picklist(['on', 'off']),
};
const PreferencesSchema = v.object(fields);
export type Preferences = v.InferOutput<typeof PreferencesSchema>;

/** What lies there may be of a later version of this page: each field is read by itself, and others stay. */
export const preferencesSlot: Slot<Record<string, unknown>> = {
  name: 'preferences',
  version: 1,
  schema: v.record(v.string(), v.unknown()),
};

/** The defaults stand in for what is absent or unknown. */
const ReadSchema = v.object({
  theme: v.fallback(fields.theme, 'system'),
  editor: v.fallback(fields.editor, 'auto'),
  pace: v.fallback(fields.pace, 'real'),
  letterKeys: v.fallback(fields.letterKeys, 'on'),
});

export const usePreferences = create<Preferences>()(() => v.parse(ReadSchema, stored()));

/** Changes some of the preferences. */
export function prefer(change: Partial<Preferences>): void {
  usePreferences.setState(change);
}

/** Keeps what differs from `before`. What else lies there, also by another tab or a later version, stays as it is. */
export function keepPreferences(now: Preferences, before: Preferences): Kept {
  const changed = Object.entries(now).filter(([name, value]) => Reflect.get(before, name) !== value);
  return changed.length === 0
    ? 'kept'
    : writeStored(preferencesSlot, { ...stored(), ...Object.fromEntries(changed) });
}

function stored(): Record<string, unknown> {
  const there = readStored(preferencesSlot);
  return there.kind === 'value' ? there.value : {};
}
