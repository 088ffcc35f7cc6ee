/** Addresses of the page: what the part after `#` means. Pure. */

export type Route =
  | { readonly kind: 'home' }
  | { readonly kind: 'about' }
  | { readonly kind: 'lesson'; readonly id: string }
  | { readonly kind: 'unknown'; readonly address: string };

/** `''`, `#`, `#/` are home; `#/about` is about all this; `#/asyncio` is a lesson if it is among the known ones; everything else is unknown. */
export function routeOf(hash: string, lessonIds: readonly string[]): Route {
  const path = readable(hash.replace(/^#/, ''));
  if (path === '' || path === '/') return { kind: 'home' };
  if (/^\/about\/?$/.test(path)) return { kind: 'about' };
  const id = /^\/([^/]+)\/?$/.exec(path)?.[1];
  return id !== undefined && lessonIds.includes(id)
    ? { kind: 'lesson', id }
    : { kind: 'unknown', address: `#${path}` };
}

export const homeAddress = '#/';
export const aboutAddress = '#/about';

export function lessonAddress(id: string): string {
  return `#/${encodeURIComponent(id)}`;
}

function readable(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
