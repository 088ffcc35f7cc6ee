/** Rows that grow with the run: the same as in `rows.ts`, as the sequence of events writes them. Kept are numbers alone. */
import { labelWords } from '../../../messages/en.ts';
import { isFact } from '../../../trace/facts.ts';
import { IntList } from '../../../trace/intList.ts';
import type { Lane } from '../../../trace/lane.ts';
import type { OrderedStream } from '../../../trace/orderedStream.ts';
import { BlockExtremes, type Extremes } from '../../shared/blockExtremes.ts';
import type {
  Change,
  ChangeList,
  Doing,
  Holding,
  LockRow,
  Queue,
  RankedEvent,
  RankedEvents,
  ThreadRow,
  VariableRow,
} from './rows.ts';
import { SegmentList } from './segments.ts';

/** What rows need to know of the whole sequence. */
export interface Ranks {
  eventAt(rank: number): RankedEvent | null;
  /** the rank of the last event at or before one of the stream; 0 before the first */
  rankOf(event: number): number;
  /** the event of the stream that has a rank; infinite past the last */
  streamEventAt(rank: number): number;
}

class EventsOfRow implements RankedEvents {
  readonly #ranks: Ranks;
  readonly #own = new IntList();

  constructor(ranks: Ranks) {
    this.#ranks = ranks;
  }

  get length(): number {
    return this.#own.length;
  }

  get lastRank(): number {
    return this.#own.last;
  }

  rankAt(index: number): number {
    return index < this.length ? this.#own.at(index) : Infinity;
  }

  at(index: number): RankedEvent | null {
    return this.#ranks.eventAt(this.#own.at(index));
  }

  push(rank: number): void {
    this.#own.push(rank);
  }
}

export class GrowingThread implements ThreadRow {
  readonly segments = new SegmentList<Doing>('running');
  readonly events: EventsOfRow;
  readonly flawed: EventsOfRow;
  readonly number: number;
  readonly lane: Lane;

  constructor(number: number, lane: Lane, ranks: Ranks) {
    this.number = number;
    this.lane = lane;
    this.events = new EventsOfRow(ranks);
    this.flawed = new EventsOfRow(ranks);
  }
}

class GrowingQueue implements Queue {
  readonly #from = new IntList();
  readonly #waiting = new IntList();

  get length(): number {
    return this.#from.length;
  }

  fromAt(index: number): number {
    return index >= 0 && index < this.length ? this.#from.at(index) : Infinity;
  }

  waitingAt(index: number): number {
    return Math.max(0, this.#waiting.at(index));
  }

  push(from: number, waiting: number): void {
    this.#from.push(from);
    this.#waiting.push(waiting);
  }
}

export class GrowingLock implements LockRow {
  readonly segments = new SegmentList<Holding>('held');
  readonly queue = new GrowingQueue();
  readonly holders = new IntList();
  /** some thread has waited for it */
  waitedFor = false;
  readonly lane: Lane;

  constructor(lane: Lane) {
    this.lane = lane;
  }
}

class GrowingChanges implements ChangeList {
  readonly #lane: Lane;
  readonly #ranks: Ranks;
  readonly #stream: OrderedStream;
  readonly #events = new IntList();
  readonly #levels = new BlockExtremes((index) => this.#levelOf(this.#events.at(index)));

  constructor(lane: Lane, ranks: Ranks, stream: OrderedStream) {
    this.#lane = lane;
    this.#ranks = ranks;
    this.#stream = stream;
  }

  get length(): number {
    return this.#events.length;
  }

  rankAt(index: number): number {
    return index < this.length ? Math.max(1, this.#ranks.rankOf(this.#events.at(index))) : Infinity;
  }

  countUntil(rank: number): number {
    return rank < 1 ? 0 : this.#events.countUntil(this.#ranks.streamEventAt(rank + 1) - 1);
  }

  at(index: number): Change | null {
    const event = this.#events.at(index);
    if (event < 0) return null;
    const time = this.#stream.timeAt(event);
    return { rank: this.rankAt(index), time, text: this.#textOf(event), level: this.#levelOf(event) };
  }

  extremes(from: number, to: number): Extremes {
    return this.#levels.between(from, to);
  }

  push(event: number, level: number | null): void {
    this.#events.push(event);
    this.#levels.push(level);
  }

  #levelOf(event: number): number | null {
    if (this.#stream.wordAt(event) !== 'gauge') return null;
    return this.#lane.levels.valueAt(this.#stream.indexAt(event));
  }

  #textOf(event: number): string {
    const level = this.#levelOf(event);
    if (level !== null) return String(level);
    const name = this.#lane.marks.at(this.#stream.indexAt(event))?.name ?? '';
    return isFact(name, 'value is') ? name.fields.value : labelWords(name);
  }
}

export class GrowingVariable implements VariableRow {
  readonly changes: GrowingChanges;
  numeric = true;
  least = Infinity;
  greatest = -Infinity;
  readonly lane: Lane;

  constructor(lane: Lane, ranks: Ranks, stream: OrderedStream) {
    this.lane = lane;
    this.changes = new GrowingChanges(lane, ranks, stream);
  }

  /** An event of the stream has given it a value; `level` is null when that is no whole number. */
  change(event: number, level: number | null): void {
    this.changes.push(event, level);
    if (level === null) this.numeric = false;
    else {
      this.least = Math.min(this.least, level);
      this.greatest = Math.max(this.greatest, level);
    }
  }
}
