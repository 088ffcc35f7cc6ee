/** Stays: what each thread had to do with connections, as stretches of time: held one, or waited for one. Pure. */
import type { Lane } from '../../trace/lane.ts';
import type { Picture } from '../../trace/picture.ts';
import type { Micros, Place } from '../../trace/vocabulary.ts';
import { CONNECTIONS, isConnection, OUT, REQUESTS } from './names.ts';

export interface Stay {
  readonly kind: 'hold' | 'wait';
  readonly thread: string;
  /** the function that asked for the connection */
  readonly by: string;
  /** the connection's name; empty for a wait */
  readonly connection: string;
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

/** All stays that had begun by the moment, in the order in which they began. */
export function staysUntil(picture: Picture, moment: Micros): readonly Stay[] {
  const pools = poolsOf(picture);
  const holds = pools.flatMap((pool) =>
    connectionsOf(pool).flatMap((lane) => holdsOf(lane, pools.length > 1 ? `${pool.label}: ` : '')),
  );
  const waits = picture.lanesBelow(REQUESTS).flatMap(waitsOf);
  return [...holds, ...waits]
    .filter(({ start }) => start <= moment)
    .toSorted((one, other) => one.start - other.start);
}

/** Each time that a connection is out it has a span, and a state that names the thread. Several may share it. */
export function holdsOf(lane: Lane, prefix = ''): readonly Stay[] {
  const taken = lane.stretches.filter(({ state }) => state === OUT);
  return lane.spans.map((span, index) => ({
    kind: 'hold',
    thread: taken[index]?.detail ?? '',
    by: span.name,
    connection: prefix + lane.label,
    start: span.start,
    end: span.end,
    outcome: span.outcome,
    place: span.place,
  }));
}

function waitsOf(lane: Lane): readonly Stay[] {
  return lane.spans.map((span) => ({
    kind: 'wait',
    thread: lane.label,
    by: span.name,
    connection: '',
    start: span.start,
    end: span.end,
    outcome: span.outcome,
    place: span.place,
  }));
}

/** When a stay was over, as far as the moment knows; null while it lasts. */
export function endBy({ end }: Stay, moment: Micros): Micros | null {
  return end !== null && end <= moment ? end : null;
}

/** How a stay had ended by the moment; null while it lasts. */
export function outcomeBy(stay: Stay, moment: Micros): string | null {
  return endBy(stay, moment) === null ? null : stay.outcome;
}
