/** Ordered stream: the events of a run one after another, each by where it stands in the picture. Types only. */
import type { Micros, TrackId, WORDS } from './vocabulary.ts';

export type Word = (typeof WORDS)[number];

/**
 * A picture holds what each lane did; the stream says what came when among them all, so that a view of order need not
 * sort the lanes back into one. It grows with the run: what was read once stays as it is.
 */
export interface OrderedStream {
  /** how many events there are; the first is number 0 */
  readonly count: number;
  /** infinite for a negative number, which stands for no event */
  timeAt(event: number): Micros;
  wordAt(event: number): Word;
  trackAt(event: number): TrackId;
  /**
   * Which of its lane's: `open` and `close` of its spans, `state` of its stretches, `mark`, `gauge`, `tally` and `link` of
   * its marks, levels, totals and links. `print` counts the prints of the picture, `track` the tracks.
   */
  indexAt(event: number): number;
}
