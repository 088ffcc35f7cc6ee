/** What goes wrong with a download. */

/** A file of the image, or a part of the page, could not be had. */
export class DownloadError extends Error {
  readonly file: string;
  constructor(file: string, cause: unknown) {
    super(`could not download ${file}`, { cause });
    this.file = file;
  }
}
