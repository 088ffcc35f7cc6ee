/** What a lane holds, read from the log when it is asked for: kept of each item is the number of its event. */
import type { EventLog } from './eventLog.ts';
import { IntList, NO_INTS } from './intList.ts';
import { ReadItems } from './items.ts';
import type {
  Level,
  LevelItems,
  Link,
  Mark,
  Print,
  Span,
  SpanItems,
  Stretch,
  StretchItems,
  Total,
} from './lane.ts';
import { countUntil, itemsUntil } from './binarySearch.ts';
import { STREAMS, TONES, type Micros } from './vocabulary.ts';

/** Items of one kind. A lane has a list of each kind, most of which stay empty. */
abstract class LoggedItems<T> extends ReadItems<T> {
  protected readonly log: EventLog;
  protected events = NO_INTS;

  constructor(log: EventLog) {
    super();
    this.log = log;
  }

  get length(): number {
    return this.events.length;
  }

  timeAt(index: number): Micros {
    return this.log.timeAt(this.events.at(index));
  }

  /** Adds the item of an event; returns where it stands. */
  push(event: number): number {
    if (this.events === NO_INTS) this.events = new IntList();
    return this.events.push(event);
  }

  protected read(index: number): T {
    return this.made(this.log, this.events.at(index), index);
  }

  /** Makes the item of an event, which is item `index`. */
  protected abstract made(log: EventLog, event: number, index: number): T;
}

/** Of one span in so many it is kept which was the first that was open when it was opened. */
const FIRST_OPEN_EVERY = 64;

export class Spans extends LoggedItems<Span> implements SpanItems {
  /** the events that ended them; -1 for those that are open */
  #closes = NO_INTS;
  #firstOpen = 0;
  #firstOpens = NO_INTS;
  /** those that had lasted longer than all before when they ended, in the order of their ends */
  #records = NO_INTS;
  #longest = -1;

  override push(event: number): number {
    if (this.#closes === NO_INTS) {
      [this.#closes, this.#firstOpens] = [new IntList(), new IntList()];
    }
    while (this.#closes.at(this.#firstOpen) >= 0) this.#firstOpen += 1;
    this.#closes.push(-1);
    if (this.length % FIRST_OPEN_EVERY === 0) this.#firstOpens.push(this.#firstOpen);
    return super.push(event);
  }

  close(index: number, event: number): void {
    this.#closes.set(index, event);
    const lasted = this.log.timeAt(event) - this.timeAt(index);
    if (lasted <= this.#longest) return;
    if (this.#records === NO_INTS) this.#records = new IntList();
    this.#records.push(index);
    this.#longest = lasted;
  }

  openAt(moment: Micros): number {
    const begun = itemsUntil(this, moment);
    const from = this.#firstOpens.at(Math.floor((begun - 1) / FIRST_OPEN_EVERY));
    for (let index = Math.max(0, from); index < begun; index += 1) {
      if (this.endAt(index) > moment) return index;
    }
    return -1;
  }

  longestBy(moment: Micros): Micros {
    const open = this.openAt(moment);
    const ended = countUntil(this.#records.length, (at) => this.endAt(this.#records.at(at)), moment);
    const longest = this.#records.at(ended - 1);
    return Math.max(
      open < 0 ? 0 : moment - this.timeAt(open),
      longest < 0 ? 0 : this.endAt(longest) - this.timeAt(longest),
    );
  }

  endAt(index: number): Micros {
    return this.log.timeAt(this.#closes.at(index));
  }

  protected made(log: EventLog, event: number, index: number): Span {
    const close = this.#closes.at(index);
    return {
      name: log.nameAt(event),
      start: log.timeAt(event),
      end: close < 0 ? null : log.timeAt(close),
      outcome: close < 0 ? null : log.nameAt(close),
      place: log.placeAt(event),
    };
  }
}

export class Stretches extends LoggedItems<Stretch> implements StretchItems {
  /** events other than the next state that have ended one */
  #rests = NO_INTS;

  /** The last one ends with this event, unless it has ended before. */
  rest(event: number): void {
    if (this.length === 0 || this.#rests.last > this.events.last) return;
    if (this.#rests === NO_INTS) this.#rests = new IntList();
    this.#rests.push(event);
  }

  stateAt(index: number): string {
    const event = this.events.at(index);
    return event < 0 ? '' : this.log.nameAt(event);
  }

  endAt(index: number): Micros {
    const event = this.events.at(index);
    return event < 0 ? Infinity : this.log.timeAt(this.#endOf(event, index));
  }

  protected made(log: EventLog, event: number, index: number): Stretch {
    const end = this.#endOf(event, index);
    return {
      state: log.nameAt(event),
      detail: log.detailAt(event),
      start: log.timeAt(event),
      end: end < 0 ? null : log.timeAt(end),
      place: log.placeAt(event),
    };
  }

  /** The event that ended a stretch: it came to rest, or the next state began; -1 while it lasts. */
  #endOf(event: number, index: number): number {
    const next = this.events.at(index + 1);
    const rest = this.#rests.length === 0 ? -1 : this.#rests.at(this.#rests.countUntil(event));
    return rest >= 0 && (next < 0 || rest < next) ? rest : next;
  }
}

export class Levels extends LoggedItems<Level> implements LevelItems {
  /** which of them were higher than all before */
  #peaks = NO_INTS;
  #peak = -Infinity;

  override push(event: number): number {
    const index = super.push(event);
    const value = this.log.amountAt(event);
    if (value > this.#peak) {
      if (this.#peaks === NO_INTS) this.#peaks = new IntList();
      this.#peaks.push(index);
      this.#peak = value;
    }
    return index;
  }

  valueAt(index: number): number {
    const event = this.events.at(index);
    return event < 0 ? 0 : this.log.amountAt(event);
  }

  protected made(log: EventLog, event: number, index: number): Level {
    const highest = this.#peaks.at(this.#peaks.countUntil(index) - 1);
    return {
      time: log.timeAt(event),
      value: log.amountAt(event),
      peak: log.amountAt(this.events.at(highest)),
    };
  }
}

export class Totals extends LoggedItems<Total> {
  readonly #sums: number[] = [];

  override push(event: number): number {
    this.#sums.push((this.#sums.at(-1) ?? 0) + this.log.amountAt(event));
    return super.push(event);
  }

  protected made(log: EventLog, event: number, index: number): Total {
    return { time: log.timeAt(event), total: this.#sums[index] ?? 0 };
  }
}

export class Marks extends LoggedItems<Mark> {
  protected made(log: EventLog, event: number): Mark {
    return {
      time: log.timeAt(event),
      name: log.labelAt(event),
      tone: TONES[log.columns.bAt(event)] ?? 'plain',
      place: log.placeAt(event),
    };
  }
}

export class Links extends LoggedItems<Link> {
  protected made(log: EventLog, event: number): Link {
    return {
      time: log.timeAt(event),
      to: log.columns.aAt(event),
      why: log.detailAt(event) ?? '',
      place: log.placeAt(event),
    };
  }
}

export class Prints extends LoggedItems<Print> {
  protected made(log: EventLog, event: number): Print {
    return {
      time: log.timeAt(event),
      text: log.names.text(log.columns.aAt(event)),
      stream: STREAMS[log.columns.bAt(event)] ?? 'stdout',
      place: log.placeAt(event),
    };
  }
}
