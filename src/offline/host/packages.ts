/** Keeps archives of Python packages for offline use. */
import { cacheNamesOf, type NotKept, whyNotKept } from '../caches.ts';

/** An archive: its address, and its size as it travels. */
export interface Archive {
  readonly address: string;
  readonly size: number;
}

/** Those of `archives` that are not kept for the page at `base`. */
export async function missingArchives(archives: readonly Archive[], base: URL): Promise<readonly Archive[]> {
  const cache = await caches.open(cacheNamesOf(base.href).packages);
  const kept = await Promise.all(archives.map(({ address }) => cache.match(address)));
  return archives.filter((_, index) => kept[index] === undefined);
}

/** Keeps what is missing of them. `progress` is told the bytes kept of those that were missing. */
export async function keepArchives(
  archives: readonly Archive[],
  base: URL,
  progress: (kept: number, total: number) => void,
): Promise<NotKept | null> {
  try {
    const cache = await caches.open(cacheNamesOf(base.href).packages);
    const missing = await missingArchives(archives, base);
    const total = missing.reduce((sum, { size }) => sum + size, 0);
    let kept = 0;
    for (const { address, size } of missing) {
      progress(kept, total);
      // Rejects an answer that is an error.
      await cache.add(address);
      kept += size;
    }
    progress(kept, total);
    return null;
  } catch (error) {
    return whyNotKept(error);
  }
}
