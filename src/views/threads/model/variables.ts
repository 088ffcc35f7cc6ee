/** Variables: which shared variables have a strip, and from where to where it goes. Pure. */
import { countUntil } from '../../../trace/binarySearch.ts';
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
  return row.changes[changesUntil(row, rank) - 1] ?? null;
}

/** The changes that show, and the one before them, which lasts into the range. */
export function visibleChanges(row: VariableRow, layout: Layout): readonly Change[] {
  const [first, last] = visibleRanks(layout, Infinity);
  return row.changes.slice(Math.max(0, changesUntil(row, first - 1) - 1), changesUntil(row, last));
}

function changesUntil(row: VariableRow, rank: number): number {
  return countUntil(row.changes.length, (index) => row.changes[index]?.rank ?? Infinity, rank);
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
    let [least, greatest] = [Infinity, -Infinity];
    for (const { level } of visibleChanges(row, part)) {
      if (level !== null) [least, greatest] = [Math.min(least, level), Math.max(greatest, level)];
    }
    return [least, greatest];
  }
  const counterpart = others.find((other) => other.lane.label === row.lane.label && other.numeric);
  return [
    Math.min(row.least, counterpart?.least ?? Infinity),
    Math.max(row.greatest, counterpart?.greatest ?? -Infinity),
  ];
}
