/** Interval: what a thread had to do with connections, as a stretch of time: it held one, or waited for one. Pure. */
import type { IntList } from '../../trace/intList.ts';
import type { Lane } from '../../trace/lane.ts';
import type { Picture } from '../../trace/picture.ts';
import type { Micros, Place } from '../../trace/vocabulary.ts';
import { CONNECTIONS, isConnection } from './names.ts';

export interface Interval {
  readonly kind: 'hold' | 'wait';
  readonly thread: string;
  /** the function that asked for the connection */
  readonly by: string;
  /** the connection's name; empty for a wait */
  readonly connection: string;
  /** which connection of its pool it is, from 1; null for a wait */
  readonly number: number | null;
  readonly start: Micros;
  /** null while it lasts */
  readonly end: Micros | null;
  readonly outcome: string | null;
  readonly place: Place | null;
}

/** The pools of a run, in the order in which they were first asked. */
export function poolsOf(picture: Picture): readonly Lane[] {
  const root = picture.laneLabelled(CONNECTIONS);
  return picture.lanesBelow(CONNECTIONS).filter(({ parent }) => parent === root?.id);
}

/** A pool's connections, in the order in which they were opened. */
export function connectionsOf(pool: Lane): readonly Lane[] {
  return pool.lanesBelow.filter(({ label }) => isConnection(label));
}

/** A connection: each time that it is out it has a span, and a state that names the thread. Several may share it. */
export interface Connection {
  readonly kind: 'hold';
  readonly lane: Lane;
  readonly pool: Lane;
  readonly number: number;
  /** which of its states say that it is out */
  readonly outs: IntList;
  /** spans and states of being out that have not found one another */
  readonly unpaired: { readonly opens: number[]; outs: number };
}

/** A thread that waits, with a span for each wait. */
export interface ConnectionRequest {
  readonly kind: 'wait';
  readonly lane: Lane;
}

/** When an interval was over, as far as the moment knows; null while it lasts. */
export function endBy({ end }: Interval, moment: Micros): Micros | null {
  return end !== null && end <= moment ? end : null;
}

/** How an interval had ended by the moment; null while it lasts. */
export function outcomeBy(interval: Interval, moment: Micros): string | null {
  return endBy(interval, moment) === null ? null : interval.outcome;
}
