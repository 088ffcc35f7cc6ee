/** What a tab knows of the drafts of a lesson, and where another tab is ahead of it. */
import type { Lesson, SideName } from '../lesson/schema.ts';
import type { FilesOfSides } from './files.ts';
import { nameOfFile, storedDrafts, type Draft } from './storedDrafts.ts';

/** The maps are by `nameOfFile`. */
export interface KnownDrafts {
  /** the texts as the tab has read or kept them */
  readonly texts: Record<SideName, Record<string, string>>;
  /** the drafts of others that it began with */
  readonly begun: Map<string, Draft>;
  /** the latest revision, of any tab, that the person knows of here */
  readonly told: Map<string, number>;
  /** what this tab has written last */
  readonly written: Map<string, Pick<Draft, 'text' | 'revision'>>;
  /** tabs and files where the person has chosen to keep both versions */
  readonly parted: Set<string>;
}

export function knownDrafts(
  files: FilesOfSides,
  begun: readonly Draft[],
  told: Map<string, number>,
): KnownDrafts {
  return {
    texts: { broken: { ...files.broken }, fixed: { ...files.fixed } },
    begun: new Map(begun.map((one) => [nameOfFile(one), one])),
    told,
    written: new Map(),
    parted: new Set(),
  };
}

/** What stands for a file of another tab among those that the person has parted from. */
export function nameOfParted(draft: Draft): string {
  return `${draft.tab}/${nameOfFile(draft)}`;
}

/** The latest drafts of other tabs that are later than what this one has, with another text; one for each file. */
export function draftsAhead(
  lesson: Lesson,
  files: FilesOfSides,
  tab: string,
  { told, written, parted }: KnownDrafts,
): Draft[] {
  const isLater = (draft: Draft): boolean => {
    const mine = written.get(nameOfFile(draft))?.revision;
    if (mine === undefined) return draft.revision > (told.get(nameOfFile(draft)) ?? 0);
    // Where two have written in the same moment, one of them is behind all the same.
    return draft.revision > mine || (draft.revision === mine && draft.tab > tab);
  };
  const later = storedDrafts(lesson)
    .filter((one) => one.tab !== tab && !parted.has(nameOfParted(one)) && isLater(one))
    .filter(({ side, file, text }) => Object.hasOwn(files[side], file) && files[side][file] !== text)
    .toSorted((a, b) => b.revision - a.revision || b.at - a.at);
  return later.filter((one, at) => later.findIndex((each) => nameOfFile(each) === nameOfFile(one)) === at);
}
