/** Summary: what a program holds at a moment, and what is known of it by then. Pure. */
import { chainWords, labelWords } from '../../messages/en.ts';
import { isFact, type Label } from '../../trace/facts.ts';
import { NO_ITEMS } from '../../trace/noItems.ts';
import type { Lane, Mark } from '../../trace/lane.ts';
import type { Picture } from '../../trace/picture.ts';
import { itemsUntil, lastUntil } from '../../trace/binarySearch.ts';
import type { Micros, Place } from '../../trace/vocabulary.ts';
import { COLLECTIONS, CONTAINERS, FREED, GROWTH, HELD, LATE, LIVE, OFF, TRACED } from './names.ts';

export interface Amount {
  readonly label: string;
  readonly now: number;
  readonly peak: number;
}

/** A line of the program, and how much more of what it allocated is there than after a warm-up. */
export interface Growth {
  readonly place: Place | null;
  readonly bytes: number;
  /** `50 blocks` */
  readonly blocks: string;
}

/** An object of a class and its holders, in words, from the object to a name of the program's. */
export interface Chain {
  readonly label: string;
  readonly steps: readonly string[];
}

export interface Summary {
  /** null before the first report */
  readonly traced: Amount | null;
  /** by class, those with the most objects now first */
  readonly classes: readonly Amount[];
  readonly containers: readonly Amount[];
  readonly collections: number;
  readonly freed: number;
  readonly collectorOff: boolean;
  /** the program has ended, and the collector has had its last run */
  readonly ended: boolean;
  /** what only that last run has freed: `Node 20000` */
  readonly late: readonly { readonly label: string; readonly count: number }[];
  readonly growth: readonly Growth[];
  readonly chains: readonly Chain[];
}

export function summaryOf(picture: Picture, moment: Micros): Summary {
  const collections = picture.laneLabelled(COLLECTIONS);
  const state = lastUntil(collections?.stretches ?? NO_ITEMS, moment)?.state;
  return {
    traced: amountOf(picture.laneLabelled(TRACED), moment),
    classes: amountsBelow(picture, LIVE, moment),
    containers: amountsBelow(picture, CONTAINERS, moment),
    collections: totalOf(collections, moment),
    freed: totalOf(picture.laneLabelled(FREED), moment),
    collectorOff: state === OFF,
    ended: (picture.laneLabelled(LIVE)?.marks.timeAt(0) ?? Infinity) <= moment,
    late: marksOf(picture.laneLabelled(LATE), moment).flatMap(lateOf),
    growth: picture.lanesBelow(GROWTH).flatMap((lane) => growthOf(lane, moment)),
    chains: picture.lanesBelow(HELD).flatMap((lane) => chainOf(lane, moment)),
  };
}

function amountOf(lane: Lane | null, moment: Micros): Amount | null {
  const level = lastUntil(lane?.levels ?? NO_ITEMS, moment);
  return lane === null || level === null ? null : { label: lane.label, now: level.value, peak: level.peak };
}

function amountsBelow(picture: Picture, root: string, moment: Micros): readonly Amount[] {
  return picture
    .lanesBelow(root)
    .flatMap((lane) => amountOf(lane, moment) ?? [])
    .toSorted((one, other) => other.now - one.now || other.peak - one.peak);
}

function totalOf(lane: Lane | null, moment: Micros): number {
  return lastUntil(lane?.totals ?? NO_ITEMS, moment)?.total ?? 0;
}

function marksOf(lane: Lane | null, moment: Micros): readonly Mark[] {
  return lane === null ? [] : lane.marks.slice(0, itemsUntil(lane.marks, moment));
}

function lateOf({ name }: { readonly name: Label }): { label: string; count: number }[] {
  return isFact(name, 'late garbage') ? [{ label: name.fields.label, count: name.fields.objects }] : [];
}

function growthOf(lane: Lane, moment: Micros): Growth[] {
  const level = lastUntil(lane.levels, moment);
  const mark = lastUntil(lane.marks, moment);
  if (level === null || mark === null) return [];
  return [{ place: mark.place, bytes: level.value, blocks: labelWords(mark.name) }];
}

function chainOf(lane: Lane, moment: Micros): Chain[] {
  const steps = chainWords(marksOf(lane, moment).map(({ name }) => name));
  return steps.length === 0 ? [] : [{ label: lane.label, steps }];
}
