/** Picture: a run so far as lanes, folded event by event. Views read it up to a moment and never change it. */
import type { Lane, Link, Level, Mark, Print, Span, Stretch, Total } from './lane.ts';
import type { Micros, TraceEvent, TrackId } from './vocabulary.ts';

/** What a run looks like so far. It grows in place: `version` tells whether it has. */
export interface Picture {
  /** index = TrackId */
  readonly lanes: readonly Lane[];
  readonly prints: readonly Print[];
  /** time of the last event; 0 before the first */
  readonly lastTime: Micros;
  /** how many events have been folded in */
  readonly version: number;
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
  #spans = new Map<number, Growing<Span>>();
  #roots = new Map<string, GrowingLane>();
  #labels = new Map<string, GrowingLane>();

  lanesBelow(rootLabel: string): readonly Lane[] {
    return this.#roots.get(rootLabel)?.lanesBelow ?? [];
  }

  laneLabelled(label: string): Lane | null {
    return this.#roots.get(label) ?? this.#labels.get(label) ?? null;
  }

  fold(event: TraceEvent): void {
    this.lastTime = event.time;
    this.version += 1;
    if (event.word === 'track') {
      this.#declare(event);
      return;
    }
    const lane = this.lanes[event.track];
    if (lane !== undefined) this.#foldInto(lane, event);
  }

  #declare(event: TraceEvent & { word: 'track' }): void {
    const parent = event.parent === null ? null : (this.lanes[event.parent] ?? null);
    const lane = new GrowingLane(event.track, event.label, parent, event.time);
    this.lanes.push(lane);
    for (const ancestor of lane.above) ancestor.lanesBelow.push(lane);
    if (parent === null && !this.#roots.has(lane.label)) this.#roots.set(lane.label, lane);
    if (!this.#labels.has(lane.label)) this.#labels.set(lane.label, lane);
  }

  #foldInto(lane: GrowingLane, event: Exclude<TraceEvent, { word: 'track' }>): void {
    const { time, place } = event;
    switch (event.word) {
      case 'open':
        this.#open(lane, event);
        break;
      case 'close':
        this.#close(lane, event);
        break;
      case 'state':
        lane.endStretch(time);
        lane.stretches.push({ state: event.state, detail: event.detail, start: time, end: null, place });
        break;
      case 'mark':
        lane.marks.push({ time, name: event.name, tone: event.tone, place });
        break;
      case 'gauge': {
        const peak = Math.max(event.value, lane.levels.at(-1)?.peak ?? event.value);
        lane.levels.push({ time, value: event.value, peak });
        break;
      }
      case 'tally':
        lane.totals.push({ time, total: (lane.totals.at(-1)?.total ?? 0) + event.amount });
        break;
      case 'link':
        lane.links.push({ time, to: event.to, why: event.why, place });
        break;
      case 'print':
        this.prints.push({ time, text: event.text, stream: event.stream, place });
        break;
    }
  }

  #open(lane: GrowingLane, event: TraceEvent & { word: 'open' }): void {
    const span = { name: event.name, start: event.time, end: null, outcome: null, place: event.place };
    lane.spans.push(span);
    lane.openSpans += 1;
    this.#spans.set(event.span, span);
    for (const ancestor of lane.above) ancestor.below.opened.push(event.time);
  }

  #close(lane: GrowingLane, event: TraceEvent & { word: 'close' }): void {
    const span = this.#spans.get(event.span);
    if (span === undefined) return;
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
  }
}

/** The picture of a run that has not reported anything. */
export function emptyPicture(): Picture {
  return new GrowingPicture();
}
