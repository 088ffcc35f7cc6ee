/** Extremes: the lowest and the highest of some levels of a gauge; what is known of its blocks grows with the run. */
import type { LevelItems } from '../../trace/lane.ts';
import { BlockExtremes, type Extremes } from '../shared/blockExtremes.ts';

const known = new WeakMap<LevelItems, BlockExtremes>();

/** The lowest and the highest of the levels from `from` up to `to` (not included), of which there is one at least. */
export function extremesOf(levels: LevelItems, from: number, to: number): Extremes {
  const extremes = known.get(levels) ?? new BlockExtremes((index) => levels.valueAt(index));
  known.set(levels, extremes);
  while (extremes.count < levels.length) extremes.push(levels.valueAt(extremes.count));
  return extremes.between(from, to);
}
