/** The Python packages of this page: fetched when a run first asks for them, and kept for the runs that follow. */
import type { PackageArchive } from '../protocol.ts';
import { imageFolder, manifest } from './build.ts';
import type { Downloader, Progress } from './downloader.ts';

const known = manifest.packages;

/** The version of a package that this page has; null where it could not be had when the page was built. */
export function packageVersion(name: string): string | null {
  return known[name]?.version ?? null;
}

/** Names with all that they need, the needed ones first; what this page does not have is left out. */
function withNeeds(names: readonly string[], taken: Set<string> = new Set()): string[] {
  for (const name of names) {
    const found = known[name];
    if (found === undefined || taken.has(name)) continue;
    withNeeds(found.needs, taken);
    taken.add(name);
  }
  return [...taken];
}

/**
 * Where the archives of these packages, or of all, are for a page at `base`, and how large they are as they travel; and
 * the memory in which one of them is imported.
 */
export function archivesOf(
  names: readonly string[] | 'all',
  base: URL,
): { readonly address: string; readonly size: number }[] {
  const needed = withNeeds(names === 'all' ? Object.keys(known) : names);
  const { imported } = manifest;
  const memory = imported !== null && needed.includes(imported.package) ? [imported.file] : [];
  const files = needed.flatMap((name) => known[name]?.file ?? []);
  return [...files, ...memory].map(({ name, packed }) => ({
    address: new URL(imageFolder + name, base).href,
    size: packed,
  }));
}

export class Packages {
  private readonly had = new Map<string, ArrayBuffer>();
  private readonly wanted = new Set<string>();

  /** Notes that these are needed; `fetch` brings them. */
  want(names: readonly string[]): void {
    for (const name of withNeeds(names)) this.wanted.add(name);
  }

  /** Wants no more what is not here. */
  giveUp(): void {
    for (const name of this.absent) this.wanted.delete(name);
  }

  /** Whether a package is wanted for which there is a memory with it imported. */
  get importsEarly(): boolean {
    return manifest.imported !== null && this.wanted.has(manifest.imported.package);
  }

  /** What is wanted and not here. */
  get absent(): readonly string[] {
    return [...this.wanted].filter((name) => !this.had.has(name));
  }

  /** True when everything that was wanted is here. */
  get complete(): boolean {
    return this.absent.length === 0;
  }

  /** Fetches what is wanted and not here yet. Rejects with a `DownloadError`. */
  async fetch(downloader: Downloader, again: boolean, progress: Progress): Promise<void> {
    const absent = this.absent.flatMap((name) => {
      const found = known[name];
      return found === undefined ? [] : [{ name, file: found.file }];
    });
    const files = absent.map(({ file }) => file);
    const contents = await downloader.files(files, again, progress);
    for (const [index, { name }] of absent.entries()) {
      const content = contents[index];
      if (content !== undefined) this.had.set(name, content);
    }
  }

  /** The archives for a run that asks for these; null while one of them is still on its way. */
  of(names: readonly string[]): readonly PackageArchive[] | null {
    const archives = withNeeds(names).map((name) => ({ name, archive: this.had.get(name) }));
    const here = archives.flatMap(({ name, archive }) => (archive === undefined ? [] : [{ name, archive }]));
    return here.length === archives.length ? here : null;
  }
}
