/** Picture: a run so far as lanes, folded event by event. Views read it up to a moment and never change it. */
import { Columns, NOWHERE, type Row } from './columns.ts';
import { EventList } from './eventList.ts';
import { EventLog } from './eventLog.ts';
import type { Items } from './items.ts';
import type { Census, Lane, Print } from './lane.ts';
import { Levels, Links, Marks, Prints, Spans, Stretches, Totals } from './laneItems.ts';
import type { OrderedStream } from './orderedStream.ts';
import { WORDS, type Micros, type TrackId } from './vocabulary.ts';

/** What a run looks like so far. It grows in place: `version` changes when it has. */
export interface Picture {
  /** index = TrackId */
  readonly lanes: readonly Lane[];
  readonly prints: Items<Print>;
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

class GrowingLane implements Lane {
  readonly stretches: Stretches;
  readonly spans: Spans;
  readonly levels: Levels;
  readonly totals: Totals;
  readonly marks: Marks;
  readonly links: Links;
  lanesBelow: GrowingLane[] = NO_LANES;
  below: GrowingCensus = NO_CENSUS;
  /** its parent, its parent's parent, and so on */
  readonly above: readonly GrowingLane[];
  openSpans = 0;
  readonly id: TrackId;
  readonly label: string;
  readonly parent: TrackId | null;
  readonly since: Micros;

  constructor(log: EventLog, lane: Pick<Lane, 'id' | 'label' | 'since'>, parent: GrowingLane | null) {
    this.id = lane.id;
    this.label = lane.label;
    this.since = lane.since;
    this.parent = parent?.id ?? null;
    this.above = parent === null ? [] : [parent, ...parent.above];
    this.stretches = new Stretches(log);
    this.spans = new Spans(log);
    this.levels = new Levels(log);
    this.totals = new Totals(log);
    this.marks = new Marks(log);
    this.links = new Links(log);
  }

  /** A lane below it, at any depth. */
  addBelow(lane: GrowingLane, log: EventLog): void {
    // Hardly any of very many lanes has some below it.
    if (this.lanesBelow === NO_LANES) {
      this.lanesBelow = [];
      this.below = { opened: new EventList(log.columns), ended: new Map() };
    }
    this.lanesBelow.push(lane);
  }
}

interface GrowingCensus extends Census {
  readonly opened: EventList;
  readonly ended: Map<string, EventList>;
}

const NO_LANES: GrowingLane[] = [];
const NO_CENSUS: GrowingCensus = { opened: new EventList(new Columns()), ended: new Map() };

/** The picture that a Trace grows. Trusts its events: they were checked on the way in. */
export class GrowingPicture implements Picture {
  readonly lanes: GrowingLane[] = [];
  readonly prints: Prints;
  lastTime: Micros = 0;
  version = 0;
  readonly stream: OrderedStream;
  readonly #log: EventLog;
  /** those that are open, by their number in the run: where they stand in their lane */
  #spans = new Map<number, number>();
  #roots = new Map<string, GrowingLane>();
  #labels = new Map<string, GrowingLane>();

  constructor(log: EventLog) {
    this.#log = log;
    this.stream = log.columns;
    this.prints = new Prints(log);
  }

  lanesBelow(rootLabel: string): readonly Lane[] {
    return this.#roots.get(rootLabel)?.lanesBelow ?? NO_LANES;
  }

  laneLabelled(label: string): Lane | null {
    return this.#roots.get(label) ?? this.#labels.get(label) ?? null;
  }

  /** Takes the event that comes next and puts it into the log. */
  fold(row: Row): void {
    const event = this.#log.columns.push(row);
    this.lastTime = row.time;
    this.version += 1;
    const lane = this.lanes[row.track];
    const isTrack = WORDS[row.word] === 'track';
    const index = isTrack ? this.#declare(row) : lane === undefined ? NOWHERE : this.#into(lane, row, event);
    this.#log.columns.setIndex(event, index);
  }

  #declare({ track: id, time: since, a, b }: Row): number {
    const parent = b < 0 ? null : (this.lanes[b] ?? null);
    const lane = new GrowingLane(this.#log, { id, label: this.#log.names.name(a), since }, parent);
    this.lanes.push(lane);
    for (const ancestor of lane.above) ancestor.addBelow(lane, this.#log);
    if (parent === null && !this.#roots.has(lane.label)) this.#roots.set(lane.label, lane);
    if (!this.#labels.has(lane.label)) this.#labels.set(lane.label, lane);
    return this.lanes.length - 1;
  }

  /** Returns where the event stands in its lane, as the stream has it. */
  #into(lane: GrowingLane, row: Row, event: number): number {
    switch (WORDS[row.word] ?? 'track') {
      case 'open':
        return this.#open(lane, row, event);
      case 'close':
        return this.#close(lane, row, event);
      case 'state':
        return lane.stretches.push(event);
      case 'mark':
        return lane.marks.push(event);
      case 'gauge':
        return lane.levels.push(event);
      case 'tally':
        return lane.totals.push(event);
      case 'link':
        return lane.links.push(event);
      case 'print':
        return this.prints.push(event);
      case 'track':
        return NOWHERE;
    }
  }

  #open(lane: GrowingLane, { b: span }: Row, event: number): number {
    const index = lane.spans.push(event);
    lane.openSpans += 1;
    this.#spans.set(span, index);
    for (const ancestor of lane.above) ancestor.below.opened.push(event);
    return index;
  }

  #close(lane: GrowingLane, { a, b: span }: Row, event: number): number {
    const index = this.#spans.get(span);
    if (index === undefined) return NOWHERE;
    this.#spans.delete(span);
    lane.spans.close(index, event);
    lane.openSpans -= 1;
    if (lane.openSpans === 0) lane.stretches.rest(event);
    if (lane.above.length > 0) this.#countEnded(lane, this.#log.names.name(a), event);
    return index;
  }

  #countEnded({ above }: GrowingLane, outcome: string, event: number): void {
    for (const { below } of above) {
      const times = below.ended.get(outcome) ?? new EventList(this.stream);
      if (times.length === 0) below.ended.set(outcome, times);
      times.push(event);
    }
  }
}

/** The picture of a run that has not reported anything. */
export function emptyPicture(): Picture {
  return new GrowingPicture(new EventLog());
}
