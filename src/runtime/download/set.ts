/** A set of files on its way: whoever wants it is given each file as soon as it is here, or at once if it is here already. */
import { download } from './download.ts';
import type { NamedFile, Progress } from './messages.ts';

type Name = NamedFile[0];
type Take = (name: Name, content: ArrayBuffer) => void;

/** What workers need last: the others do not share the connection with it. */
const LAST: Name = 'library';

export class SetDownload {
  private readonly here = new Map<Name, ArrayBuffer>();
  private readonly takers = new Set<Take>();
  private readonly listeners = new Set<Progress>();
  private progress: readonly [loaded: number, total: number] = [0, 0];
  private readonly whole: Promise<void>;

  /** Begins. `again`: what the browser has kept of an earlier try is not used. */
  constructor(from: string, files: readonly NamedFile[], again: boolean) {
    const packed = files.map(([, file]) => file);
    this.whole = download(
      packed,
      { from, again },
      (loaded, total) => {
        this.progress = [loaded, total];
        for (const listener of this.listeners) listener(loaded, total);
      },
      async (get) => {
        const fetched = async ([name, file]: NamedFile): Promise<void> => this.put(name, await get(file));
        await Promise.all(files.filter(([name]) => name !== LAST).map(fetched));
        await Promise.all(files.filter(([name]) => name === LAST).map(fetched));
      },
    );
    // Whoever wants the files hears of it.
    this.whole.catch(() => {});
  }

  /** Calls `take` with every file, and `progress` meanwhile. Rejects with a `DownloadError`. */
  async giveTo(take: Take, progress: Progress): Promise<void> {
    for (const [name, content] of this.here) take(name, content);
    this.takers.add(take);
    this.listeners.add(progress);
    progress(...this.progress);
    try {
      await this.whole;
    } finally {
      this.takers.delete(take);
      this.listeners.delete(progress);
    }
  }

  private put(name: Name, content: ArrayBuffer): void {
    this.here.set(name, content);
    for (const take of this.takers) take(name, content);
  }
}
