/** The sequence of a run's imports as it grows: it takes each event once, in the order in which they came. */
import { countUntil, itemsUntil, timesUntil } from '../../trace/binarySearch.ts';
import { labelWords } from '../../messages/en.ts';
import { isFact } from '../../trace/facts.ts';
import type { Lane, Link, Mark } from '../../trace/lane.ts';
import type { OrderedStream, Word } from '../../trace/orderedStream.ts';
import type { Picture } from '../../trace/picture.ts';
import type { Micros, TrackId } from '../../trace/vocabulary.ts';
import { BACK_EDGES, MODULES, missingName } from './names.ts';
import type { ImportEdge, BackEdge, Body, EventSequence, ModuleLane, Interval } from './rows.ts';

/** More events than this cannot be distinguished. */
const MOST_EVENTS = 400;
/** More modules than this make a picture that nobody reads, and a page that answers late. */
export const MOST_LANES = 100;

type Growing<T> = { -readonly [K in keyof T]: T[K] };

interface GrowingModule extends ModuleLane {
  readonly lane: Lane;
  readonly bodies: Growing<Body>[];
  readonly ready: Growing<Interval>[];
  /** which of the lane's stretches the last of `ready` is */
  lastReady: number;
  readonly removed: Micros[];
  /** those who asked for it as the package of another, while it has asked for nothing itself */
  readonly deferred: Growing<ImportEdge>[];
}

export class GrowingSequence implements EventSequence {
  readonly lanes: GrowingModule[] = [];
  readonly imports: Growing<ImportEdge>[] = [];
  readonly times: Micros[] = [];
  count = 0;
  drawn: EventSequence['drawn'] = { lanes: [], imports: [], more: 0 };
  #taken = 0;
  /** the first roots of their labels, which alone count */
  #roots = new Map<string, TrackId>();
  /** by the number of the lane: which of the modules it is */
  #modules = new Map<TrackId, number>();
  /** what reports a back edge, so far */
  #backEdgeMarks: Mark[] = [];

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
    if (word === 'track') this.#addModule(lane);
    else if (number !== undefined) this.#takeOf(number, word, index, stream.timeAt(event));
    else if (word === 'mark' && lane.id === this.#roots.get(BACK_EDGES)) {
      const mark = lane.marks.at(index);
      if (mark === undefined) return;
      this.#backEdgeMarks.push(mark);
      this.#lead(mark);
    }
  }

  #addModule(lane: Lane): void {
    const { id, label, parent } = lane;
    if (parent === null) {
      if (!this.#roots.has(label)) this.#roots.set(label, id);
    } else if (parent === this.#roots.get(MODULES) || this.#modules.has(parent)) {
      this.#modules.set(id, this.lanes.length);
      this.lanes.push({ lane, name: label, bodies: [], ready: [], lastReady: -1, removed: [], deferred: [] });
    }
  }

  #takeOf(number: number, word: Word, index: number, time: Micros): void {
    const module = this.lanes[number];
    if (module === undefined) return;
    const { lane, bodies, ready, removed } = module;
    const last = ready.at(-1);
    if (last?.end === null) last.end = lane.stretches.at(module.lastReady)?.end ?? null;
    if (word === 'open') {
      bodies.push({ start: time, end: null, failed: false });
      this.#count(time);
    } else if (word === 'close') {
      const body = bodies[index];
      if (body !== undefined)
        Object.assign(body, { end: time, failed: lane.spans.at(index)?.outcome === 'failed' });
      this.#count(time);
    } else if (word === 'state') {
      const stretch = lane.stretches.at(index);
      if (stretch?.state === 'ready') {
        ready.push({ start: stretch.start, end: stretch.end });
        module.lastReady = index;
      }
      if (stretch?.state !== 'removed') return;
      removed.push(time);
      this.#count(time);
    } else if (word === 'link') {
      const link = lane.links.at(index);
      if (link !== undefined) this.#addImport(number, link, index === 0);
    }
  }

  /** A package that asks for nothing itself is no part of the sequence: who asks for it is added once it does. */
  #addImport(from: number, { time, to: target, why, place }: Link, first: boolean): void {
    if (first) this.#addDeferred(from);
    const to = this.#modules.get(target);
    const imported = to === undefined ? undefined : this.lanes[to];
    const edge = { time, from, to: to ?? from, why: labelWords(why), place, back: null };
    if (isFact(why, 'package of') && imported?.lane.links.length === 0) imported.deferred.push(edge);
    else {
      this.imports.push(edge);
      this.#count(time);
    }
  }

  #addDeferred(number: number): void {
    const deferred = this.lanes[number]?.deferred.splice(0) ?? [];
    if (deferred.length === 0) return;
    for (const edge of deferred) {
      this.imports.splice(itemsUntil(this.imports, edge.time), 0, edge);
      this.#count(edge.time);
    }
    // What has been reported of back edges may belong to one of them.
    for (const edge of this.imports) edge.back = null;
    for (const mark of this.#backEdgeMarks) this.#lead(mark);
  }

  /** What is reported of a back edge belongs to the last that imported. */
  #lead(mark: Mark): void {
    const edge = this.imports[itemsUntil(this.imports, mark.time) - 1];
    const imported = edge === undefined ? undefined : this.lanes[edge.to];
    if (edge !== undefined && imported !== undefined) edge.back = backEdgeOf(edge, imported.lane, mark);
  }

  #count(time: Micros): void {
    this.count += 1;
    const at = timesUntil(this.times, time);
    if (at >= MOST_EVENTS) return;
    this.times.splice(at, 0, time);
    if (this.times.length > MOST_EVENTS) this.times.pop();
  }
}

function backEdgeOf(edge: ImportEdge, imported: Lane, mark: Mark): BackEdge {
  const marks = imported.marks.filter(({ time }) => time > edge.time && time < mark.time);
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

function drawnOf({ lanes, imports, times }: GrowingSequence): EventSequence['drawn'] {
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
    imports: imports
      .slice(0, itemsUntil(imports, until))
      .filter(({ from, to }) => from < MOST_LANES && to < MOST_LANES),
    more: Math.max(0, lanes.length - MOST_LANES),
  };
}
