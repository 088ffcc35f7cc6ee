/** Stays: what each thread had to do with connections, as stretches of time: held one, or waited for one. Pure. */
import type { Lane } from '../../trace/lane.ts';
import type { Picture } from '../../trace/picture.ts';
import { countUntil } from '../../trace/binarySearch.ts';
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

interface Stays {
  readonly version: number;
  /** in the order in which they began */
  readonly all: readonly Stay[];
  /** those that held a connection, by its lane */
  readonly holds: ReadonlyMap<Lane, readonly Stay[]>;
}

const read = new WeakMap<Picture, Stays>();

/** All that is known of a run's stays. Several parts of the view ask for them at every frame: they are read once. */
function staysOf(picture: Picture): Stays {
  const known = read.get(picture);
  if (known?.version === picture.version) return known;
  const pools = poolsOf(picture);
  const holds = new Map<Lane, readonly Stay[]>();
  for (const pool of pools) {
    const prefix = pools.length > 1 ? `${pool.label}: ` : '';
    for (const lane of connectionsOf(pool)) holds.set(lane, holdsIn(lane, prefix));
  }
  const waits = picture.lanesBelow(REQUESTS).flatMap(waitsOf);
  const all = [...[...holds.values()].flat(), ...waits].toSorted((one, other) => one.start - other.start);
  const stays = { version: picture.version, all, holds };
  read.set(picture, stays);
  return stays;
}

/** All stays that had begun by the moment, in the order in which they began. */
export function staysUntil(picture: Picture, moment: Micros): readonly Stay[] {
  const { all } = staysOf(picture);
  return all.slice(
    0,
    countUntil(all.length, (index) => all[index]?.start ?? Infinity, moment),
  );
}

/** The times that this connection was out. */
export function holdsOf(picture: Picture, connection: Lane): readonly Stay[] {
  return staysOf(picture).holds.get(connection) ?? [];
}

/** Each time that a connection is out it has a span, and a state that names the thread. Several may share it. */
function holdsIn(lane: Lane, prefix: string): readonly Stay[] {
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
