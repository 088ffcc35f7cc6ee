import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { storageOf } from '../base/storageInMemory.ts';

const KEY = 'faultline/preferences/v1';
let storage: ReturnType<typeof storageOf>;

/** The page as it is opened. */
async function visit() {
  vi.resetModules();
  const { usePreferences, prefer, keepPreferences } = await import('./preferences.ts');
  usePreferences.subscribe(keepPreferences);
  return { prefer, now: () => usePreferences.getState() };
}

beforeEach(() => {
  storage = storageOf();
  vi.stubGlobal('localStorage', storage);
});
afterEach(() => void vi.unstubAllGlobals());

const defaults = { theme: 'system', editor: 'auto', pace: 'real', letterKeys: 'on' };

describe('preferences', () => {
  it('are kept, and only what was chosen', async () => {
    (await visit()).prefer({ theme: 'dark' });
    expect(storage.entries.get(KEY)).toBe('{"theme":"dark"}');
    expect((await visit()).now()).toEqual({ ...defaults, theme: 'dark' });
  });

  it('with one unknown value keep the others, and the unknown one until it is chosen anew', async () => {
    storage.entries.set(KEY, '{"theme":"sepia","pace":"fast","sound":true}');
    const { now, prefer } = await visit();
    expect(now()).toEqual({ ...defaults, pace: 'fast' });
    prefer({ editor: 'plain' });
    expect(JSON.parse(storage.entries.get(KEY) ?? '')).toEqual({
      theme: 'sepia',
      pace: 'fast',
      sound: true,
      editor: 'plain',
    });
    prefer({ theme: 'light' });
    expect(storage.entries.get(KEY)).toContain('"theme":"light"');
  });

  it('of two tabs do not undo each other', async () => {
    const [first, second] = [await visit(), await visit()];
    first.prefer({ theme: 'dark' });
    second.prefer({ pace: 'fast' });
    expect((await visit()).now()).toEqual({ ...defaults, theme: 'dark', pace: 'fast' });
  });

  it('that cannot be read are put aside before others are written', async () => {
    storage.entries.set(KEY, '[1');
    const { now, prefer } = await visit();
    expect(now()).toEqual(defaults);
    prefer({ pace: 'fast' });
    expect(storage.entries.get('faultline/aside/1/preferences/v1')).toBe('[1');
  });
});
