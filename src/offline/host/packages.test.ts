import { afterEach, expect, test, vi } from 'vitest';
import { keepArchives, missingArchives } from './packages.ts';

const base = new URL('https://a.example/sub/');
const archives = [
  { address: 'https://a.example/sub/python/package-tea-0123abcd.bin', size: 70 },
  { address: 'https://a.example/sub/python/package-cup-0123abcd.bin', size: 30 },
];

/** A browser's cache that has some archives, and takes others as `add` says. */
function cacheWith(kept: readonly string[], add: (address: string) => Promise<void>): void {
  const held = new Set(kept);
  const cache = {
    match: async (address: string) => (held.has(address) ? new Response() : undefined),
    add: async (address: string) => {
      await add(address);
      held.add(address);
    },
  };
  vi.stubGlobal('caches', { open: async () => cache });
}

afterEach(() => vi.unstubAllGlobals());

test('only what is missing is fetched, and it is said how far that is', async () => {
  cacheWith([archives[0]?.address ?? ''], async () => {});
  const said: (readonly [number, number])[] = [];
  expect(await keepArchives(archives, base, (...progress) => said.push(progress))).toBeNull();
  expect(said).toEqual([
    [0, 30],
    [30, 30],
  ]);
  expect(await missingArchives(archives, base)).toEqual([]);
});

test('a cache without room, a host that is gone and a browser that refuses are told apart', async () => {
  const errors = [
    [new DOMException('', 'QuotaExceededError'), 'full'],
    [new TypeError('Failed to fetch'), 'network'],
    [new DOMException('', 'SecurityError'), 'refused'],
  ] as const;
  for (const [error, why] of errors) {
    cacheWith([], () => Promise.reject(error));
    expect(await keepArchives(archives, base, () => {})).toBe(why);
    expect(await missingArchives(archives, base)).toEqual(archives);
  }
});
