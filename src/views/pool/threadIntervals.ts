/** The intervals of one thread, with what its row needs of each without making it. Grows with the run. */
import { EventList } from '../../trace/eventList.ts';
import { IntList, NO_INTS } from '../../trace/intList.ts';
import type { Picture } from '../../trace/picture.ts';
import type { Micros } from '../../trace/vocabulary.ts';
import type { Interval } from './interval.ts';

export class ThreadIntervals {
  readonly thread: string;
  readonly #picture: Picture;
  readonly #intervalOf: (event: number) => Interval;
  /** the events that began them */
  readonly #events: EventList;
  /** whoever holds two connections at once has them on two levels; of a thread that never does none are kept */
  #levels = NO_INTS;
  /** by level the last event that began one there */
  #last: number[] = [];
  /** which of them ended badly, in the order of their beginnings */
  readonly bad: number[] = [];

  constructor(thread: string, picture: Picture, intervalOf: (event: number) => Interval) {
    this.thread = thread;
    this.#picture = picture;
    this.#intervalOf = intervalOf;
    this.#events = new EventList(picture.stream);
  }

  get length(): number {
    return this.#events.length;
  }

  /** How many levels there are, at least one. */
  get levels(): number {
    return Math.max(1, this.#last.length);
  }

  at(index: number): Interval {
    return this.#intervalOf(this.#events.at(index));
  }

  startAt(index: number): Micros {
    return this.#events.timeAt(index);
  }

  /** Infinite while it lasts. */
  endAt(index: number): Micros {
    return this.#endOf(this.#events.at(index));
  }

  levelAt(index: number): number {
    return this.#levels === NO_INTS ? 0 : this.#levels.at(index);
  }

  /** The interval that this event began. */
  add(event: number): void {
    const start = this.#picture.stream.timeAt(event);
    const free = this.#last.findIndex((last) => this.#endOf(last) <= start);
    const level = free === -1 ? this.#last.length : free;
    this.#last[level] = event;
    if (level > 0 && this.#levels === NO_INTS) {
      this.#levels = new IntList();
      for (let index = 0; index < this.length; index += 1) this.#levels.push(0);
    }
    if (this.#levels !== NO_INTS) this.#levels.push(level);
    this.#events.push(event);
  }

  /** The interval that this event began has ended badly. */
  mark(event: number): void {
    const index = this.#events.countUntil(event) - 1;
    if (this.#events.at(index) !== event) return;
    // Mostly they end in the order in which they began.
    let at = this.bad.length;
    while (at > 0 && (this.bad[at - 1] ?? -1) > index) at -= 1;
    this.bad.splice(at, 0, index);
  }

  #endOf(event: number): Micros {
    if (event < 0) return Infinity;
    const { stream, lanes } = this.#picture;
    return lanes[stream.trackAt(event)]?.spans.endAt(stream.indexAt(event)) ?? Infinity;
  }
}
