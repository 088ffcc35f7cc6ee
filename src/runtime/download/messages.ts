/** What the page and the worker that downloads for it say to each other. */
import * as v from 'valibot';
import type { ImageFile, PackedFile } from '../boot/image.ts';

/** Files to be had from the folder `from`, an address. `again`: what was had before is not used. */
interface Asked {
  /** which of the page's requests it is */
  readonly id: number;
  readonly from: string;
  readonly again: boolean;
}

/**
 * From the page. With `image` comes a port that the files are given to, one by one, and `whole` after them: they are kept,
 * and another such order is answered from memory. What `files` brings is given back and forgotten.
 */
export type DownloadOrder =
  | (Asked & { readonly kind: 'image'; readonly files: readonly NamedFile[] })
  | (Asked & { readonly kind: 'files'; readonly files: readonly PackedFile[] });

/** A file of the image with its name in it; in the order they are needed. */
export type NamedFile = readonly [name: ImageFile, file: PackedFile];

const id = v.number();

/** To the page: any number of `progress` in bytes as they travel, then one of the others. */
export const DownloadReplySchema = v.variant('kind', [
  v.object({ kind: v.literal('progress'), id, loaded: v.number(), total: v.number() }),
  v.object({ kind: v.literal('done'), id, contents: v.array(v.instance(ArrayBuffer)) }),
  v.object({ kind: v.literal('failed'), id, file: v.string(), detail: v.string() }),
]);
export type DownloadReply = v.InferOutput<typeof DownloadReplySchema>;
