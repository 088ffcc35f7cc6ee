/** What goes wrong with a download. */

/** A file of the image, or a part of the page, could not be had. */
export class DownloadError extends Error {
  /** null where it is none of the image's */
  readonly file: string | null;
  constructor(file: string | null, cause: unknown) {
    super(`could not download ${file ?? 'what downloads'}`, { cause });
    this.file = file;
  }
}
