/** The arrangement of the panes: what is remembered of it, and what is not. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { storageOf } from '../base/storageInMemory.ts';

const KEY = 'faultline/arrangement/v1';
let storage: ReturnType<typeof storageOf>;

/** The page as it is opened. */
async function visit() {
  vi.resetModules();
  const store = await import('./arrangement.ts');
  store.useArrangement.subscribe(store.keepArrangement);
  return { ...store, now: () => store.useArrangement.getState() };
}

beforeEach(() => {
  storage = storageOf();
  vi.stubGlobal('localStorage', storage);
});
afterEach(() => void vi.unstubAllGlobals());

const usual = { name: 'lesson', guide: 'open', guideWidth: null, heights: null, codeWidth: null };

describe('an arrangement', () => {
  it('remembers the fold of the guide and the sizes', async () => {
    const { foldGuide, resize } = await visit();
    foldGuide('other way');
    resize({ heights: { code: 0.5, report: 0.2 } });
    expect((await visit()).now()).toEqual({
      ...usual,
      guide: 'folded',
      heights: { code: 0.5, report: 0.2 },
    });
  });

  it('gives sizes back', async () => {
    const { resize, foldGuide, now } = await visit();
    resize({ guideWidth: 300 });
    resize({ guideWidth: null });
    foldGuide('other way');
    foldGuide('other way');
    expect(now()).toEqual(usual);
  });

  it('has a name for this visit only: nobody is to find a projector’s page at home', async () => {
    const { arrange, now } = await visit();
    arrange('present');
    expect(now().name).toBe('present');
    expect(storage.entries.has(KEY)).toBe(false);
    expect((await visit()).now().name).toBe('lesson');
  });

  it('takes what it can read of what is kept, and leaves the rest', async () => {
    storage.entries.set(KEY, '{"guide":"folded","heights":{"code":7},"later":1}');
    const { now, resize } = await visit();
    expect(now()).toEqual({ ...usual, guide: 'folded' });
    resize({ guideWidth: 280 });
    expect(JSON.parse(storage.entries.get(KEY) ?? '')).toMatchObject({ later: 1, guideWidth: 280 });
  });
});
