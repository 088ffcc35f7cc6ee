/** What sessions need of the browser, so that tests can bring their own. */
export interface Platform {
  /** `performance.now()`, milliseconds */
  now(): number;
  /** calls back before the next frame is drawn */
  nextFrame(then: () => void): void;
  /** puts text on the clipboard; rejects where the browser refuses */
  copy(text: string): Promise<void>;
  /** offers text to be kept as a file on the person's disk */
  save(name: string, text: string): void;
  /** the name of this tab of the browser; see `nameOfTab` */
  readonly tab: string;
}
