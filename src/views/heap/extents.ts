/** Extents: the lowest and the highest of many levels, without looking at each. Pure, and grows with the run. */
import type { LevelItems } from '../../trace/lane.ts';

/** Of so many levels the lowest and the highest are kept. */
const BLOCK = 64;

class Extents {
  readonly lowest: number[] = [];
  readonly highest: number[] = [];

  /** Takes the blocks that have become full. */
  grow(levels: LevelItems): this {
    while ((this.lowest.length + 1) * BLOCK <= levels.length) {
      const from = this.lowest.length * BLOCK;
      const [lowest, highest] = scanned(levels, from, from + BLOCK);
      this.lowest.push(lowest);
      this.highest.push(highest);
    }
    return this;
  }
}

const known = new WeakMap<LevelItems, Extents>();

/** The lowest and the highest of the levels from `from` up to `to` (not included), of which there is one at least. */
export function extentOf(
  levels: LevelItems,
  from: number,
  to: number,
): readonly [lowest: number, highest: number] {
  const [first, end] = [Math.ceil(from / BLOCK), Math.floor(to / BLOCK)];
  if (first >= end) return scanned(levels, from, to);
  const extents = (known.get(levels) ?? new Extents()).grow(levels);
  known.set(levels, extents);
  let [lowest, highest] = joined(scanned(levels, from, first * BLOCK), scanned(levels, end * BLOCK, to));
  for (let block = first; block < end; block += 1) {
    lowest = Math.min(lowest, extents.lowest[block] ?? Infinity);
    highest = Math.max(highest, extents.highest[block] ?? -Infinity);
  }
  return [lowest, highest];
}

type Extent = readonly [lowest: number, highest: number];

function scanned(levels: LevelItems, from: number, to: number): Extent {
  let [lowest, highest] = [Infinity, -Infinity];
  for (let index = from; index < to; index += 1) {
    const value = levels.valueAt(index);
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
  }
  return [lowest, highest];
}

function joined(one: Extent, other: Extent): [lowest: number, highest: number] {
  return [Math.min(one[0], other[0]), Math.max(one[1], other[1])];
}
