/** The sequence of a run's imports: its events in order, and what they draw. Pure. */
import { labelWords } from '../../messages/en.ts';
import { isFact } from '../../trace/facts.ts';
import type { Lane } from '../../trace/lane.ts';
import type { Picture } from '../../trace/picture.ts';
import { countUntil, lastUntil } from '../../trace/binarySearch.ts';
import type { Micros, Place } from '../../trace/vocabulary.ts';
import { BACK_EDGES, MODULES, missingName, stateCalled, type ModuleState } from './names.ts';

/** More events than this cannot be told apart. */
export const MOST_EVENTS = 400;
/** More modules than this make a picture that nobody reads, and a page that answers late. */
export const MOST_LANES = 100;

/** From one event to another; `end` is null while it lasts. */
export interface Stay {
  readonly start: Micros;
  readonly end: Micros | null;
}

/** The body of a module from its first line to its last, or to where an exception left it. */
export interface Body extends Stay {
  readonly failed: boolean;
}

export interface ModuleLane {
  readonly name: string;
  readonly bodies: readonly Body[];
  /** when it was ready to be used */
  readonly ready: readonly Stay[];
  /** when it was taken out again */
  readonly removed: readonly Micros[];
}

/** A module asks for another. */
export interface Ask {
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
  /** when all of it was told */
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
  readonly asks: readonly Ask[];
  /** the times of the events that are drawn, in order */
  readonly times: readonly Micros[];
  /** how many events there are, drawn or not */
  readonly count: number;
  /** what of it is drawn: the first modules, and what happened among them up to the last of the events that are drawn */
  readonly drawn: {
    readonly lanes: readonly ModuleLane[];
    readonly asks: readonly Ask[];
    readonly more: number;
  };
}

const told = new WeakMap<Picture, { readonly version: number; readonly sequence: EventSequence }>();

/** All that is known of a run's imports. A picture grows in place: it is read again only when it has. */
export function sequenceOf(picture: Picture): EventSequence {
  const known = told.get(picture);
  if (known?.version === picture.version) return known.sequence;
  const sequence = readSequence(picture);
  told.set(picture, { version: picture.version, sequence });
  return sequence;
}

function readSequence(picture: Picture): EventSequence {
  const found = picture.lanesBelow(MODULES);
  const lanes = found.map(laneOf);
  const asks = asksOf(found, picture.laneLabelled(BACK_EDGES));
  const all = [
    ...lanes.flatMap(({ bodies, removed }) => [
      ...bodies.flatMap(({ start, end }) => [start, end]),
      ...removed,
    ]),
    ...asks.map(({ time }) => time),
  ].filter((time) => time !== null);
  const times = all.toSorted((one, other) => one - other).slice(0, MOST_EVENTS);
  return { lanes, asks, times, count: all.length, drawn: drawnOf(lanes, asks, times) };
}

function drawnOf(
  lanes: readonly ModuleLane[],
  asks: readonly Ask[],
  times: readonly Micros[],
): EventSequence['drawn'] {
  const until = times.at(-1) ?? 0;
  const begun = <Event extends { readonly start: Micros }>(events: readonly Event[]) =>
    events.filter(({ start }) => start <= until);
  return {
    lanes: lanes.slice(0, MOST_LANES).map(({ name, bodies, ready, removed }) => ({
      name,
      bodies: begun(bodies),
      ready: begun(ready),
      removed: removed.filter((time) => time <= until),
    })),
    asks: asks.filter(({ time, from, to }) => time <= until && from < MOST_LANES && to < MOST_LANES),
    more: Math.max(0, lanes.length - MOST_LANES),
  };
}

function laneOf({ label, spans, stretches }: Lane): ModuleLane {
  const stays = stretches.filter(({ state }) => state === 'ready');
  return {
    name: label,
    bodies: spans.map(({ start, end, outcome }) => ({ start, end, failed: outcome === 'failed' })),
    ready: stays.map(({ start, end }) => ({ start, end })),
    removed: stretches.filter(({ state }) => state === 'removed').map(({ start }) => start),
  };
}

function asksOf(lanes: readonly Lane[], edges: Lane | null): readonly Ask[] {
  const indexOf = new Map(lanes.map(({ id }, index) => [id, index]));
  // A package that asks for nothing itself is no part of the sequence.
  const silent = new Set(lanes.filter(({ links }) => links.length === 0).map(({ id }) => id));
  const asks = lanes
    .flatMap(({ links }, from) =>
      links
        .filter(({ why, to }) => !(isFact(why, 'package of') && silent.has(to)))
        .map((link) => ({ ...link, from })),
    )
    .map(({ time, from, to, why, place }) => ({
      time,
      from,
      to: indexOf.get(to) ?? from,
      why: labelWords(why),
      place,
      back: null,
    }))
    .toSorted((one, other) => one.time - other.time);
  const all: Ask[] = [...asks];
  for (const mark of edges?.marks ?? []) {
    const at = countUntil(asks.length, (index) => asks[index]?.time ?? Infinity, mark.time) - 1;
    const ask = asks[at];
    const target = ask === undefined ? undefined : lanes[ask.to];
    if (ask === undefined || target === undefined) continue;
    const marks = target.marks.filter(({ time }) => time > ask.time && time < mark.time);
    const missing = marks.find(({ name }) => isFact(name, 'missing name'));
    const back = {
      time: mark.time,
      sentence: labelWords(mark.name),
      bad: mark.tone === 'bad',
      names: marks.flatMap(({ name }) => (isFact(name, 'names so far') ? [name.fields.names] : []))[0] ?? [],
      missing: missing === undefined ? null : missingName(missing),
      bound: missing?.place ?? null,
    };
    all[at] = { ...ask, back };
  }
  return all;
}

/** The state of a module's lane at a moment; null before anybody has asked for it. */
export function stateAt({ stretches }: Lane, moment: Micros): ModuleState | null {
  const count = countUntil(stretches.length, (index) => stretches[index]?.start ?? Infinity, moment);
  const stretch = stretches[count - 1];
  return stretch === undefined ? null : stateCalled(stretch.state);
}

/** The line at which a module waits for what it has asked for, or null. */
export function lineAt({ links }: Lane, moment: Micros): number | null {
  return lastUntil(links, moment)?.place?.line ?? null;
}

/** How many back edges there were by a moment. One that was used later is told twice, and counted once. */
export function countBackEdges(picture: Picture, moment: Micros): number {
  return lastUntil(picture.laneLabelled(BACK_EDGES)?.totals ?? [], moment)?.total ?? 0;
}

/** The back edges told by a moment. */
export function backEdgesUntil(
  { asks }: EventSequence,
  moment: Micros,
): readonly (Ask & { readonly back: BackEdge })[] {
  return asks.flatMap((ask) =>
    ask.back !== null && ask.back.time <= moment ? [{ ...ask, back: ask.back }] : [],
  );
}
