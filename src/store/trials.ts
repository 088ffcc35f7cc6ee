/** The table of entries: what came of beginning each version of the lesson's program in each way. Values. */
import type { Lesson, SideName } from '../lesson/schema.ts';
import type { Ending, Program } from '../runtime/protocol.ts';
import { statusOf, type Files, type FilesOfSides } from './files.ts';

/** A column: a side as the person had it, or a variation by its id. */
export interface Version {
  readonly id: string;
  readonly title: string;
  readonly side: SideName;
  readonly files: Files;
}

export type Cell = { readonly phase: 'waiting' } | { readonly phase: 'ended'; readonly ending: Ending };

export interface Trials {
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

export const noTrials: Trials = { table: null, trying: false };

export function cellName(entry: string, version: string): string {
  return `${version}: ${entry}`;
}

/**
 * What the column of a side has: the program as the person has it. A variation that is compared has a column of its own, so where
 * it stands on the side, the side's column has the lesson's own program.
 */
export function columnOf(lesson: Lesson, side: SideName, files: FilesOfSides): Files {
  const status = statusOf(lesson, side, files[side]);
  const compared = status.kind === 'variation' && status.variation.compared;
  return compared ? lesson.sides[side].files : files[side];
}

/** The program of a cell. */
export function programOf(entry: string, { files }: Version): Program {
  return { files: { ...files }, entry };
}

/** The table as it is when its lesson is left: one that is not whole is forgotten. */
export function leftTrials(trials: Trials): Trials {
  return trials.trying ? noTrials : trials;
}
