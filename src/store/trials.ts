/** The table of entries: what came of beginning each version of the lesson's program in each way. Only in memory. */
import { create } from 'zustand';
import type { Lesson, SideName } from '../lesson/schema.ts';
import type { Ending, Program } from '../runtime/protocol.ts';
import { standingOf, type Files, type FilesOfSides } from './files.ts';

/** A column: a side as it was on the desk, or a variation by its id. */
export interface Version {
  readonly id: string;
  readonly title: string;
  readonly side: SideName;
  readonly files: Files;
}

export type Cell = { readonly phase: 'waiting' } | { readonly phase: 'ended'; readonly ending: Ending };

interface Trials {
  /** null until somebody asks for the table */
  readonly table: {
    readonly number: number;
    readonly entries: readonly string[];
    readonly versions: readonly Version[];
    /** by `cellName` */
    readonly cells: Readonly<Record<string, Cell>>;
  } | null;
  readonly trying: boolean;
}

export const useTrials = create<Trials>()(() => ({ table: null, trying: false }));

let lastNumber = 0;

export function cellName(entry: string, version: string): string {
  return `${version}: ${entry}`;
}

/**
 * What the column of a side has: the program on the desk. A variation that is compared has a column of its own, so where
 * it stands on the side, the side's column has the lesson's own program.
 */
export function columnOf(lesson: Lesson, side: SideName, files: FilesOfSides): Files {
  const standing = standingOf(lesson, side, files[side]);
  const compared = standing.kind === 'variation' && standing.variation.compared;
  return compared ? lesson.sides[side].files : files[side];
}

/** The program of a cell. */
export function programOf(entry: string, { files }: Version): Program {
  return { files: { ...files }, entry };
}

/** Begins a table in place of the last one; gives its number. */
export function beginTrials(entries: readonly string[], versions: readonly Version[]): number {
  lastNumber += 1;
  useTrials.setState({ table: { number: lastNumber, entries, versions, cells: {} }, trying: true });
  return lastNumber;
}

/** Fills a cell of the table with this number; an older table is not filled any more. False when it is older. */
export function fillCell(number: number, entry: string, version: string, cell: Cell): boolean {
  const { table } = useTrials.getState();
  if (table?.number !== number) return false;
  useTrials.setState({ table: { ...table, cells: { ...table.cells, [cellName(entry, version)]: cell } } });
  return true;
}

export function endTrials(number: number): void {
  if (useTrials.getState().table?.number === number) useTrials.setState({ trying: false });
}

/** Forgets the table. */
export function clearTrials(): void {
  useTrials.setState({ table: null, trying: false });
}
