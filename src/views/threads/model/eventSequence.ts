/** EventSequence: the events of a run as the threads view counts them, one after another. Grows with the run. */
import { labelWords } from '../../../messages/en.ts';
import { isFact, type Label } from '../../../trace/facts.ts';
import type { Lane, Stretch } from '../../../trace/lane.ts';
import type { Picture } from '../../../trace/picture.ts';
import { itemsUntil } from '../../../trace/binarySearch.ts';
import type { Micros, Place } from '../../../trace/vocabulary.ts';
import { GrowingLock, GrowingThread, GrowingVariable, type GrowingEvent } from './growing.ts';
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
 * lock, read or wrote, or said something by a mark. All else belongs to the event before it.
 */
export class EventSequence {
  readonly threads: GrowingThread[] = [];
  readonly locks: GrowingLock[] = [];
  readonly variables: GrowingVariable[] = [];
  readonly overwrites: Overwrite[] = [];
  #events: GrowingEvent[] = [];
  #rowOfLane = new Map<number, GrowingThread>();
  #rowOfName = new Map<string, GrowingThread>();
  /** how many events of the stream have been taken */
  #taken = 0;
  #roots = new Set<string>();
  /** by the number of the lane: what it and the lanes below it are, and what takes its events */
  #kinds: (Kind | null)[] = [];
  #takes: (Take | null)[] = [];

  /** How many events have a rank. */
  get count(): number {
    return this.#events.length;
  }

  /** How many of them had happened by this moment. */
  rankAt(moment: Micros): number {
    return itemsUntil(this.#events, moment);
  }

  /** The event of this rank; the first is 1. */
  eventAt(rank: number): RankedEvent | null {
    return this.#events[rank - 1] ?? null;
  }

  /** Takes the events of the picture that it has not seen yet. */
  grow({ lanes, stream }: Picture): void {
    for (; this.#taken < stream.count; this.#taken += 1) {
      const [word, track, index] = [
        stream.wordAt(this.#taken),
        stream.trackAt(this.#taken),
        stream.indexAt(this.#taken),
      ];
      const lane = lanes[track];
      if (word === 'track' && lane !== undefined) this.#meet(lane);
      const last = this.#takes[track]?.(word, index) === true ? this.#events.at(-1) : undefined;
      if (last !== undefined) last.settled = stream.timeAt(this.#taken);
    }
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
    const row = new GrowingThread(this.threads.length, lane);
    this.threads.push(row);
    this.#rowOfLane.set(lane.id, row);
    if (!this.#rowOfName.has(lane.label)) this.#rowOfName.set(lane.label, row);
    return takeOf(lane, {
      state: (stretch, index) => this.#goOn(row, stretch, index),
      mark: (mark) => {
        if (mark.tone === 'bad') this.#blame(row, mark.name);
        else this.#count(row, accessOf(mark.name) ?? { kind: 'noted', name: mark.name }, mark);
      },
      link: (link) => this.#overwrite(row, link.to, link.why),
      close: () => row.segments.begin('over', this.count, -1),
    });
  }

  #goOn(row: GrowingThread, stretch: Stretch, index: number): void {
    const { state, detail, start: time, place } = stretch;
    const at = { time, place };
    if (state === 'running') {
      this.#count(row, { kind: 'running' }, at);
      row.segments.begin('running', this.count - 1, index);
    } else if (state === 'waiting') {
      // A thread that was woken in vain waits on: it has not done anything.
      const steps = row.segments.current !== 'ready';
      if (steps) this.#count(row, { kind: 'waiting', detail }, at);
      row.segments.begin('waiting', this.count - (steps ? 1 : 0), index);
    } else {
      const isNew = row.segments.count === 0;
      if (isNew) this.#count(row, { kind: 'started' }, at);
      row.segments.begin('ready', this.count - (isNew ? 1 : 0), index);
    }
  }

  #takeLock(lane: Lane): Take {
    const row = new GrowingLock(lane);
    this.locks.push(row);
    return takeOf(lane, {
      state: (stretch, index) => this.#pass(row, stretch, index),
      gauge: ({ value }) => row.queue.push({ from: this.count, waiting: value }),
    });
  }

  #pass(row: GrowingLock, stretch: Stretch, index: number): void {
    const { state, detail, start: time, place } = stretch;
    const isHeld = state === 'held';
    const holder = isHeld ? this.#rowOfName.get(typeof detail === 'string' ? detail : '') : undefined;
    const giver = this.threads[row.holders.at(-1) ?? -1];
    if (isHeld) this.#count(holder, { kind: 'acquired', lock: row.lane.label }, { time, place });
    else if (row.segments.current === 'held')
      this.#count(giver, { kind: 'released', lock: row.lane.label }, { time, place });
    row.holders.push(holder?.number ?? -1);
    row.segments.begin(isHeld ? 'held' : 'free', this.count - (isHeld ? 1 : 0), index);
  }

  #takeVariable(lane: Lane): Take {
    const row = new GrowingVariable(lane);
    this.variables.push(row);
    const at = (time: Micros) => ({ time, rank: Math.max(1, this.count) });
    return takeOf(lane, {
      gauge: ({ time, value }) => row.change({ ...at(time), text: String(value), level: value }),
      mark: ({ time, name }) =>
        row.change({
          ...at(time),
          text: isFact(name, 'value is') ? name.fields.value : labelWords(name),
          level: null,
        }),
    });
  }

  #count(
    row: GrowingThread | undefined,
    what: What,
    { time, place }: { time: Micros; place: Place | null },
  ): void {
    const event: GrowingEvent = {
      rank: this.count + 1,
      time,
      settled: time,
      thread: row?.number ?? -1,
      what,
      place,
      flaw: null,
      overwritten: null,
    };
    this.#events.push(event);
    row?.events.push(event);
  }

  /** What went wrong is reported right after the event in which it did. */
  #blame(row: GrowingThread, name: Label): void {
    const event = row.events.at(-1);
    if (event === undefined || event.flaw !== null) return;
    event.flaw = { kind: flawKindOf(name), name };
    row.flawed.push(event);
  }

  #overwrite(row: GrowingThread, to: number, why: Label): void {
    const by = row.events.at(-1);
    const lost = writeOf(this.#rowOfLane.get(to)?.events ?? [], overwrittenBy(why));
    if (by === undefined || lost === null) return;
    lost.overwritten = by.rank;
    this.overwrites.push({ by, lost });
  }
}

/** What is reported of a flaw belongs to the event before it. */
const settles: Take = (word) => word === 'mark' || word === 'tally';

/** The last write of this value among the newest events of a thread. */
function writeOf(events: readonly GrowingEvent[], written: Access | null): GrowingEvent | null {
  const oldest = Math.max(0, events.length - LOOKBACK_EVENTS);
  for (let index = events.length - 1; index >= oldest; index -= 1) {
    const what = events[index]?.what;
    if (what?.kind !== 'wrote' || what.of !== written?.of || what.value !== written.value) continue;
    return events[index] ?? null;
  }
  return null;
}

const orders = new WeakMap<Picture, EventSequence>();

/** The sequence of a picture's events, as far as it has got; made once for each run and grown with it. */
export function sequenceOf(picture: Picture): EventSequence {
  const sequence = orders.get(picture) ?? new EventSequence();
  orders.set(picture, sequence);
  sequence.grow(picture);
  return sequence;
}
