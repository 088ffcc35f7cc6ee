/** What of the page is on this device, for use without a network, and whether a new version of it is ready. */
import { create } from 'zustand';
import type { NotKept } from '../offline/caches.ts';
import type { Unsupported } from '../offline/host/support.ts';

/** The Python packages, which only some lessons need. Sizes are bytes, as they travel. */
export type PackageCopies =
  | { readonly kind: 'all' }
  | { readonly kind: 'missing'; readonly size: number }
  | { readonly kind: 'copying'; readonly copied: number; readonly total: number }
  | { readonly kind: 'not copied'; readonly why: NotKept; readonly size: number };

/** The page with Python. */
export type Copies =
  | { readonly kind: 'unsupported'; readonly why: Unsupported }
  /** `total` is 0 until it is known */
  | { readonly kind: 'copying'; readonly copied: number; readonly total: number }
  | { readonly kind: 'not copied'; readonly why: NotKept }
  | { readonly kind: 'copied'; readonly packages: PackageCopies };

/** This page is the newest known; a newer one waits; a newer one has taken over, and this page is still the old one. */
export type Version = 'newest' | 'waiting' | 'replaced';

interface Offline {
  readonly copies: Copies;
  readonly version: Version;
  /** whether the person has put off what is said of the version */
  readonly putOff: boolean;
}

export const useOffline = create<Offline>()(() => ({
  copies: { kind: 'copying', copied: 0, total: 0 },
  version: 'newest',
  putOff: false,
}));

/** What has become of the copy of the page. */
export function setCopies(copies: Copies): void {
  useOffline.setState({ copies });
}

/** What has become of the packages; they are kept beside a page that is. */
export function setPackageCopies(packages: PackageCopies): void {
  useOffline.setState(({ copies }) =>
    copies.kind === 'copied' ? { copies: { kind: 'copied', packages } } : {},
  );
}

/** Another version is to be spoken of, also where the one before was put off. */
export function setVersion(version: Version): void {
  useOffline.setState({ version, putOff: false });
}

export function putVersionOff(): void {
  useOffline.setState({ putOff: true });
}
