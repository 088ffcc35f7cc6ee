/** The changes of a picture on an axis of time, as they grow: which events make one, and what is said of each. */
import { EventList } from '../../trace/eventList.ts';
import type { Changes } from '../../trace/axis.ts';
import type { Picture } from '../../trace/picture.ts';
import type { Micros } from '../../trace/vocabulary.ts';

/** What is reported so soon after a change, and belongs to it, is one with it. */
const TOGETHER: Micros = 1_000;

/** What an event is to the changes of a picture. `joins`: part of the last change where that was just now, else one itself. */
export type Role = 'begins' | 'joins' | 'follows' | 'none';

/** How a view tells changes from other events. Events are numbered as the picture's stream numbers them. */
export interface Telling {
  roleOf(picture: Picture, event: number): Role;
  wordsOf(picture: Picture, event: number, whole: Micros): string;
}

class GrowingChanges implements Changes {
  readonly #picture: Picture;
  readonly #telling: Telling;
  #taken = 0;
  /** by the number of the change less one: the event that began it, and the last that belongs to it, null while each is one */
  readonly #events: EventList;
  #whole: EventList | null = null;

  constructor(picture: Picture, telling: Telling) {
    this.#picture = picture;
    this.#telling = telling;
    this.#events = new EventList(picture.stream);
  }

  get count(): number {
    return this.#events.length;
  }

  beganAt(number: number): Micros {
    return this.#events.timeAt(number - 1);
  }

  wholeAt(number: number): Micros {
    return (this.#whole ?? this.#events).timeAt(number - 1);
  }

  wordsAt(number: number): string {
    const event = this.#events.at(number - 1);
    return event < 0 ? '' : this.#telling.wordsOf(this.#picture, event, this.wholeAt(number));
  }

  /** Takes the events of the picture that it has not seen yet. */
  grow(): void {
    const { stream } = this.#picture;
    for (; this.#taken < stream.count; this.#taken += 1) this.#take(this.#taken, stream.timeAt(this.#taken));
  }

  #take(event: number, time: Micros): void {
    const role = this.#telling.roleOf(this.#picture, event);
    if (role === 'none') return;
    const isSoon = this.count > 0 && time - this.wholeAt(this.count) <= TOGETHER;
    if (role === 'begins' || (role === 'joins' && !isSoon)) {
      this.#events.push(event);
      this.#whole?.push(event);
    } else if (isSoon) {
      this.#whole ??= this.#copied();
      this.#whole.set(this.count - 1, event);
    }
  }

  #copied(): EventList {
    const copy = new EventList(this.#picture.stream);
    for (let index = 0; index < this.#events.length; index += 1) copy.push(this.#events.at(index));
    return copy;
  }
}

/** The changes of a view's pictures; made once for each run and grown with it. */
export function changesToldBy(telling: Telling): (picture: Picture) => Changes {
  const known = new WeakMap<Picture, GrowingChanges>();
  return (picture) => {
    const changes = known.get(picture) ?? new GrowingChanges(picture, telling);
    known.set(picture, changes);
    changes.grow();
    return changes;
  };
}
