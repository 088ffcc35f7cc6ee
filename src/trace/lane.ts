/** Lane: what one track did, in the order of time. Types only. */
import type { Label } from './facts.ts';
import type { Items, Times } from './items.ts';
import type { Micros, Place, Stream, Tone, TrackId } from './vocabulary.ts';

/** A track in one named state, e.g. `waiting` with detail `sleep`. */
export interface Stretch {
  readonly state: string;
  readonly detail: Label | null;
  readonly start: Micros;
  /** when the next state began or the lane's last span closed; null while it lasts */
  readonly end: Micros | null;
  readonly place: Place | null;
}

/** Something with a beginning and an end, e.g. the life of a task. */
export interface Span {
  readonly name: string;
  readonly start: Micros;
  /** null while it is open */
  readonly end: Micros | null;
  readonly outcome: string | null;
  readonly place: Place | null;
}

/** The states of a lane, of which parts can be had without the rest. */
export interface StretchItems extends Items<Stretch> {
  /** Empty where there is none. */
  stateAt(index: number): string;
  /** When a stretch ended; infinite while it lasts. */
  endAt(index: number): Micros;
}

/** The spans of a lane, of which some questions are answered without looking at all of them. */
export interface SpanItems extends Items<Span> {
  /** When a span ended; infinite while it is open. */
  endAt(index: number): Micros;
  /** The first of those that are open at this moment, or -1. */
  openAt(moment: Micros): number;
  /** How long the longest had lasted by this moment, of those that had ended and of those that go on. */
  longestBy(moment: Micros): Micros;
}

/** The level of a gauge from `time` on, and the highest it has ever been by then. */
export interface Level {
  readonly time: Micros;
  readonly value: number;
  readonly peak: number;
}

/** The levels of a gauge, of which the value can be had alone. */
export interface LevelItems extends Items<Level> {
  /** 0 where there is none. */
  valueAt(index: number): number;
}

/** The sum of a tally from `time` on. */
export interface Total {
  readonly time: Micros;
  readonly total: number;
}

export interface Mark {
  readonly time: Micros;
  readonly name: Label;
  readonly tone: Tone;
  readonly place: Place | null;
}

export interface Link {
  readonly time: Micros;
  readonly to: TrackId;
  readonly why: Label;
  readonly place: Place | null;
}

/** One write to an output stream, as it was written. */
export interface Print {
  readonly time: Micros;
  readonly text: string;
  readonly stream: Stream;
  readonly place: Place | null;
}

/** When spans began and ended on the tracks below a lane, so that counting them is a search. */
export interface Census {
  readonly opened: Times;
  /** times of ending, by outcome */
  readonly ended: ReadonlyMap<string, Times>;
}

export interface Lane {
  readonly id: TrackId;
  readonly label: string;
  readonly parent: TrackId | null;
  /** when the track was declared */
  readonly since: Micros;
  readonly stretches: StretchItems;
  readonly spans: SpanItems;
  readonly levels: LevelItems;
  readonly totals: Items<Total>;
  readonly marks: Items<Mark>;
  readonly links: Items<Link>;
  /** all lanes below this one at any depth, in the order they were declared */
  readonly lanesBelow: readonly Lane[];
  readonly below: Census;
}
