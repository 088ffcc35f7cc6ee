/** Variables: which shared variables have a strip, and from where to where it goes. Pure. */
import { MOST_STRIPS, visibleRanks, type Layout } from '../draw/layout.ts';
import type { Change, VariableRow } from './rows.ts';

/** Those that change most, in the sequence they were declared; `more` is how many are left over. */
export function shownVariables(rows: readonly VariableRow[]): {
  readonly shown: readonly VariableRow[];
  readonly more: number;
} {
  const changing = rows.filter((row) => row.changes.length > 0);
  const most = changing
    .toSorted((one, other) => other.changes.length - one.changes.length)
    .slice(0, MOST_STRIPS);
  return { shown: changing.filter((row) => most.includes(row)), more: changing.length - most.length };
}

/** The value of a variable after so many events; null before its first one. */
export function valueAt(row: VariableRow, rank: number): Change | null {
  return row.changes.at(row.changes.countUntil(rank) - 1);
}

/** The first change that shows, which may last from before the range, and the one after the last. */
export function visibleChanges(
  { changes }: VariableRow,
  layout: Layout,
): readonly [from: number, to: number] {
  const [first, last] = visibleRanks(layout, Infinity);
  return [Math.max(0, changes.countUntil(first - 1) - 1), changes.countUntil(last)];
}

/** The first change after number `index` that lies at least so many CSS pixels further right. */
export function changeBeyond(
  { changes }: VariableRow,
  layout: Layout,
  index: number,
  pixels: number,
): number {
  const ranks = Math.ceil(pixels / layout.cell - 1e-9);
  return ranks <= 1 ? index + 1 : Math.max(index + 1, changes.countUntil(changes.rankAt(index) + ranks - 1));
}

/**
 * Least and greatest level that a strip shows. The whole axis takes in the other side's variable of the same name, so
 * that both strips have one scale; a part of it goes by what it shows.
 */
export function rangeOf(
  row: VariableRow,
  others: readonly VariableRow[],
  part: Layout | null,
): readonly [least: number, greatest: number] {
  if (part !== null) {
    return row.changes.extremes(...visibleChanges(row, part));
  }
  const counterpart = others.find((other) => other.lane.label === row.lane.label && other.numeric);
  return [
    Math.min(row.least, counterpart?.least ?? Infinity),
    Math.max(row.greatest, counterpart?.greatest ?? -Infinity),
  ];
}
