/** Event list: some events of a run by their numbers, in the order in which they came, with the time of each. */
import { IntList } from './intList.ts';
import type { Times } from './items.ts';
import type { OrderedStream } from './orderedStream.ts';
import type { Micros } from './vocabulary.ts';

export class EventList extends IntList implements Times {
  readonly #stream: OrderedStream;

  constructor(stream: OrderedStream) {
    super();
    this.#stream = stream;
  }

  timeAt(index: number): Micros {
    return this.#stream.timeAt(this.at(index));
  }
}

/** The same for who only reads it. */
export type Events = Pick<EventList, 'length' | 'at' | 'timeAt'>;
