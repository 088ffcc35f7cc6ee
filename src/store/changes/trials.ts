/** What becomes of the table of entries in the open workspace: it is begun, filled and forgotten. */
import { cellName, noTrials, type Cell, type Trials, type Version } from '../trials.ts';
import { change, currentWorkspace } from '../workspaces.ts';

let lastNumber = 0;

export function currentTrials(): Trials {
  return currentWorkspace()?.trials ?? noTrials;
}

/** Begins a table in place of the last one; gives its number. */
export function beginTrials(entries: readonly string[], versions: readonly Version[]): number {
  lastNumber += 1;
  const table = { number: lastNumber, entries, versions, cells: {} };
  change(() => ({ trials: { table, trying: true } }));
  return lastNumber;
}

/** Fills a cell of the table with this number; an older table is not filled any more. False when it is older. */
export function fillCell(number: number, entry: string, version: string, cell: Cell): boolean {
  const { table, trying } = currentTrials();
  if (table?.number !== number) return false;
  const cells = { ...table.cells, [cellName(entry, version)]: cell };
  change(() => ({ trials: { table: { ...table, cells }, trying } }));
  return true;
}

export function endTrials(number: number): void {
  const { table } = currentTrials();
  if (table?.number === number) change(() => ({ trials: { table, trying: false } }));
}

/** Forgets the table. */
export function clearTrials(): void {
  change(() => ({ trials: noTrials }));
}
