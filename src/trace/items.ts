/** Items: what happened on a lane one after another, made when it is asked for. An item that is read twice is two objects. */
import type { Micros } from './vocabulary.ts';

/** Things one after another by the times at which they happened or began, which never decrease. */
export interface Times {
  readonly length: number;
  /** Infinite where there is none. */
  timeAt(index: number): Micros;
}

/** Their times are had without making them. */
export interface Items<T> extends Times, Iterable<T> {
  /** Item `index`; undefined where there is none, also for a negative number. */
  at(index: number): T | undefined;
  readonly last: T | undefined;
  /** Those from `from` up to `to` (not included), as an array. */
  slice(from: number, to?: number): T[];
  map<Made>(make: (item: T, index: number) => Made): Made[];
  filter(holds: (item: T) => boolean): T[];
  find(holds: (item: T) => boolean): T | undefined;
}

/** What all items have in common, whatever they are read from. */
export abstract class ReadItems<T> implements Items<T> {
  abstract readonly length: number;
  abstract timeAt(index: number): Micros;
  /** Makes item `index`, which there is. */
  protected abstract read(index: number): T;

  at(index: number): T | undefined {
    return index >= 0 && index < this.length ? this.read(index) : undefined;
  }

  get last(): T | undefined {
    return this.at(this.length - 1);
  }

  slice(from: number, to = this.length): T[] {
    const items: T[] = [];
    const end = Math.min(to, this.length);
    for (let index = Math.max(0, from); index < end; index += 1) items.push(this.read(index));
    return items;
  }

  map<Made>(make: (item: T, index: number) => Made): Made[] {
    const made: Made[] = [];
    for (let index = 0; index < this.length; index += 1) made.push(make(this.read(index), index));
    return made;
  }

  filter(holds: (item: T) => boolean): T[] {
    const kept: T[] = [];
    for (const item of this) if (holds(item)) kept.push(item);
    return kept;
  }

  find(holds: (item: T) => boolean): T | undefined {
    for (const item of this) if (holds(item)) return item;
    return undefined;
  }

  *[Symbol.iterator](): Iterator<T> {
    for (let index = 0; index < this.length; index += 1) yield this.read(index);
  }
}
