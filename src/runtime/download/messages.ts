/** What the page and the worker that downloads say to each other. */
import * as v from 'valibot';
import type { ImageFile, PackedFile } from '../boot/image.ts';

/** Bytes as they travel, of all files of a download together. */
export type Progress = (loaded: number, total: number) => void;

/** A file with its name in the image. */
export type NamedFile = readonly [name: ImageFile | 'parked', file: PackedFile];

/** Files that are had together: the image, and what a package adds to its memory. */
export type FileSet = 'image' | 'parked';

/**
 * The worker's name, as JSON: the files, in the order they are needed, and the address of the folder they are in. The
 * first one begins with the image at once: what the page posts comes only when the page has the time for it.
 */
export interface FileSource {
  /** It begins with the image at once. */
  readonly begins: boolean;
  readonly from: string;
  readonly sets: Readonly<Record<FileSet, readonly NamedFile[]>>;
}

/**
 * From the page; `id` is which of its orders it is. With `set` comes a port that the files are given to, one by one, and
 * `whole` after those of the image. They are kept, and another such order is answered from memory, unless it says `again`.
 * What `files` brings is given back, one by one, and forgotten; with `again` without what the browser has kept of an earlier try.
 * `go on` says that Python has started, and nobody waits for a run: what it does without at first may come now.
 * `close` comes when there is nothing to do: the answer is `closed`, and the worker is ended. What it gives then is given to
 * the next one, as `kept`, before anything is asked of that.
 */
export type DownloadOrder =
  | { readonly kind: 'go on' }
  | { readonly kind: 'close' }
  | { readonly kind: 'kept'; readonly sets: KeptSets }
  | { readonly kind: 'set'; readonly id: number; readonly set: FileSet; readonly again: boolean }
  | {
      readonly kind: 'files';
      readonly id: number;
      readonly again: boolean;
      readonly files: readonly PackedFile[];
    };

const id = v.number();
const blobs = v.exactOptional(v.array(v.instance(Blob)));

/** The files of a set as they came, in its order. The browser keeps a `Blob` outside the page. */
const KeptSetsSchema = v.object({ image: blobs, parked: blobs });
export type KeptSets = v.InferOutput<typeof KeptSetsSchema>;

/**
 * To the page: any number of `progress`, in bytes as they travel, and of `content`, by its place among the `files` asked
 * for; then `done` or `failed`. `file` is null where it was none of them.
 */
export const DownloadReplySchema = v.variant('kind', [
  v.object({ kind: v.literal('progress'), id, loaded: v.number(), total: v.number() }),
  v.object({ kind: v.literal('content'), id, index: v.number(), content: v.instance(ArrayBuffer) }),
  v.object({ kind: v.literal('done'), id }),
  v.object({ kind: v.literal('closed'), sets: KeptSetsSchema }),
  v.object({ kind: v.literal('failed'), id, file: v.nullable(v.string()), detail: v.string() }),
]);
export type DownloadReply = v.InferOutput<typeof DownloadReplySchema>;
