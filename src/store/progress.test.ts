/** Progress that is kept: across visits, beside what another tab keeps, and never over what cannot be read. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { storageOf } from '../base/storageInMemory.ts';

const KEY = 'faultline/progress/v1';
let storage: ReturnType<typeof storageOf>;

/** The page as it is opened. */
async function visit() {
  vi.resetModules();
  const { useProgress, noteSeen, rereadProgress } = await import('./progress.ts');
  return { now: () => useProgress.getState(), noteSeen, rereadProgress };
}

beforeEach(() => {
  storage = storageOf();
  vi.stubGlobal('localStorage', storage);
});
afterEach(() => void vi.unstubAllGlobals());

const step = (number: number, answered: number[] = []) => ({
  lesson: 'imports',
  within: 'imports',
  step: number,
  answered,
});

describe('progress', () => {
  it('lasts until the next visit: steps, answers and the last place', async () => {
    const first = await visit();
    first.noteSeen(step(2, [0]));
    first.noteSeen(step(0));
    expect((await visit()).now()).toEqual({
      lessons: { imports: { seen: [0, 2], answered: [0] } },
      last: { lesson: 'imports', step: 0 },
    });
  });

  it('of a published program counts for its lesson', async () => {
    const { noteSeen, now } = await visit();
    noteSeen({ lesson: 'imports.cause', within: 'imports', step: 7, answered: [] });
    expect(now()).toEqual({
      lessons: { imports: { seen: [7], answered: [] } },
      last: { lesson: 'imports.cause', step: 0 },
    });
  });

  it('of two tabs is joined', async () => {
    const one = await visit();
    one.noteSeen(step(1));
    const other = await visit();
    other.noteSeen(step(3, [3]));
    one.noteSeen(step(2));
    const both = { seen: [1, 2, 3], answered: [3] };
    expect(one.now()).toEqual({ lessons: { imports: both }, last: { lesson: 'imports', step: 2 } });
    other.rereadProgress();
    expect(other.now()).toEqual(one.now());
  });

  it('begins anew where what lies there cannot be read, and moves that aside', async () => {
    storage.setItem(KEY, '{"lessons":3}');
    const { noteSeen, now } = await visit();
    expect(now()).toEqual({ lessons: {}, last: null });
    noteSeen(step(1));
    expect([...storage.entries.values()]).toContain('{"lessons":3}');
    expect((await visit()).now().last).toEqual({ lesson: 'imports', step: 1 });
  });

  it('lasts as long as the page where nothing is kept', async () => {
    vi.stubGlobal('localStorage', undefined);
    const { noteSeen, now } = await visit();
    expect(noteSeen(step(1))).toBe('denied');
    expect(now().last).toEqual({ lesson: 'imports', step: 1 });
  });
});
