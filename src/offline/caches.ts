/** Where the copies for offline use lie in the browser: the page with Python in one cache, packages in another. */

interface CacheNames {
  readonly page: string;
  readonly packages: string;
}

/** The caches of the page at `scope`. Other pages on the same host, also other copies of this one, have their own. */
export function cacheNamesOf(scope: string): CacheNames {
  return { page: `faultline page ${scope}`, packages: `faultline packages ${scope}` };
}

/** Whether a cache was made for the page at `scope`, by this version or by another. */
export function isCacheOf(name: string, scope: string): boolean {
  return name.startsWith('faultline ') && name.endsWith(` ${scope}`);
}

/** Why something could not be kept: no room, no answer from the host, or the browser keeps nothing for this page. */
export type NotKept = 'full' | 'network' | 'refused';

/** What an error of the browser says about that. */
export function whyNotKept(error: unknown): NotKept {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError' || name === 'NS_ERROR_DOM_QUOTA_REACHED') return 'full';
  return name === 'SecurityError' || name === 'InvalidStateError' ? 'refused' : 'network';
}
