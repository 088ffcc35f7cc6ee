/** Rows: what the picture shows of one module, and of one that asks for another. Types only. */
import type { Micros, Place } from '../../trace/vocabulary.ts';

/** From one event to another; `end` is null while it lasts. */
export interface Interval {
  readonly start: Micros;
  readonly end: Micros | null;
}

/** The body of a module from its first line to its last, or to where an exception left it. */
export interface Body extends Interval {
  readonly failed: boolean;
}

export interface ModuleLane {
  readonly name: string;
  readonly bodies: readonly Body[];
  /** when it was ready to be used */
  readonly ready: readonly Interval[];
  /** when it was taken out again */
  readonly removed: readonly Micros[];
}

/** A module asks for another. */
export interface ImportEdge {
  readonly time: Micros;
  /** index of the lanes */
  readonly from: number;
  readonly to: number;
  /** the statement */
  readonly why: string;
  readonly place: Place | null;
  /** null unless it leads back to a module whose body is under way */
  readonly back: BackEdge | null;
}

export interface BackEdge {
  /** when all of it was reported */
  readonly time: Micros;
  readonly sentence: string;
  readonly bad: boolean;
  readonly names: readonly string[];
  readonly missing: string | null;
  /** where the missing name is bound, by the source */
  readonly bound: Place | null;
}

export interface EventSequence {
  readonly lanes: readonly ModuleLane[];
  readonly imports: readonly ImportEdge[];
  /** the times of the events that are drawn, in order */
  readonly times: readonly Micros[];
  /** how many events there are, drawn or not */
  readonly count: number;
  /** what of it is drawn: the first modules, and what happened among them up to the last of the events that are drawn */
  readonly drawn: {
    readonly lanes: readonly ModuleLane[];
    readonly imports: readonly ImportEdge[];
    readonly more: number;
  };
}
