/** The sequence of a run's imports as it grows: it takes each event once, in the order in which they came. */
import { countUntil, itemsUntil, timesUntil } from '../../trace/binarySearch.ts';
import { labelWords } from '../../messages/en.ts';
import { isFact } from '../../trace/facts.ts';
import type { Lane, Link, Mark } from '../../trace/lane.ts';
import type { OrderedStream, Word } from '../../trace/orderedStream.ts';
import type { Picture } from '../../trace/picture.ts';
import type { Micros, TrackId } from '../../trace/vocabulary.ts';
import { BACK_EDGES, MODULES, missingName } from './names.ts';
import type { Ask, BackEdge, Body, EventSequence, ModuleLane, Stay } from './rows.ts';

/** More events than this cannot be told apart. */
const MOST_EVENTS = 400;
/** More modules than this make a picture that nobody reads, and a page that answers late. */
export const MOST_LANES = 100;

type Growing<T> = { -readonly [K in keyof T]: T[K] };

interface GrowingModule extends ModuleLane {
  readonly lane: Lane;
  readonly bodies: Growing<Body>[];
  readonly ready: Stay[];
  readonly removed: Micros[];
  /** those who asked for it as the package of another, while it has asked for nothing itself */
  readonly unheard: Growing<Ask>[];
}

export class GrowingSequence implements EventSequence {
  readonly lanes: GrowingModule[] = [];
  readonly asks: Growing<Ask>[] = [];
  readonly times: Micros[] = [];
  count = 0;
  drawn: EventSequence['drawn'] = { lanes: [], asks: [], more: 0 };
  #taken = 0;
  /** the first roots of their labels, which alone count */
  #roots = new Map<string, TrackId>();
  /** by the number of the lane: which of the modules it is */
  #modules = new Map<TrackId, number>();
  /** what tells of a back edge, so far */
  #told: Mark[] = [];

  /** Takes the events of the picture that it has not seen yet. */
  grow({ lanes, stream }: Picture): void {
    if (this.#taken === stream.count) return;
    for (; this.#taken < stream.count; this.#taken += 1) {
      const lane = lanes[stream.trackAt(this.#taken)];
      if (lane !== undefined) this.#take(stream, this.#taken, lane);
    }
    this.drawn = drawnOf(this);
  }

  #take(stream: OrderedStream, event: number, lane: Lane): void {
    const [word, index] = [stream.wordAt(event), stream.indexAt(event)];
    const number = this.#modules.get(lane.id);
    if (word === 'track') this.#meet(lane);
    else if (number !== undefined) this.#takeOf(number, word, index, stream.timeAt(event));
    else if (word === 'mark' && lane.id === this.#roots.get(BACK_EDGES)) {
      const mark = lane.marks[index];
      if (mark === undefined) return;
      this.#told.push(mark);
      this.#lead(mark);
    }
  }

  #meet(lane: Lane): void {
    const { id, label, parent } = lane;
    if (parent === null) {
      if (!this.#roots.has(label)) this.#roots.set(label, id);
    } else if (parent === this.#roots.get(MODULES) || this.#modules.has(parent)) {
      this.#modules.set(id, this.lanes.length);
      this.lanes.push({ lane, name: label, bodies: [], ready: [], removed: [], unheard: [] });
    }
  }

  #takeOf(number: number, word: Word, index: number, time: Micros): void {
    const module = this.lanes[number];
    if (module === undefined) return;
    const { lane, bodies, ready, removed } = module;
    if (word === 'open') {
      bodies.push({ start: time, end: null, failed: false });
      this.#count(time);
    } else if (word === 'close') {
      const body = bodies[index];
      if (body !== undefined)
        Object.assign(body, { end: time, failed: lane.spans[index]?.outcome === 'failed' });
      this.#count(time);
    } else if (word === 'state') {
      const stretch = lane.stretches[index];
      if (stretch?.state === 'ready') ready.push(stretch);
      if (stretch?.state !== 'removed') return;
      removed.push(time);
      this.#count(time);
    } else if (word === 'link') {
      const link = lane.links[index];
      if (link !== undefined) this.#ask(number, link, index === 0);
    }
  }

  /** A package that asks for nothing itself is no part of the sequence: who asks for it is heard once it does. */
  #ask(from: number, { time, to: target, why, place }: Link, first: boolean): void {
    if (first) this.#hear(from);
    const to = this.#modules.get(target);
    const asked = to === undefined ? undefined : this.lanes[to];
    const ask = { time, from, to: to ?? from, why: labelWords(why), place, back: null };
    if (isFact(why, 'package of') && asked?.lane.links.length === 0) asked.unheard.push(ask);
    else {
      this.asks.push(ask);
      this.#count(time);
    }
  }

  #hear(number: number): void {
    const unheard = this.lanes[number]?.unheard.splice(0) ?? [];
    if (unheard.length === 0) return;
    for (const ask of unheard) {
      this.asks.splice(itemsUntil(this.asks, ask.time), 0, ask);
      this.#count(ask.time);
    }
    // What has been told of back edges may belong to one of them.
    for (const ask of this.asks) ask.back = null;
    for (const mark of this.#told) this.#lead(mark);
  }

  /** What is told of a back edge belongs to the last that asked. */
  #lead(mark: Mark): void {
    const ask = this.asks[itemsUntil(this.asks, mark.time) - 1];
    const asked = ask === undefined ? undefined : this.lanes[ask.to];
    if (ask !== undefined && asked !== undefined) ask.back = backEdgeOf(ask, asked.lane, mark);
  }

  #count(time: Micros): void {
    this.count += 1;
    const at = timesUntil(this.times, time);
    if (at >= MOST_EVENTS) return;
    this.times.splice(at, 0, time);
    if (this.times.length > MOST_EVENTS) this.times.pop();
  }
}

function backEdgeOf(ask: Ask, asked: Lane, mark: Mark): BackEdge {
  const marks = asked.marks.filter(({ time }) => time > ask.time && time < mark.time);
  const missing = marks.find((one) => missingName(one) !== null);
  return {
    time: mark.time,
    sentence: labelWords(mark.name),
    bad: mark.tone === 'bad',
    names: marks.flatMap(({ name }) => (isFact(name, 'names so far') ? [name.fields.names] : []))[0] ?? [],
    missing: missing === undefined ? null : missingName(missing),
    bound: missing?.place ?? null,
  };
}

function drawnOf({ lanes, asks, times }: GrowingSequence): EventSequence['drawn'] {
  const until = times.at(-1) ?? 0;
  const begun = <Event extends { readonly start: Micros }>(events: readonly Event[]) =>
    events.slice(
      0,
      countUntil(events.length, (index) => events[index]?.start ?? Infinity, until),
    );
  return {
    lanes: lanes.slice(0, MOST_LANES).map(({ name, bodies, ready, removed }) => ({
      name,
      bodies: begun(bodies),
      ready: begun(ready),
      removed: removed.slice(0, timesUntil(removed, until)),
    })),
    asks: asks
      .slice(0, itemsUntil(asks, until))
      .filter(({ from, to }) => from < MOST_LANES && to < MOST_LANES),
    more: Math.max(0, lanes.length - MOST_LANES),
  };
}
