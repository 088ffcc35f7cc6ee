/** What is compared with what, and the files of both, as values. */
import type { SideName } from '../lesson/schema.ts';
import { SIDES } from '../lesson/schema.ts';
import { sameFiles, type Files, type FilesOfSides } from './files.ts';
import type { Workspace } from './workspace.ts';

export type Comparison =
  /** the broken program with the fixed one, as they stand */
  | { readonly kind: 'sides' }
  /** the lesson's own program of a side with what stands there */
  | { readonly kind: 'lesson'; readonly side: SideName }
  /** the person's own program of a side with that of the opened link */
  | { readonly kind: 'link'; readonly side: SideName };

interface Programs extends Pick<Workspace, 'lesson' | 'files'> {
  /** the person's own files, while a link is open; null while none is */
  readonly mine: FilesOfSides | null;
}

/** A file of both programs. Text is empty where a program has no such file. */
export interface ComparedFile {
  readonly path: string;
  readonly left: string;
  readonly right: string;
  readonly difference: 'none' | 'changed' | 'only left' | 'only right';
}

/** The comparisons that can show anything: always the two sides, and each side that is not the lesson's or, in a link, not mine. */
export function comparisonsOf({ lesson, files, mine }: Programs): readonly Comparison[] {
  const edited = SIDES.filter((side) => !sameFiles(files[side], lesson.sides[side].files));
  const linked = SIDES.filter((side) => mine !== null && !sameFiles(files[side], mine[side]));
  return [
    { kind: 'sides' },
    ...linked.map((side) => ({ kind: 'link', side }) as const),
    ...edited.map((side) => ({ kind: 'lesson', side }) as const),
  ];
}

/** What is compared first: what the person has changed, if anything. */
export function firstComparison(programs: Programs): Comparison {
  const [sides, other] = comparisonsOf(programs);
  return other ?? sides ?? { kind: 'sides' };
}

/** The files of both programs, in the order of the left one, and then those that only the right one has. */
export function comparedFiles(
  { lesson, files, mine }: Programs,
  comparison: Comparison,
): readonly ComparedFile[] {
  if (comparison.kind === 'sides') return compare(files.broken, files.fixed);
  if (comparison.kind === 'link') return compare(mine?.[comparison.side] ?? {}, files[comparison.side]);
  return compare(lesson.sides[comparison.side].files, files[comparison.side]);
}

/** The same comparison, by a text that only it has. */
export function nameOfComparison(comparison: Comparison): string {
  return comparison.kind === 'sides' ? 'sides' : `${comparison.kind} ${comparison.side}`;
}

function compare(left: Files, right: Files): readonly ComparedFile[] {
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].map((path) => ({
    path,
    left: left[path] ?? '',
    right: right[path] ?? '',
    difference: differenceOf(left[path], right[path]),
  }));
}

function differenceOf(left: string | undefined, right: string | undefined): ComparedFile['difference'] {
  if (left === right) return 'none';
  if (left === undefined) return 'only right';
  return right === undefined ? 'only left' : 'changed';
}
