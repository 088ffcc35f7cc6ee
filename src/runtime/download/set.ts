/** A set of files on its way: whoever wants it is given each file as soon as it is here, or at once if it is here already. */
import type { PackedFile } from '../boot/image.ts';
import { download, type Piece, unpackAgain } from './download.ts';
import type { NamedFile, Progress } from './messages.ts';

type Name = NamedFile[0];
type Take = (name: Name, content: ArrayBuffer) => void;

/** What workers need last: the others do not share the connection with it. */
const LAST: Name = 'library';
/** With this a program can run without what comes last, which is not to take the processor from it: for so long, at most. */
const ENOUGH: Name = 'memory';
const PATIENCE_MS = 500;

export class SetDownload {
  private readonly here = new Map<Name, KeptFile>();
  private readonly takers = new Set<(name: Name, file: KeptFile) => void>();
  private readonly listeners = new Set<Progress>();
  private progress: readonly [loaded: number, total: number] = [0, 0];
  private readonly whole: Promise<void>;

  private constructor(begin: (set: SetDownload) => Promise<void>) {
    this.whole = begin(this);
    // Whoever wants the files hears of it.
    this.whole.catch(() => {});
  }

  /**
   * Begins. `again`: what the browser has kept of an earlier try is not used. What comes last waits for `nobodyWaits` where
   * Python can run without, or for a while.
   */
  static begin(
    from: string,
    files: readonly NamedFile[],
    again: boolean,
    nobodyWaits: Promise<void>,
  ): SetDownload {
    return new SetDownload((set) => set.fetch(from, files, again, nobodyWaits));
  }

  /** Of files that `kept` has given, in their order. */
  static ofKept(files: readonly NamedFile[], blobs: readonly Blob[]): SetDownload {
    return new SetDownload(async (set) => {
      for (const [index, [name, file]] of files.entries()) {
        const blob = blobs[index];
        if (blob === undefined) throw new Error(`${name} was not kept`);
        set.put(name, new KeptFile(file, blob, null));
      }
      const total = files.reduce((sum, [, { packed }]) => sum + packed, 0);
      set.progress = [total, total];
    });
  }

  private fetch(
    from: string,
    files: readonly NamedFile[],
    again: boolean,
    nobodyWaits: Promise<void>,
  ): Promise<void> {
    const packed = files.map(([, file]) => file);
    return download(
      packed,
      { from, again },
      (loaded, total) => {
        this.progress = [loaded, total];
        for (const listener of this.listeners) listener(loaded, total);
      },
      async (get) => {
        const fetched = async ([name, file]: NamedFile): Promise<void> => {
          const pieces: Piece[] = [];
          const content = await get(file, pieces);
          this.put(name, new KeptFile(file, pieces, content));
        };
        await Promise.all(files.filter(([name]) => name !== LAST).map(fetched));
        if (files.some(([name]) => name === ENOUGH)) {
          await Promise.race([nobodyWaits, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
        }
        await Promise.all(files.filter(([name]) => name === LAST).map(fetched));
      },
    );
  }

  /** The files as they came, in this order; null where not all have come. */
  kept(files: readonly NamedFile[]): Blob[] | null {
    const found = files.map(([name]) => this.here.get(name)?.packed);
    return found.includes(undefined) ? null : found.map((packed) => blobOf(packed ?? []));
  }

  /** Calls `take` with every file, which is the taker's own, and `progress` meanwhile. Rejects with a `DownloadError`. */
  async giveTo(take: Take, progress: Progress): Promise<void> {
    const given: Promise<void>[] = [];
    const give = (name: Name, file: KeptFile): void => {
      given.push(file.take().then((content) => take(name, content)));
    };
    for (const [name, file] of this.here) give(name, file);
    this.takers.add(give);
    this.listeners.add(progress);
    progress(...this.progress);
    try {
      await this.whole;
      await Promise.all(given);
    } finally {
      this.takers.delete(give);
      this.listeners.delete(progress);
    }
  }

  private put(name: Name, file: KeptFile): void {
    this.here.set(name, file);
    for (const give of this.takers) give(name, file);
  }
}

/** A file that is here: as it came, and unpacked until somebody takes it. */
class KeptFile {
  readonly packed: readonly Piece[] | Blob;
  private readonly file: PackedFile;
  private content: ArrayBuffer | null;

  constructor(file: PackedFile, packed: readonly Piece[] | Blob, content: ArrayBuffer | null) {
    this.file = file;
    this.packed = packed;
    this.content = content;
  }

  async take(): Promise<ArrayBuffer> {
    const { content } = this;
    this.content = null;
    return content ?? (await unpackAgain(this.packed, this.file));
  }
}

const blobOf = (packed: readonly Piece[] | Blob): Blob =>
  packed instanceof Blob ? packed : new Blob([...packed]);
