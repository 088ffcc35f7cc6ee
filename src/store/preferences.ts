/** What a person prefers, kept in local storage: theme, kind of editor, pace of runs. */
import * as v from 'valibot';
import { create } from 'zustand';
import { readStored } from '../base/storage.ts';
import type { Slot } from '../base/storage.ts';

const PreferencesSchema = v.object({
  theme: v.picklist(['system', 'light', 'dark']),
  /** `auto`: the full editor, except where fingers do the pointing */
  editor: v.picklist(['auto', 'full', 'plain']),
  pace: v.picklist(['real', 'fast']),
});
export type Preferences = v.InferOutput<typeof PreferencesSchema>;

export const preferencesSlot: Slot<Preferences> = {
  name: 'preferences',
  version: 1,
  schema: PreferencesSchema,
};

const defaults: Preferences = { theme: 'system', editor: 'auto', pace: 'real' };

export const usePreferences = create<Preferences>()(() => readStored(preferencesSlot) ?? defaults);

/** Changes some of the preferences. */
export function prefer(change: Partial<Preferences>): void {
  usePreferences.setState(change);
}
