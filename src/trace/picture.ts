/** Picture: a run so far as lanes, folded event by event. Views read it up to a moment and never change it. */
import type { Lane, Link, Level, Mark, Print, Span, Stretch, Total } from './lane.ts';
import { Columns, NOWHERE } from './columns.ts';
import type { OrderedStream } from './orderedStream.ts';
import type { Micros, TraceEvent, TrackId } from './vocabulary.ts';

/** What a run looks like so far. It grows in place: `version` changes when it has. */
export interface Picture {
  /** index = TrackId */
  readonly lanes: readonly Lane[];
  readonly prints: readonly Print[];
  /** time of the last event; 0 before the first */
  readonly lastTime: Micros;
  /** how many events have been folded in */
  readonly version: number;
  /** the same events in the order in which they came */
  readonly stream: OrderedStream;
  /** the lanes below the root with this label, at any depth, in the order they were declared */
  lanesBelow(rootLabel: string): readonly Lane[];
  /** the root with this label, else the first lane with it, else null */
  laneLabelled(label: string): Lane | null;
}

type Growing<T> = { -readonly [K in keyof T]: T[K] };

class GrowingLane implements Lane {
  readonly stretches: Growing<Stretch>[] = [];
  readonly spans: Growing<Span>[] = [];
  readonly levels: Level[] = [];
  readonly totals: Total[] = [];
  readonly marks: Mark[] = [];
  readonly links: Link[] = [];
  readonly lanesBelow: Lane[] = [];
  readonly below = { opened: new Array<Micros>(), ended: new Map<string, Micros[]>() };
  /** its parent, its parent's parent, and so on */
  readonly above: readonly GrowingLane[];
  openSpans = 0;
  readonly id: TrackId;
  readonly label: string;
  readonly parent: TrackId | null;
  readonly since: Micros;

  constructor(id: TrackId, label: string, parent: GrowingLane | null, since: Micros) {
    this.id = id;
    this.label = label;
    this.parent = parent?.id ?? null;
    this.since = since;
    this.above = parent === null ? [] : [parent, ...parent.above];
  }

  /** The state of the lane, if it has one, ends now. */
  endStretch(time: Micros): void {
    const last = this.stretches.at(-1);
    if (last !== undefined && last.end === null) last.end = time;
  }
}

/** The picture that a Trace grows. Trusts its events: they were checked on the way in. */
export class GrowingPicture implements Picture {
  readonly lanes: GrowingLane[] = [];
  readonly prints: Print[] = [];
  lastTime: Micros = 0;
  version = 0;
  readonly stream: OrderedStream;
  /** those that are open, by their number in the run: where they stand in their lane */
  #spans = new Map<number, number>();
  #roots = new Map<string, GrowingLane>();
  #labels = new Map<string, GrowingLane>();

  constructor(stream: OrderedStream) {
    this.stream = stream;
  }

  lanesBelow(rootLabel: string): readonly Lane[] {
    return this.#roots.get(rootLabel)?.lanesBelow ?? [];
  }

  laneLabelled(label: string): Lane | null {
    return this.#roots.get(label) ?? this.#labels.get(label) ?? null;
  }

  /** Takes the event that comes next; returns where it stands in its lane, as the stream has it. */
  fold(event: TraceEvent): number {
    this.lastTime = event.time;
    this.version += 1;
    if (event.word === 'track') return this.#declare(event);
    const lane = this.lanes[event.track];
    return lane === undefined ? NOWHERE : this.#foldInto(lane, event);
  }

  #declare(event: TraceEvent & { word: 'track' }): number {
    const parent = event.parent === null ? null : (this.lanes[event.parent] ?? null);
    const lane = new GrowingLane(event.track, event.label, parent, event.time);
    this.lanes.push(lane);
    for (const ancestor of lane.above) ancestor.lanesBelow.push(lane);
    if (parent === null && !this.#roots.has(lane.label)) this.#roots.set(lane.label, lane);
    if (!this.#labels.has(lane.label)) this.#labels.set(lane.label, lane);
    return this.lanes.length - 1;
  }

  #foldInto(lane: GrowingLane, event: Exclude<TraceEvent, { word: 'track' }>): number {
    const { time, place } = event;
    switch (event.word) {
      case 'open':
        return this.#open(lane, event);
      case 'close':
        return this.#close(lane, event);
      case 'state':
        lane.endStretch(time);
        return push(lane.stretches, {
          state: event.state,
          detail: event.detail,
          start: time,
          end: null,
          place,
        });
      case 'mark':
        return push(lane.marks, { time, name: event.name, tone: event.tone, place });
      case 'gauge': {
        const peak = Math.max(event.value, lane.levels.at(-1)?.peak ?? event.value);
        return push(lane.levels, { time, value: event.value, peak });
      }
      case 'tally':
        return push(lane.totals, { time, total: (lane.totals.at(-1)?.total ?? 0) + event.amount });
      case 'link':
        return push(lane.links, { time, to: event.to, why: event.why, place });
      case 'print':
        return push(this.prints, { time, text: event.text, stream: event.stream, place });
    }
  }

  #open(lane: GrowingLane, event: TraceEvent & { word: 'open' }): number {
    const { name, time, place } = event;
    const index = push(lane.spans, { name, start: time, end: null, outcome: null, place });
    lane.openSpans += 1;
    this.#spans.set(event.span, index);
    for (const ancestor of lane.above) ancestor.below.opened.push(time);
    return index;
  }

  #close(lane: GrowingLane, event: TraceEvent & { word: 'close' }): number {
    const index = this.#spans.get(event.span) ?? NOWHERE;
    const span = lane.spans[index];
    if (span === undefined) return NOWHERE;
    this.#spans.delete(event.span);
    span.end = event.time;
    span.outcome = event.outcome;
    lane.openSpans -= 1;
    if (lane.openSpans === 0) lane.endStretch(event.time);
    for (const ancestor of lane.above) {
      const times = ancestor.below.ended.get(event.outcome);
      if (times === undefined) ancestor.below.ended.set(event.outcome, [event.time]);
      else times.push(event.time);
    }
    return index;
  }
}

/** Adds an item; returns where it stands. */
function push<T>(items: T[], item: T): number {
  return items.push(item) - 1;
}

/** The picture of a run that has not reported anything. */
export function emptyPicture(): Picture {
  return new GrowingPicture(new Columns());
}
