/** The files of a built page, as its service worker knows them. */

/** A file that a version of the page needs. */
export interface PageFile {
  /** relative to the page */
  readonly url: string;
  /** a hash of its content; null where the name has one already */
  readonly revision: string | null;
  readonly size: number;
}

/** What belongs to Python packages, which only some lessons need, apart from all other files: see `boot/built-files.ts`. */
export interface BuiltFiles {
  readonly page: readonly PageFile[];
  /** relative to the page; their names have a hash of their content */
  readonly packages: readonly string[];
}

const NAME = /([^/]+)-[0-9a-f]{8,}\.bin$/;

/** Which of `packages` are other versions of what lies under these addresses. */
export function newerOf(kept: readonly string[], packages: readonly string[]): string[] {
  const names = new Set(kept.map(nameOf));
  return packages.filter((url) => names.has(nameOf(url)) && !kept.includes(url));
}

function nameOf(url: string): string {
  return NAME.exec(url)?.[1] ?? url;
}
