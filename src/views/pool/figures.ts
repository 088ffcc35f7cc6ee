/** Figures: what the stays of a run add up to at a moment. Pure. */
import type { Picture } from '../../trace/picture.ts';
import type { Micros, Place } from '../../trace/vocabulary.ts';
import { LOST, TIMED_OUT } from './names.ts';
import { endBy, outcomeBy, staysUntil, type Stay } from './intervals.ts';

export interface Figures {
  readonly stays: readonly Stay[];
  /** times that a connection was handed out */
  readonly checkouts: number;
  /** of these, given back by the program */
  readonly returned: number;
  /** brought back by the garbage collector, or given up with their last reference */
  readonly collected: number;
  readonly dropped: number;
  /** connections that are out, in the order in which they were taken */
  readonly out: readonly Stay[];
  /** requests that wait, the longest wait first */
  readonly waiting: readonly Stay[];
  readonly timeouts: readonly Stay[];
  readonly longestWait: Micros;
}

export function figuresAt(picture: Picture, moment: Micros): Figures {
  const stays = staysUntil(picture, moment);
  const holds = stays.filter(({ kind }) => kind === 'hold');
  const waits = stays.filter(({ kind }) => kind === 'wait');
  const ended = (outcome: string) => holds.filter((stay) => outcomeBy(stay, moment) === outcome).length;
  return {
    stays,
    checkouts: holds.length,
    returned: ended('returned'),
    collected: ended(LOST.collected),
    dropped: ended(LOST.dropped),
    out: holds.filter((stay) => endBy(stay, moment) === null),
    waiting: waits.filter((stay) => endBy(stay, moment) === null),
    timeouts: waits.filter((stay) => outcomeBy(stay, moment) === TIMED_OUT),
    longestWait: waits.reduce((most, stay) => Math.max(most, lengthBy(stay, moment)), 0),
  };
}

/** How long a stay had lasted by the moment. */
export function lengthBy(stay: Stay, moment: Micros): Micros {
  return (endBy(stay, moment) ?? moment) - stay.start;
}

/** Where most of these stays began: the line that asks for the connection. */
export function usualPlace(stays: readonly Stay[]): Place | null {
  const counts = new Map<string, { place: Place; count: number }>();
  for (const { place } of stays) {
    if (place === null) continue;
    const key = `${place.file}:${place.line}`;
    counts.set(key, { place, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].toSorted((one, other) => other.count - one.count)[0]?.place ?? null;
}
