/** What sessions need of the browser, so that tests can bring their own. */
export interface Platform {
  /** `performance.now()`, milliseconds */
  now(): number;
  /** calls back before the next frame is drawn */
  nextFrame(then: () => void): void;
  /** puts text on the clipboard; rejects where the browser refuses */
  copy(text: string): Promise<void>;
  /** offers a file to be kept on the person's disk; plain text, where no type is named */
  save(name: string, content: BlobPart, type?: string): void;
  /** the name of this tab of the browser; see `nameOfTab` */
  readonly tab: string;
}
