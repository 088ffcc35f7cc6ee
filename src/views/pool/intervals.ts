/** Intervals: what each thread had to do with connections, as stretches of time: held one, or waited for one. Pure. */
import { labelWords } from '../../messages/en.ts';
import type { Lane } from '../../trace/lane.ts';
import type { Picture } from '../../trace/picture.ts';
import { countUntil } from '../../trace/binarySearch.ts';
import type { Micros, Place } from '../../trace/vocabulary.ts';
import { CONNECTIONS, isConnection, OUT, REQUESTS } from './names.ts';

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

interface Intervals {
  readonly version: number;
  /** in the order in which they began */
  readonly all: readonly Interval[];
  /** those that held a connection, by its lane */
  readonly holds: ReadonlyMap<Lane, readonly Interval[]>;
}

const read = new WeakMap<Picture, Intervals>();

/** All that is known of a run's intervals. Several parts of the view ask for them at every frame: they are read once. */
function intervalsOf(picture: Picture): Intervals {
  const known = read.get(picture);
  if (known?.version === picture.version) return known;
  const pools = poolsOf(picture);
  const holds = new Map<Lane, readonly Interval[]>();
  for (const pool of pools) {
    const prefix = pools.length > 1 ? `${pool.label}: ` : '';
    for (const [index, lane] of connectionsOf(pool).entries())
      holds.set(lane, holdsIn(lane, prefix, index + 1));
  }
  const waits = picture.lanesBelow(REQUESTS).flatMap(waitsOf);
  const all = [...[...holds.values()].flat(), ...waits].toSorted((one, other) => one.start - other.start);
  const intervals = { version: picture.version, all, holds };
  read.set(picture, intervals);
  return intervals;
}

/** All intervals that had begun by the moment, in the order in which they began. */
export function intervalsUntil(picture: Picture, moment: Micros): readonly Interval[] {
  const { all } = intervalsOf(picture);
  return all.slice(
    0,
    countUntil(all.length, (index) => all[index]?.start ?? Infinity, moment),
  );
}

/** The times that this connection was out. */
export function holdsOf(picture: Picture, connection: Lane): readonly Interval[] {
  return intervalsOf(picture).holds.get(connection) ?? [];
}

/** Each time that a connection is out it has a span, and a state that names the thread. Several may share it. */
function holdsIn(lane: Lane, prefix: string, number: number): readonly Interval[] {
  const taken = lane.stretches.filter(({ state }) => state === OUT);
  return lane.spans.map((span, index) => ({
    kind: 'hold',
    thread: labelWords(taken[index]?.detail ?? ''),
    by: span.name,
    connection: prefix + lane.label,
    number,
    start: span.start,
    end: span.end,
    outcome: span.outcome,
    place: span.place,
  }));
}

function waitsOf(lane: Lane): readonly Interval[] {
  return lane.spans.map((span) => ({
    kind: 'wait',
    thread: lane.label,
    by: span.name,
    connection: '',
    number: null,
    start: span.start,
    end: span.end,
    outcome: span.outcome,
    place: span.place,
  }));
}

/** When a interval was over, as far as the moment knows; null while it lasts. */
export function endBy({ end }: Interval, moment: Micros): Micros | null {
  return end !== null && end <= moment ? end : null;
}

/** How a interval had ended by the moment; null while it lasts. */
export function outcomeBy(interval: Interval, moment: Micros): string | null {
  return endBy(interval, moment) === null ? null : interval.outcome;
}
