/** Trace: the event stream of one run, kept as columns, with the picture it adds up to. */
import { done, type Result } from '../base/result.ts';
import { checkBatch, Known } from './check.ts';
import { NOWHERE, rowOf, writeRow } from './columns.ts';
import { EventLog } from './eventLog.ts';
import { GrowingPicture, type Picture } from './picture.ts';
import { countUntil } from './binarySearch.ts';
import { RECORD_INTS, type Micros, type Place, type TraceEvent } from './vocabulary.ts';

export class Trace {
  #known = new Known();
  #log = new EventLog();
  #picture = new GrowingPicture(this.#log);

  /** What the events add up to. The same object for the life of the trace; its `version` changes with it. */
  get picture(): Picture {
    return this.#picture;
  }

  /** How many events there are. */
  get count(): number {
    return this.#log.columns.count;
  }

  /**
   * Takes a batch in the wire form, with the strings that are new in it. Every record is checked first: a batch that
   * does not hold changes nothing, and the error says which record is at fault.
   */
  append(records: Int32Array, strings: readonly string[]): Result<void, string> {
    const verdict = checkBatch(records, strings.length, this.#known);
    if (!verdict.ok) return verdict;
    verdict.value();
    this.#log.names.add(strings);
    for (let index = 0; index < records.length / RECORD_INTS; index += 1) {
      this.#picture.fold(rowOf(records, index));
    }
    return done;
  }

  /** All events so far as one batch in the wire form, with all strings: a trace that appends it is as this one. */
  batch(): { readonly records: Int32Array; readonly strings: readonly string[] } {
    const records = new Int32Array(this.count * RECORD_INTS);
    for (let index = 0; index < this.count; index += 1)
      writeRow(records, index, this.#log.columns.rowAt(index));
    return { records, strings: [...this.#log.names.strings] };
  }

  /** @throws RangeError when there is no event `index`. */
  eventAt(index: number): TraceEvent {
    return this.#log.eventAt(index);
  }

  /** The place of the last event at or before this moment that has one. */
  placeAt(moment: Micros): Place | null {
    const index = this.#countUntil(moment) - 1;
    const placed = index < 0 ? NOWHERE : this.#log.columns.lastPlacedAt(index);
    return placed === NOWHERE ? null : this.#log.placeAt(placed);
  }

  #countUntil(moment: Micros): number {
    return countUntil(this.count, (index) => this.#log.columns.timeAt(index), moment);
  }
}
