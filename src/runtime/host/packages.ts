/** The Python packages of this page: fetched when a run first asks for them, and kept for the runs that follow. */
import type { PackageArchive } from '../protocol.ts';
import { imageFolder, manifest } from './build.ts';
import { canSuspend } from '../worker/carriers.ts';
import type { Progress } from '../download/messages.ts';
import type { Downloader } from './downloader.ts';

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
  const { parked } = manifest;
  const memory = parked !== null && canSuspend() && needed.includes(parked.package) ? [parked.file] : [];
  const files = needed.flatMap((name) => known[name]?.file ?? []);
  return [...files, ...memory].map(({ name, packed }) => ({
    address: new URL(imageFolder + name, base).href,
    size: packed,
  }));
}

export class Packages {
  private readonly had = new Map<string, ArrayBuffer>();
  private readonly wanted = new Set<string>();
  /** What was asked for last, with all that it needs. */
  private last: readonly string[] = [];

  /** Notes that these are needed; `fetch` brings them. */
  want(names: readonly string[]): void {
    this.last = withNeeds(names);
    for (const name of this.last) this.wanted.add(name);
  }

  /** Wants no more what is not here. */
  giveUp(): void {
    for (const name of this.absent) this.wanted.delete(name);
  }

  /** Whether what was asked for last has a package for which there is a memory with it imported. */
  get wantsParked(): boolean {
    return manifest.parked !== null && this.last.includes(manifest.parked.package);
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
    await downloader.files(files, again, progress, (index, content) => {
      const name = absent[index]?.name;
      if (name !== undefined) this.had.set(name, content);
    });
  }

  /** The archives for a run that asks for these; null while one of them is still on its way. */
  of(names: readonly string[]): readonly PackageArchive[] | null {
    const archives = withNeeds(names).map((name) => ({ name, archive: this.had.get(name) }));
    const here = archives.flatMap(({ name, archive }) => (archive === undefined ? [] : [{ name, archive }]));
    return here.length === archives.length ? here : null;
  }
}
