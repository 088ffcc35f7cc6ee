/** Slots: the places of a pool at a moment, who holds the connection in each, and who waits for one. Pure. */
import { labelWords } from '../../messages/en.ts';
import type { Lane } from '../../trace/lane.ts';
import type { Picture } from '../../trace/picture.ts';
import { lastUntil } from '../../trace/binarySearch.ts';
import type { Micros, Place } from '../../trace/vocabulary.ts';
import { GONE, LIMITS } from './names.ts';
import { connectionsOf, poolsOf } from './interval.ts';
import { intervalsOf, type Intervals } from './intervals.ts';

/** More places than this are counted, not drawn. */
export const MOST_SLOTS = 8;

export interface Slot {
  /** one of those that the pool does not keep */
  readonly overflow: boolean;
  /** null: nothing has been opened in this place, or it is closed again */
  readonly connection: string | null;
  /** null: the connection is idle */
  readonly holder: {
    readonly thread: string;
    readonly by: string;
    readonly since: Micros;
    readonly place: Place | null;
  } | null;
}

export interface PoolAt {
  readonly name: string;
  /** `QueuePool` */
  readonly kind: string;
  /** how many connections it keeps; null where it has no such number, 0 for no limit */
  readonly size: number | null;
  /** how many it allows; null for any number */
  readonly most: number | null;
  /** seconds after which it gives up, as written; empty where it does not wait */
  readonly timeout: string;
  readonly slots: readonly Slot[];
  /** places beyond those that are shown, and how many of them have an open connection */
  readonly hidden: number;
  readonly hiddenOpen: number;
}

/** The pools that had been asked for a connection by the moment. Those that are gone make room for later ones. */
export function poolsAt(picture: Picture, moment: Micros): readonly PoolAt[] {
  const pools = poolsOf(picture).filter(({ since }) => since <= moment);
  const latest = pools.at(-1)?.since ?? 0;
  return pools
    .filter((pool) => goneBy(picture, pool, moment) >= latest)
    .map((pool) => poolAt(picture, pool, moment));
}

/** Since when a pool is gone with nothing of it still open; infinite where it is there. */
function goneBy(picture: Picture, pool: Lane, moment: Micros): Micros {
  const now = lastUntil(pool.stretches, moment);
  if (
    now?.state !== GONE ||
    placesOf(intervalsOf(picture), connectionsOf(pool), moment).some((lane) => lane !== null)
  )
    return Infinity;
  return now.start;
}

function poolAt(picture: Picture, pool: Lane, moment: Micros): PoolAt {
  const level = (label: string): number | null => {
    const lane = pool.lanesBelow.find((below) => below.label === label);
    return lane === undefined || lane.levels.length === 0
      ? null
      : (lastUntil(lane.levels, Math.max(moment, lane.levels.timeAt(0)))?.value ?? null);
  };
  const size = level(LIMITS.size);
  const most = level(LIMITS.most);
  const taken = placesOf(intervalsOf(picture), connectionsOf(pool), moment);
  const count = Math.max(taken.length, most ?? size ?? 0);
  const slots = Array.from({ length: Math.min(count, MOST_SLOTS) }, (_, index): Slot => {
    const lane = taken[index] ?? null;
    const overflow = size !== null && size > 0 && index >= size;
    return {
      overflow,
      connection: lane?.label ?? null,
      holder: lane === null ? null : holderOf(intervalsOf(picture), lane, moment),
    };
  });
  const kind = pool.stretches.at(0);
  return {
    name: pool.label,
    kind: kind?.state ?? '',
    size,
    most,
    timeout: labelWords(kind?.detail ?? ''),
    slots,
    hidden: count - slots.length,
    hiddenOpen: taken.slice(MOST_SLOTS).filter((lane) => lane !== null).length,
  };
}

/** Which connection is in which place: each takes the first one that is free when it is opened, until it is closed. */
function placesOf(intervals: Intervals, connections: readonly Lane[], moment: Micros): (Lane | null)[] {
  const places: { lane: Lane; closed: Micros }[] = [];
  for (const lane of connections) {
    if (lane.since > moment) break;
    const closed = intervals.closedAt(lane);
    const free = places.findIndex((place) => place.closed <= lane.since);
    if (free === -1) places.push({ lane, closed });
    else places[free] = { lane, closed };
  }
  return places.map(({ lane, closed }) => (closed <= moment ? null : lane));
}

/** Of those who share a connection, the last who took it. */
function holderOf(intervals: Intervals, connection: Lane, moment: Micros): Slot['holder'] {
  const hold = intervals.lastHold(connection, moment);
  if (hold === null) return null;
  return { thread: hold.thread, by: hold.by, since: hold.start, place: hold.place };
}
