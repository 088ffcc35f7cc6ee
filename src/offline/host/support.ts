/** Whether this browser, at this address, can keep a page for offline use. */

/** Why it cannot: opened as a file, no secure address, a browser that lacks it, or a page served while it is written. */
export type Unsupported = 'file' | 'insecure' | 'browser' | 'development';

interface Surroundings {
  readonly protocol: string;
  readonly isSecure: boolean;
  readonly hasWorkers: boolean;
  readonly hasCaches: boolean;
  readonly isDevelopment: boolean;
}

/** Null where it can. */
export function whyUnsupported(around: Surroundings): Unsupported | null {
  if (around.isDevelopment) return 'development';
  if (around.protocol === 'file:') return 'file';
  if (!around.isSecure) return 'insecure';
  return around.hasWorkers && around.hasCaches ? null : 'browser';
}

/** What surrounds this page. */
export function surroundings(): Surroundings {
  return {
    protocol: location.protocol,
    isSecure: isSecureContext,
    hasWorkers: 'serviceWorker' in navigator,
    hasCaches: 'caches' in globalThis,
    isDevelopment: import.meta.env.DEV,
  };
}
