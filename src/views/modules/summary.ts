/** Summary: what is to be said of each module up to a moment. Pure. */
import type { Lane } from '../../trace/lane.ts';
import type { Micros, TrackId } from '../../trace/vocabulary.ts';
import { missingName, type ModuleState } from './names.ts';
import { stateAt } from './eventSequence.ts';

export interface Summary {
  readonly module: string;
  /** null: declared, but nobody has asked for it by then */
  readonly state: ModuleState | null;
  readonly importers: readonly string[];
  readonly bodies: number;
  /** in its body, with what was imported meanwhile */
  readonly total: Micros;
  /** and without it */
  readonly own: Micros;
  /** names that others wanted too early */
  readonly missed: readonly string[];
}

/** The summaries of all modules that have been declared by this moment. */
export function summariesOf(lanes: readonly Lane[], moment: Micros): readonly Summary[] {
  const known = lanes.filter(({ since }) => since <= moment);
  const own = ownTimes(known, moment);
  const byLane = importersBy(known, moment);
  return known.map((lane) => {
    const bodies = lane.spans.filter(({ start }) => start <= moment);
    const marks = lane.marks.filter(({ time }) => time <= moment).map(missingName);
    return {
      module: lane.label,
      state: stateAt(lane, moment),
      importers: [...(byLane.get(lane.id) ?? [])],
      bodies: bodies.length,
      total: bodies.reduce((sum, { start, end }) => sum + Math.min(end ?? moment, moment) - start, 0),
      own: own.get(lane) ?? 0,
      missed: [...new Set(marks.filter((name) => name !== null))],
    };
  });
}

/** The names of those who had asked for each lane. */
function importersBy(lanes: readonly Lane[], moment: Micros): ReadonlyMap<TrackId, ReadonlySet<string>> {
  const importers = new Map<TrackId, Set<string>>();
  for (const { label, links } of lanes) {
    for (const { to, time } of links) {
      if (time > moment) break;
      const known = importers.get(to);
      if (known === undefined) importers.set(to, new Set([label]));
      else known.add(label);
    }
  }
  return importers;
}

/** Bodies lie within one another as brackets do: each moment belongs to the innermost one. */
function ownTimes(lanes: readonly Lane[], moment: Micros): ReadonlyMap<Lane, Micros> {
  const turns = lanes
    .flatMap((lane) =>
      [...lane.spans].flatMap(({ start, end }) => [
        { lane, time: start, begins: true },
        ...(end === null ? [] : [{ lane, time: end, begins: false }]),
      ]),
    )
    .filter(({ time }) => time <= moment)
    .toSorted((one, other) => one.time - other.time);
  const own = new Map<Lane, Micros>();
  const open: Lane[] = [];
  let last = 0;
  for (const { lane, time, begins } of [...turns, { lane: null, time: moment, begins: false }]) {
    const inner = open.at(-1);
    if (inner !== undefined) own.set(inner, (own.get(inner) ?? 0) + time - last);
    last = time;
    if (lane === null) break;
    if (begins) open.push(lane);
    else open.splice(open.lastIndexOf(lane), 1);
  }
  return own;
}
