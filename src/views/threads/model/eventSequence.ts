/** EventSequence: the events of a run as the threads view counts them, one after another. Grows with the run. */
import { labelWords } from '../../../messages/en.ts';
import { isFact, type Label } from '../../../trace/facts.ts';
import type { Lane, Stretch } from '../../../trace/lane.ts';
import type { Picture } from '../../../trace/picture.ts';
import { itemsUntil } from '../../../trace/binarySearch.ts';
import type { Micros, Place } from '../../../trace/vocabulary.ts';
import { feedOf, type Feed } from './feed.ts';
import { GrowingLock, GrowingThread, GrowingVariable, type GrowingEvent } from './growing.ts';
import { accessOf, FLAWS, flawKindOf, LOCKS, overwrittenBy, SHARED, THREADS, type Access } from './names.ts';
import type { Overwrite, RankedEvent, What } from './rows.ts';

/** How far back the write that was overwritten is looked for, in events of its thread. */
const LOOK_BACK = 400;

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
  #feeds: Feed[] = [];
  #flawRoots = new Set<string>();
  #version = 0;

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
  grow(picture: Picture): void {
    if (picture.version === this.#version) return;
    this.#version = picture.version;
    this.#meet(picture);
    const news = this.#feeds.flatMap((feed) => feed.take());
    news.sort((one, other) => one.time - other.time);
    for (const { feed, index, time } of news) {
      feed.tell(index);
      const last = this.#events.at(-1);
      if (last !== undefined) last.settled = time;
    }
  }

  /** Makes rows for the lanes that are new. */
  #meet(picture: Picture): void {
    for (const lane of picture.lanesBelow(THREADS).slice(this.threads.length)) this.#meetThread(lane);
    for (const lane of picture.lanesBelow(LOCKS).slice(this.locks.length)) this.#meetLock(lane);
    for (const lane of picture.lanesBelow(SHARED).slice(this.variables.length)) this.#meetVariable(lane);
    for (const label of Object.values(FLAWS)) {
      const root = this.#flawRoots.has(label) ? null : picture.laneLabelled(label);
      if (root === null) continue;
      this.#flawRoots.add(label);
      this.#feeds.push(feedOf(root.marks, timeOf, settle), feedOf(root.totals, timeOf, settle));
    }
  }

  #meetThread(lane: Lane): void {
    const row = new GrowingThread(this.threads.length, lane);
    this.threads.push(row);
    this.#rowOfLane.set(lane.id, row);
    if (!this.#rowOfName.has(lane.label)) this.#rowOfName.set(lane.label, row);
    this.#feeds.push(
      feedOf(
        lane.stretches,
        (stretch) => stretch.start,
        (stretch, index) => this.#goOn(row, stretch, index),
      ),
      feedOf(lane.marks, timeOf, (mark) =>
        mark.tone === 'bad'
          ? this.#blame(row, mark.name)
          : this.#count(row, accessOf(mark.name) ?? { kind: 'noted', name: mark.name }, mark),
      ),
      feedOf(lane.links, timeOf, (link) => this.#overwrite(row, link.to, link.why)),
      feedOf(
        lane.spans,
        (span) => span.end,
        () => row.segments.begin('over', this.count, -1),
      ),
    );
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

  #meetLock(lane: Lane): void {
    const row = new GrowingLock(lane);
    this.locks.push(row);
    this.#feeds.push(
      feedOf(
        lane.stretches,
        (stretch) => stretch.start,
        (stretch, index) => this.#pass(row, stretch, index),
      ),
      feedOf(lane.levels, timeOf, (level) => row.queue.push({ from: this.count, waiting: level.value })),
    );
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

  #meetVariable(lane: Lane): void {
    const row = new GrowingVariable(lane);
    this.variables.push(row);
    const at = (time: Micros) => ({ time, rank: Math.max(1, this.count) });
    this.#feeds.push(
      feedOf(lane.levels, timeOf, ({ time, value }) =>
        row.change({ ...at(time), text: String(value), level: value }),
      ),
      feedOf(lane.marks, timeOf, ({ time, name }) =>
        row.change({
          ...at(time),
          text: isFact(name, 'value is') ? name.fields.value : labelWords(name),
          level: null,
        }),
      ),
    );
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

  /** What went wrong is told right after the event in which it did. */
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

const timeOf = (item: { readonly time: Micros }) => item.time;
/** All that is taken settles the event before it. */
const settle = () => undefined;

/** The last write of this value among the newest events of a thread. */
function writeOf(events: readonly GrowingEvent[], written: Access | null): GrowingEvent | null {
  const oldest = Math.max(0, events.length - LOOK_BACK);
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
