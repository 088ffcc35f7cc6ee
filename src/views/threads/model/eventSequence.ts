/** EventSequence: the events of a run as the threads view counts them, one after another. Grows with the run. */
import type { Label } from '../../../trace/facts.ts';
import { EventList } from '../../../trace/eventList.ts';
import type { Lane, Stretch } from '../../../trace/lane.ts';
import type { Picture } from '../../../trace/picture.ts';
import { itemsUntil } from '../../../trace/binarySearch.ts';
import type { Micros, TrackId } from '../../../trace/vocabulary.ts';
import { GrowingLock, GrowingThread, GrowingVariable } from './growing.ts';
import { accessOf, FLAWS, flawKindOf, LOCKS, overwrittenBy, SHARED, THREADS, type Access } from './names.ts';
import type { Overwrite, RankedEvent, What } from './rows.ts';
import { takeOf, type Take } from './take.ts';

/** What has a row here, by the label of the root that it is below. */
type Kind = 'thread' | 'lock' | 'variable';
const KINDS: ReadonlyMap<string, Kind> = new Map([
  [THREADS, 'thread'],
  [LOCKS, 'lock'],
  [SHARED, 'variable'],
]);
const FLAW_ROOTS: ReadonlySet<string> = new Set(Object.values(FLAWS));

/** How far back the write that was overwritten is looked for, in events of its thread. */
const LOOKBACK_EVENTS = 400;

/**
 * An event has a rank, and a width in the picture, when a thread started, went on, had to wait, took or gave back a
 * lock, read or wrote, or said something by a mark. All else belongs to the event before it. Kept of an event is where it
 * stands in the stream; what it was is read there when it is asked for.
 */
export class EventSequence {
  readonly threads: GrowingThread[] = [];
  readonly locks: GrowingLock[] = [];
  readonly variables: GrowingVariable[] = [];
  readonly overwrites: Overwrite[] = [];
  readonly #picture: Picture;
  /** by rank less one: the event of the stream, and the last that belongs to it */
  readonly #events: EventList;
  readonly #settled: EventList;
  /** what went wrong, and which writes were overwritten, by rank */
  #flaws = new Map<number, NonNullable<RankedEvent['flaw']>>();
  #overwritten = new Map<number, number>();
  #threadOfLane = new Map<TrackId, GrowingThread>();
  #lockOfLane = new Map<TrackId, GrowingLock>();
  #threadOfName = new Map<string, GrowingThread>();
  /** how many events of the stream have been taken */
  #taken = 0;
  #roots = new Set<string>();
  /** by the number of the lane: what it and the lanes below it are, and what takes its events */
  #kinds: (Kind | null)[] = [];
  #takes: (Take | null)[] = [];

  constructor(picture: Picture) {
    this.#picture = picture;
    this.#events = new EventList(picture.stream);
    this.#settled = new EventList(picture.stream);
  }

  /** How many events have a rank. */
  get count(): number {
    return this.#events.length;
  }

  /** How many of them had happened by this moment. */
  rankAt(moment: Micros): number {
    return itemsUntil(this.#events, moment);
  }

  /** The rank of the last event at or before one of the stream; 0 before the first. */
  rankOf(event: number): number {
    return this.#events.countUntil(event);
  }

  /** The event of the stream that has a rank; infinite past the last. */
  streamEventAt(rank: number): number {
    return rank > this.count ? Infinity : this.#events.at(rank - 1);
  }

  /** The event of this rank; the first is 1. */
  eventAt(rank: number): RankedEvent | null {
    const event = this.#events.at(rank - 1);
    if (event < 0) return null;
    const { stream } = this.#picture;
    const lock = this.#lockOfLane.get(stream.trackAt(event));
    const happened = lock === undefined ? this.#inThread(event) : this.#atLock(lock, stream.indexAt(event));
    return {
      rank,
      time: stream.timeAt(event),
      settled: this.#settled.timeAt(rank - 1),
      ...happened,
      flaw: this.#flaws.get(rank) ?? null,
      overwritten: this.#overwritten.get(rank) ?? null,
    };
  }

  /** Takes the events of the picture that it has not seen yet. */
  grow(): void {
    const { lanes, stream } = this.#picture;
    for (; this.#taken < stream.count; this.#taken += 1) {
      const track = stream.trackAt(this.#taken);
      const word = stream.wordAt(this.#taken);
      const lane = lanes[track];
      if (word === 'track' && lane !== undefined) this.#meet(lane);
      const belongs = this.#takes[track]?.(word, stream.indexAt(this.#taken)) === true;
      if (belongs && this.count > 0) this.#settled.set(this.count - 1, this.#taken);
    }
  }

  /** What an event of a thread's lane was. */
  #inThread(event: number): Pick<RankedEvent, 'thread' | 'what' | 'place'> {
    const { stream, lanes } = this.#picture;
    const track = stream.trackAt(event);
    const thread = this.#threadOfLane.get(track)?.number ?? -1;
    const [lane, index] = [lanes[track], stream.indexAt(event)];
    if (stream.wordAt(event) === 'mark') {
      const { name = '', place = null } = lane?.marks.at(index) ?? {};
      return { thread, what: accessOf(name) ?? { kind: 'noted', name }, place };
    }
    const stretch = lane?.stretches.at(index);
    return { thread, what: whatOf(stretch), place: stretch?.place ?? null };
  }

  /** What a lock was told of: it is held from now on, or no longer. */
  #atLock({ lane, holders }: GrowingLock, index: number): Pick<RankedEvent, 'thread' | 'what' | 'place'> {
    const stretch = lane.stretches.at(index);
    const isHeld = stretch?.state === 'held';
    return {
      thread: holders.at(isHeld ? index : index - 1),
      what: { kind: isHeld ? 'acquired' : 'released', lock: lane.label },
      place: stretch?.place ?? null,
    };
  }

  /** Makes a row for a lane below a root that has rows. Of several roots of one label the first one counts. */
  #meet(lane: Lane): void {
    const { label, parent } = lane;
    const isRoot = parent === null && !this.#roots.has(label);
    if (isRoot) this.#roots.add(label);
    const kind = parent === null ? null : (this.#kinds[parent] ?? null);
    this.#kinds.push(isRoot ? (KINDS.get(label) ?? null) : kind);
    if (kind === 'thread') this.#takes.push(this.#takeThread(lane));
    else if (kind === 'lock') this.#takes.push(this.#takeLock(lane));
    else if (kind === 'variable') this.#takes.push(this.#takeVariable(lane));
    else this.#takes.push(isRoot && FLAW_ROOTS.has(label) ? settles : null);
  }

  #takeThread(lane: Lane): Take {
    const row = new GrowingThread(this.threads.length, lane, this);
    this.threads.push(row);
    this.#threadOfLane.set(lane.id, row);
    if (!this.#threadOfName.has(lane.label)) this.#threadOfName.set(lane.label, row);
    return takeOf(lane, {
      state: (stretch, index) => this.#goOn(row, stretch, index),
      mark: (mark) => {
        if (mark.tone === 'bad') this.#blame(row, mark.name);
        else this.#count(row);
      },
      link: (link) => this.#overwrite(row, link.to, link.why),
      close: () => row.segments.begin('over', this.count, -1),
    });
  }

  #goOn(row: GrowingThread, { state }: Stretch, index: number): void {
    if (state === 'running') {
      this.#count(row);
      row.segments.begin('running', this.count - 1, index);
    } else if (state === 'waiting') {
      // A thread that was woken in vain waits on: it has not done anything.
      const steps = row.segments.current !== 'ready';
      if (steps) this.#count(row);
      row.segments.begin('waiting', this.count - (steps ? 1 : 0), index);
    } else {
      const isNew = row.segments.count === 0;
      if (isNew) this.#count(row);
      row.segments.begin('ready', this.count - (isNew ? 1 : 0), index);
    }
  }

  #takeLock(lane: Lane): Take {
    const row = new GrowingLock(lane);
    this.locks.push(row);
    this.#lockOfLane.set(lane.id, row);
    return takeOf(lane, {
      state: (stretch, index) => this.#pass(row, stretch, index),
      gauge: ({ value }) => {
        row.queue.push(this.count, value);
        if (value > 0) row.waitedFor = true;
      },
    });
  }

  #pass(row: GrowingLock, { state, detail }: Stretch, index: number): void {
    const isHeld = state === 'held';
    const holder = isHeld ? this.#threadOfName.get(typeof detail === 'string' ? detail : '') : undefined;
    const giver = this.threads[row.holders.last];
    if (isHeld) this.#count(holder);
    else if (row.segments.current === 'held') this.#count(giver);
    row.holders.push(holder?.number ?? -1);
    row.segments.begin(isHeld ? 'held' : 'free', this.count - (isHeld ? 1 : 0), index);
  }

  #takeVariable(lane: Lane): Take {
    const row = new GrowingVariable(lane, this, this.#picture.stream);
    this.variables.push(row);
    return takeOf(lane, {
      gauge: ({ value }) => row.change(this.#taken, value),
      mark: () => row.change(this.#taken, null),
    });
  }

  /** The event that is taken has a rank. */
  #count(row: GrowingThread | undefined): void {
    this.#events.push(this.#taken);
    this.#settled.push(this.#taken);
    row?.events.push(this.count);
  }

  /** What went wrong is reported right after the event in which it did. */
  #blame(row: GrowingThread, name: Label): void {
    const rank = row.events.lastRank;
    if (rank < 0 || this.#flaws.has(rank)) return;
    this.#flaws.set(rank, { kind: flawKindOf(name), name });
    row.flawed.push(rank);
  }

  #overwrite(row: GrowingThread, to: number, why: Label): void {
    const by = row.events.lastRank;
    const lost = writeOf(this.#threadOfLane.get(to), overwrittenBy(why));
    if (by < 0 || lost === null) return;
    this.#overwritten.set(lost, by);
    this.overwrites.push({ by, lost });
  }
}

/** What a thread does from now on. */
function whatOf(stretch: Stretch | undefined): What {
  if (stretch?.state === 'running') return { kind: 'running' };
  return stretch?.state === 'waiting' ? { kind: 'waiting', detail: stretch.detail } : { kind: 'started' };
}

/** What is reported of a flaw belongs to the event before it. */
const settles: Take = (word) => word === 'mark' || word === 'tally';

/** The rank of the last write of this value among the newest events of a thread. */
function writeOf(row: GrowingThread | undefined, written: Access | null): number | null {
  if (row === undefined || written === null) return null;
  const { events } = row;
  const oldest = Math.max(0, events.length - LOOKBACK_EVENTS);
  for (let index = events.length - 1; index >= oldest; index -= 1) {
    const what = events.at(index)?.what;
    if (what?.kind !== 'wrote' || what.of !== written.of || what.value !== written.value) continue;
    return events.rankAt(index);
  }
  return null;
}

const orders = new WeakMap<Picture, EventSequence>();

/** The sequence of a picture's events, as far as it has got; made once for each run and grown with it. */
export function sequenceOf(picture: Picture): EventSequence {
  const sequence = orders.get(picture) ?? new EventSequence(picture);
  orders.set(picture, sequence);
  sequence.grow();
  return sequence;
}
