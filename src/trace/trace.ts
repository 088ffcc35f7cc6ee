/** Trace: the event stream of one run, kept as columns, with the picture it adds up to. */
import { done, type Result } from '../base/result.ts';
import { checkBatch, Known } from './check.ts';
import { Columns, NOWHERE, rowOf, writeRow } from './columns.ts';
import { decode, Names } from './decode.ts';
import { GrowingPicture, type Picture } from './picture.ts';
import { countUntil } from './binarySearch.ts';
import { RECORD_INTS, type Micros, type Place, type TraceEvent } from './vocabulary.ts';

export class Trace {
  #known = new Known();
  #names = new Names();
  #columns = new Columns();
  #picture = new GrowingPicture(this.#columns);

  /** What the events add up to. The same object for the life of the trace; its `version` changes with it. */
  get picture(): Picture {
    return this.#picture;
  }

  /** How many events there are. */
  get count(): number {
    return this.#columns.count;
  }

  /**
   * Takes a batch in the wire form, with the strings that are new in it. Every record is checked first: a batch that
   * does not hold changes nothing, and the error says which record is at fault.
   */
  append(records: Int32Array, strings: readonly string[]): Result<void, string> {
    const verdict = checkBatch(records, strings.length, this.#known);
    if (!verdict.ok) return verdict;
    verdict.value();
    this.#names.add(strings);
    for (let index = 0; index < records.length / RECORD_INTS; index += 1) {
      const row = rowOf(records, index);
      this.#columns.push(row, this.#picture.fold(decode(row, this.#names)));
    }
    return done;
  }

  /** All events so far as one batch in the wire form, with all strings: a trace that appends it is as this one. */
  batch(): { readonly records: Int32Array; readonly strings: readonly string[] } {
    const records = new Int32Array(this.count * RECORD_INTS);
    for (let index = 0; index < this.count; index += 1) writeRow(records, index, this.#columns.rowAt(index));
    return { records, strings: [...this.#names.strings] };
  }

  /** @throws RangeError when there is no event `index`. */
  eventAt(index: number): TraceEvent {
    return decode(this.#columns.rowAt(index), this.#names);
  }

  /** The time of the first event after this moment. */
  nextEventTime(after: Micros): Micros | null {
    let index = this.#countUntil(after);
    while (index < this.count && this.#declares(index)) index += 1;
    return index < this.count ? this.#columns.timeAt(index) : null;
  }

  /** The time of the last event before this moment. */
  previousEventTime(before: Micros): Micros | null {
    let index = this.#countUntil(before) - 1;
    if (index >= 0 && this.#columns.timeAt(index) === before) index -= 1;
    while (index >= 0 && this.#declares(index)) index -= 1;
    return index < 0 ? null : this.#columns.timeAt(index);
  }

  /** Whether an event only declares a track: nothing has happened, so nobody stops there when stepping. */
  #declares(index: number): boolean {
    return this.#columns.wordAt(index) === 'track';
  }

  /** The place of the last event at or before this moment that has one. */
  placeAt(moment: Micros): Place | null {
    const index = this.#countUntil(moment) - 1;
    const placed = index < 0 ? NOWHERE : this.#columns.lastPlacedAt(index);
    if (placed === NOWHERE) return null;
    const row = this.#columns.rowAt(placed);
    return this.#names.place(row.file, row.line);
  }

  #countUntil(moment: Micros): number {
    return countUntil(this.count, (index) => this.#columns.timeAt(index), moment);
  }
}
