/** Removes the copies that nobody needs any more. */
import * as v from 'valibot';
import { cacheNamesOf, isCacheOf } from '../caches.ts';

/** Under this address, which no file has, a version leaves what it needs, for the version that follows. */
const LIST = '?needed';
const ListSchema = v.array(v.string());

/** As much of the browser's caches as is used here. */
interface Held {
  keys(): Promise<readonly { readonly url: string }[]>;
  match(url: string): Promise<Response | undefined>;
  put(url: string, response: Response): Promise<void>;
  delete(url: string): Promise<boolean>;
}
interface Caches {
  open(name: string): Promise<Held>;
  keys(): Promise<string[]>;
  delete(name: string): Promise<boolean>;
}

/**
 * Keeps what this version needs, and what the one before did: a tab that has not been loaded since still asks for files
 * of that.
 */
export async function tidy(caches: Caches, scope: string, needed: readonly string[]): Promise<void> {
  const names = cacheNamesOf(scope);
  const page = await caches.open(names.page);
  const list = new URL(LIST, scope).href;
  const before = v.safeParse(ListSchema, await (await page.match(list))?.json());
  const staying = new Set([...needed, ...(before.success ? before.output : []), list]);
  for (const name of await caches.keys()) {
    if (!isCacheOf(name, scope)) continue;
    if (!Object.values(names).includes(name)) await caches.delete(name);
    else await removeOthers(await caches.open(name), staying);
  }
  await page.put(list, Response.json(needed));
}

async function removeOthers(cache: Held, staying: ReadonlySet<string>): Promise<void> {
  for (const request of await cache.keys()) if (!staying.has(request.url)) await cache.delete(request.url);
}
