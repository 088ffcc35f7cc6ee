/** The intervals of a run as they grow: which connection was out with whom, and who waited. Pure. */
import { labelWords } from '../../messages/en.ts';
import { itemsUntil } from '../../trace/binarySearch.ts';
import { EventList, type Events } from '../../trace/eventList.ts';
import { IntList } from '../../trace/intList.ts';
import { ReadItems } from '../../trace/items.ts';
import type { Lane } from '../../trace/lane.ts';
import type { Picture } from '../../trace/picture.ts';
import type { Micros, Place } from '../../trace/vocabulary.ts';
import { CLOSED, CONNECTIONS, isConnection, LOST, OUT, REQUESTS, TIMED_OUT } from './names.ts';
import type { Connection, ConnectionRequest, Interval } from './interval.ts';
import { ThreadIntervals } from './threadIntervals.ts';

/** Ways for an interval to end that are no good ending. */
const BAD: ReadonlySet<string> = new Set([LOST.collected, LOST.dropped, TIMED_OUT]);

/** All intervals of a run in the order in which they began. Takes each event once; an interval is kept as the event that began it. */
export class Intervals extends ReadItems<Interval> {
  readonly #picture: Picture;
  #taken = 0;
  /** by the number of its lane */
  #lanes: (Connection | ConnectionRequest | undefined)[] = [];
  /** pools, by the number of a lane at or below one */
  #pools: (Lane | undefined)[] = [];
  #poolCount = 0;
  /** how many connections each pool has */
  #counts = new Map<Lane, number>();
  #roots = new Map<string, number>();
  readonly #all: EventList;
  readonly #begun: Readonly<Record<Interval['kind'], EventList>>;
  /** the events that ended some, by how, of connections and of waits */
  readonly #ended = { hold: new Map<string, EventList>(), wait: new Map<string, EventList>() };
  /** for ways to end in which none has */
  readonly #none: Events;
  readonly #threads = new Map<string, ThreadIntervals>();
  readonly #closed = new Map<Lane, Micros>();
  /** the first interval that has a place, and the first in another file */
  #places: number[] = [];

  constructor(picture: Picture) {
    super();
    this.#picture = picture;
    const { stream } = picture;
    this.#all = new EventList(stream);
    this.#begun = { hold: new EventList(stream), wait: new EventList(stream) };
    this.#none = new EventList(stream);
  }

  get length(): number {
    return this.#all.length;
  }

  timeAt(index: number): Micros {
    return this.#all.timeAt(index);
  }

  /** One for each thread, in the order in which they first had to do with a pool. */
  get threads(): readonly ThreadIntervals[] {
    const unnamed = this.#unnamed();
    return unnamed === null ? [...this.#threads.values()] : [...this.#threads.values(), unnamed];
  }

  /** Since when a connection is closed; infinite where it is not. */
  closedAt(connection: Lane): Micros {
    return this.#closed.get(connection) ?? Infinity;
  }

  /** The events that began those of a kind. */
  begun(kind: Interval['kind']): Events {
    return this.#begun[kind];
  }

  /** The events that ended those of a kind in one way. */
  ended(kind: Interval['kind'], outcome: string): Events {
    return this.#ended[kind].get(outcome) ?? this.#none;
  }

  /** Places that say whether all by the moment is in one file. */
  placesBy(moment: Micros): readonly (Place | null)[] {
    return this.#places
      .filter((event) => this.#picture.stream.timeAt(event) <= moment)
      .map((event) => this.intervalOf(event).place);
  }

  /** Those of a kind that go on at a moment, in the order in which they began. */
  goingOn(kind: Interval['kind'], moment: Micros): readonly Interval[] {
    const found: Interval[] = [];
    for (const of of this.#lanes) {
      if (of?.kind !== kind) continue;
      const first = of.lane.spans.openAt(moment);
      if (first < 0) continue;
      for (let index = first; of.lane.spans.timeAt(index) <= moment; index += 1) {
        if (of.lane.spans.endAt(index) > moment) found.push(this.#intervalIn(of, index));
      }
    }
    return found.toSorted((one, other) => one.start - other.start);
  }

  /** How long the longest wait by a moment has been. */
  longestWait(moment: Micros): Micros {
    let longest = 0;
    for (const of of this.#lanes) {
      if (of?.kind === 'wait') longest = Math.max(longest, of.lane.spans.longestBy(moment));
    }
    return longest;
  }

  /** The last who took a connection and has it still; null where nobody has. */
  lastHold(connection: Lane, moment: Micros): Interval | null {
    const of = this.#lanes[connection.id];
    const { spans } = connection;
    const first = spans.openAt(moment);
    if (of === undefined || first < 0) return null;
    let last = first;
    for (let index = first; spans.timeAt(index) <= moment; index += 1) {
      if (spans.endAt(index) > moment) last = index;
    }
    return this.#intervalIn(of, last);
  }

  /** The interval that an event began, or ended. */
  intervalOf(event: number): Interval {
    const { stream } = this.#picture;
    const of = this.#lanes[stream.trackAt(event)];
    if (of === undefined) throw new RangeError(`event ${event} is of no interval`);
    return this.#intervalIn(of, stream.indexAt(event));
  }

  /** Takes the events of the picture that it has not seen yet. */
  grow(): void {
    const { stream, lanes } = this.#picture;
    for (; this.#taken < stream.count; this.#taken += 1) {
      const event = this.#taken;
      const word = stream.wordAt(event);
      const track = stream.trackAt(event);
      const lane = lanes[track];
      const of = this.#lanes[track];
      if (word === 'track' && lane !== undefined) this.#meet(lane);
      else if (of === undefined) continue;
      else if (word === 'open') this.#begin(of, event);
      else if (word === 'close') this.#end(of, event);
      else if (word === 'state' && of.kind === 'hold') this.#turn(of, stream.indexAt(event));
    }
  }

  protected read(index: number): Interval {
    return this.intervalOf(this.#all.at(index));
  }

  #meet(lane: Lane): void {
    const { id, label, parent } = lane;
    if (parent === null) {
      if (!this.#roots.has(label)) this.#roots.set(label, id);
      return;
    }
    const isBelow = (root: string) => this.#rootOf(lane) === this.#roots.get(root);
    const pool = parent === this.#roots.get(CONNECTIONS) ? lane : this.#pools[parent];
    if (pool !== undefined) this.#pools[id] = pool;
    if (pool === lane) this.#poolCount += 1;
    if (pool !== undefined && pool !== lane && isConnection(label)) {
      const number = (this.#counts.get(pool) ?? 0) + 1;
      this.#counts.set(pool, number);
      const unpaired = { opens: [], outs: 0 };
      this.#lanes[id] = { kind: 'hold', lane, pool, number, outs: new IntList(), unpaired };
    } else if (isBelow(REQUESTS)) this.#lanes[id] = { kind: 'wait', lane };
  }

  #rootOf(lane: Lane): number {
    let above = lane;
    for (let up = lane.parent; up !== null; up = above.parent) above = this.#picture.lanes[up] ?? above;
    return above.id;
  }

  #begin(of: Connection | ConnectionRequest, event: number): void {
    this.#all.push(event);
    this.#begun[of.kind].push(event);
    this.#note(event);
    if (of.kind === 'wait') this.#add(of.lane.label, event);
    else {
      of.unpaired.opens.push(event);
      this.#pair(of);
    }
  }

  #note(event: number): void {
    if (this.#places.length === 2) return;
    const { place } = this.intervalOf(event);
    const [first] = this.#places;
    const isOther = first === undefined || this.intervalOf(first).place?.file !== place?.file;
    if (place !== null && isOther) this.#places.push(event);
  }

  #end(of: Connection | ConnectionRequest, event: number): void {
    const outcome = of.lane.spans.at(this.#picture.stream.indexAt(event))?.outcome ?? '';
    const ended = this.#ended[of.kind];
    const events = ended.get(outcome) ?? new EventList(this.#picture.stream);
    ended.set(outcome, events);
    events.push(event);
    if (BAD.has(outcome)) this.#markBad(of, event);
  }

  #markBad(of: Connection | ConnectionRequest, event: number): void {
    const { stream } = this.#picture;
    const { thread, start } = this.intervalOf(event);
    const begun = this.begun(of.kind);
    const open = begun.at(itemsUntil(begun, start) - 1);
    if (stream.timeAt(open) === start) this.#threads.get(thread)?.mark(open);
  }

  /** A connection is in another state. */
  #turn(of: Connection, index: number): void {
    const state = of.lane.stretches.at(index)?.state;
    if (state === CLOSED && !this.#closed.has(of.lane))
      this.#closed.set(of.lane, of.lane.stretches.timeAt(index));
    if (state !== OUT) return;
    of.outs.push(index);
    of.unpaired.outs += 1;
    this.#pair(of);
  }

  /** Now that both are known, the thread that has the connection is. */
  #pair({ lane, outs, unpaired }: Connection): void {
    while (unpaired.opens.length > 0 && unpaired.outs > 0) {
      const event = unpaired.opens.shift() ?? 0;
      const out = lane.stretches.at(outs.at(outs.length - unpaired.outs));
      unpaired.outs -= 1;
      this.#add(labelWords(out?.detail ?? ''), event);
    }
  }

  #add(thread: string, event: number): void {
    const row =
      this.#threads.get(thread) ??
      new ThreadIntervals(thread, this.#picture, (open) => this.intervalOf(open));
    this.#threads.set(thread, row);
    row.add(event);
  }

  /** What has begun of which it is not said who began it. */
  #unnamed(): ThreadIntervals | null {
    const events = this.#lanes.flatMap((of) => (of?.kind === 'hold' ? of.unpaired.opens : []));
    if (events.length === 0) return null;
    const row = new ThreadIntervals('', this.#picture, (event) => this.intervalOf(event));
    for (const event of events.toSorted((one, other) => one - other)) row.add(event);
    return row;
  }

  #intervalIn(of: Connection | ConnectionRequest, index: number): Interval {
    const { kind, lane } = of;
    const span = lane.spans.at(index);
    if (span === undefined) throw new RangeError(`there is no span ${index}`);
    const { name: by, start, end, outcome, place } = span;
    const about = { kind, by, start, end, outcome, place };
    if (of.kind === 'wait') return { ...about, thread: lane.label, connection: '', number: null };
    const prefix = this.#poolCount > 1 ? `${of.pool.label}: ` : '';
    const out = lane.stretches.at(of.outs.at(index));
    const thread = labelWords(out?.detail ?? '');
    return { ...about, thread, connection: prefix + lane.label, number: of.number };
  }
}

const known = new WeakMap<Picture, Intervals>();

/** The intervals of a picture; made once for each run and grown with it. */
export function intervalsOf(picture: Picture): Intervals {
  const intervals = known.get(picture) ?? new Intervals(picture);
  known.set(picture, intervals);
  intervals.grow();
  return intervals;
}
