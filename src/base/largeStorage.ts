/**
 * Storage for what is too large for local storage, in a database of the browser. Values lie under names as in
 * `storage.ts`, each with its version. Nothing here throws: what the browser refuses is reported. Whoever reads a value
 * parses it by a schema.
 */
import { createStore, delMany, get, keys, set } from 'idb-keyval';
import { isFull, type Kept } from './storage.ts';

const DATABASE = 'faultline';
const TABLE = 'large';

/** What is used of it; a test may bring its own. */
export interface LargeStorage {
  /** what lies there, unread; undefined where that is nothing, or the browser lets nothing be read */
  get(name: string): Promise<unknown>;
  set(name: string, value: unknown): Promise<Kept>;
  remove(names: readonly string[]): Promise<Kept>;
  names(): Promise<readonly string[]>;
}

/** That of the browser. */
export function browserLargeStorage(): LargeStorage {
  let opened: ReturnType<typeof createStore> | undefined;
  // Opened when it is first used: a browser that has none refuses that, not the page.
  const store = () => (opened ??= createStore(DATABASE, TABLE));
  return {
    get: (name) => attempt(() => get<unknown>(name, store()), undefined),
    set: (name, value) => kept(() => set(name, value, store())),
    remove: (names) => kept(() => delMany([...names], store())),
    names: () => attempt(async () => (await keys(store())).filter((key) => typeof key === 'string'), []),
  };
}

async function attempt<Value>(body: () => Promise<Value>, otherwise: Value): Promise<Value> {
  try {
    return await body();
  } catch {
    return otherwise;
  }
}

async function kept(body: () => Promise<void>): Promise<Kept> {
  try {
    await body();
    return 'kept';
  } catch (error) {
    return isFull(error) ? 'full' : 'denied';
  }
}
