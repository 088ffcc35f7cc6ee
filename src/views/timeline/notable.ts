/** The marks of a task that the timeline shows or tells of, by kind: found once, however often it is drawn. Grows with the run. */
import { itemsUntil } from '../../trace/binarySearch.ts';
import { isFact } from '../../trace/facts.ts';
import { IntList } from '../../trace/intList.ts';
import type { Items } from '../../trace/items.ts';
import type { Lane, Mark } from '../../trace/lane.ts';
import { NO_ITEMS } from '../../trace/noItems.ts';
import type { Micros } from '../../trace/vocabulary.ts';

/** `held`: a step that held the loop; `cancelled`: why the task was cancelled; `bad`: whatever else went wrong. */
export type Kind = 'held' | 'cancelled' | 'bad';

class NotableMarks {
  /** which marks of the lane they are */
  readonly held = new IntList();
  readonly cancelled = new IntList();
  readonly bad = new IntList();
  #taken = 0;

  /** Takes the marks that it has not seen yet. */
  grow({ marks }: Lane): this {
    for (; this.#taken < marks.length; this.#taken += 1) {
      const mark = marks.at(this.#taken);
      if (mark !== undefined) this.#take(mark, this.#taken);
    }
    return this;
  }

  #take({ name, tone }: Mark, index: number): void {
    if (isFact(name, 'cancelled')) this.cancelled.push(index);
    if (isFact(name, 'loop held')) this.held.push(index);
    else if (tone === 'bad') this.bad.push(index);
  }
}

const known = new WeakMap<Lane, NotableMarks>();

/** Marks of one kind in the order of time. */
type Notable = Pick<Items<Mark>, 'length' | 'at' | 'timeAt'>;

/** The marks of a kind that a lane has. */
export function notableMarks(lane: Lane, kind: Kind): Notable {
  if (lane.marks.length === 0) return NO_ITEMS;
  const marks = known.get(lane) ?? new NotableMarks();
  known.set(lane, marks);
  const indexes = marks.grow(lane)[kind];
  return {
    length: indexes.length,
    at: (index) => lane.marks.at(indexes.at(index)),
    timeAt: (index) => lane.marks.timeAt(indexes.at(index)),
  };
}

/** The last of them by a moment, or null. */
export function lastNotable(lane: Lane, kind: Kind, moment: Micros): Mark | null {
  const marks = notableMarks(lane, kind);
  return marks.at(itemsUntil(marks, moment) - 1) ?? null;
}
