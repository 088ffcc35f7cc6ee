/** Event log: the columns of a run with its strings, so that any part of any event can be read by its number. */
import { Columns, wide, type Row } from './columns.ts';
import { decode, Names } from './decode.ts';
import type { Label } from './facts.ts';
import type { Place, TraceEvent } from './vocabulary.ts';

export class EventLog {
  readonly columns = new Columns();
  readonly names = new Names();
  /** by their numbers, each made once */
  #places: Place[] = [];

  /** Infinite for a negative number, which stands for no event. */
  timeAt(event: number): number {
    return this.columns.timeAt(event);
  }

  /** The number that an event carries in two halves. */
  amountAt(event: number): number {
    return wide(this.columns.aAt(event), this.columns.bAt(event));
  }

  /** The first of an event's strings as a name. */
  nameAt(event: number): string {
    return this.names.name(this.columns.aAt(event));
  }

  /** The same as what may be a fact. */
  labelAt(event: number): Label {
    return this.names.label(this.columns.aAt(event));
  }

  /** The second of its strings; null where it has none. */
  detailAt(event: number): Label | null {
    const number = this.columns.bAt(event);
    return number < 0 ? null : this.names.label(number);
  }

  placeAt(event: number): Place | null {
    const number = this.columns.placeAt(event);
    return number < 0 ? null : (this.#places[number] ?? this.#makePlaces(number));
  }

  eventAt(event: number): TraceEvent {
    const row: Row = this.columns.rowAt(event);
    return decode(row, this.names, this.placeAt(event));
  }

  /** Makes all up to this one: they came one after another. */
  #makePlaces(last: number): Place | null {
    for (let number = this.#places.length; number <= last; number += 1) {
      const file = this.names.name(this.columns.fileOf(number));
      this.#places.push({ file, line: this.columns.lineOf(number) });
    }
    return this.#places[last] ?? null;
  }
}
