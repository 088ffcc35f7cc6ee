import { expect, test } from 'vitest';
import { cacheNamesOf } from '../caches.ts';
import { tidy } from './tidy.ts';

const scope = 'https://a.example/sub/';
const names = cacheNamesOf(scope);
const at = (path: string) => new URL(path, scope).href;

/** Caches as a browser has them, in memory: as much of them as is used. */
function cachesWith(contents: Readonly<Record<string, readonly string[]>>) {
  const all = new Map<string, Map<string, Response>>();
  const open = (name: string) => {
    const held = all.get(name) ?? new Map<string, Response>();
    all.set(name, held);
    return Promise.resolve({
      keys: async () => [...held.keys()].map((url) => ({ url })),
      match: async (url: string) => held.get(url)?.clone(),
      put: async (url: string, response: Response) => void held.set(url, response),
      delete: async (url: string) => held.delete(url),
    });
  };
  for (const [name, urls] of Object.entries(contents)) {
    all.set(name, new Map(urls.map((url) => [url, new Response()])));
  }
  return {
    storage: { open, keys: async () => [...all.keys()], delete: async (name: string) => all.delete(name) },
    held: (name: string) => [...(all.get(name)?.keys() ?? [])].filter((url) => !url.endsWith('?needed')),
    names: () => [...all.keys()],
  };
}

test('what this version and the one before need stays, what is older goes', async () => {
  const other = cacheNamesOf('https://a.example/other/').page;
  const {
    storage,
    held,
    names: left,
  } = cachesWith({
    [names.page]: [at('a1.js'), at('both.js')],
    [names.packages]: [at('tea1.bin')],
    [`faultline of-old ${scope}`]: [at('x.js')],
    [other]: [at('other.js')],
  });
  await tidy(storage, scope, [at('a1.js'), at('both.js'), at('tea1.bin')]);
  expect(left()).toEqual([names.page, names.packages, other]);

  const add = async (name: string, path: string) => (await storage.open(name)).put(at(path), new Response());
  await add(names.page, 'a2.js');
  await tidy(storage, scope, [at('a2.js'), at('both.js')]);
  expect(held(names.page)).toEqual([at('a1.js'), at('both.js'), at('a2.js')]);
  expect(held(names.packages)).toEqual([at('tea1.bin')]);

  await add(names.page, 'a3.js');
  await tidy(storage, scope, [at('a3.js'), at('both.js')]);
  expect(held(names.page)).toEqual([at('both.js'), at('a2.js'), at('a3.js')]);
  expect(held(names.packages)).toEqual([]);
  expect(held(other)).toEqual([at('other.js')]);
});
