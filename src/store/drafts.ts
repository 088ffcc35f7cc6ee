/**
 * Where the person's edits are kept between visits: a draft for each file of a lesson, and each tab its own, so that
 * no tab writes over what another one keeps. A tab that opens a lesson begins with the newest draft of each file; when
 * it edits the file further, its own draft takes the place of the one it began with. A tab is behind where another one
 * has a later revision of a file with another text.
 */
import { clearStored, writeStored } from '../base/storage.ts';
import type { Kept } from '../base/storage.ts';
import { SIDES } from '../lesson/schema.ts';
import type { Lesson, SideName } from '../lesson/schema.ts';
import { draftsAhead, knownDrafts, nameOfParted, type KnownDrafts } from './draftsAhead.ts';
import type { FilesOfSides } from './files.ts';
import {
  forgetDraft,
  nameOfFile,
  revisionsOf,
  slotOfDraft,
  storedDrafts,
  type Draft,
} from './storedDrafts.ts';

/** The drafts of one tab. */
export function createDrafts(tab: string) {
  const lessons = new Map<string, KnownDrafts>();
  const known = ({ id }: Lesson): KnownDrafts => {
    const there = lessons.get(id) ?? knownDrafts({ broken: {}, fixed: {} }, [], new Map());
    lessons.set(id, there);
    return there;
  };

  function keepFile(lesson: Lesson, side: SideName, file: string, text: string | undefined): Kept {
    const { texts, begun, told, written } = known(lesson);
    const name = nameOfFile({ side, file });
    const slot = slotOfDraft(lesson.id, { side, tab, file });
    const own = text === undefined || text === lesson.sides[side].files[file];
    // The same text kept anew is the same revision.
    const last = written.get(name);
    const newest = Math.max(told.get(name) ?? 0, revisionsOf(storedDrafts(lesson)).get(name) ?? 0);
    const revision = last?.text === text && last !== undefined ? last.revision : newest + 1;
    const done = own ? clearStored(slot) : writeStored(slot, { text, at: Date.now(), revision });
    if (done !== 'kept') return done;
    if (text === undefined) delete texts[side][file];
    else texts[side][file] = text;
    if (own) written.delete(name);
    else written.set(name, { text, revision });
    told.set(name, own ? newest : Math.max(newest, revision));
    const former = begun.get(name);
    if (former !== undefined) forgetDraft(lesson, former);
    begun.delete(name);
    return 'kept';
  }

  return {
    tab,
    /** The lesson has been opened with these files, of which `begun` are drafts. */
    begin(lesson: Lesson, files: FilesOfSides, begun: readonly Draft[]): void {
      const others = begun.filter((one) => one.tab !== tab);
      lessons.set(lesson.id, knownDrafts(files, others, revisionsOf(storedDrafts(lesson))));
    },
    /** Whether a text is still what another tab keeps of the file, too. */
    isElsewhere(lesson: Lesson, side: SideName, file: string, text: string): boolean {
      return known(lesson).begun.get(nameOfFile({ side, file }))?.text === text;
    },
    /** A draft of another tab has been taken over: what is kept next takes its place. */
    take(lesson: Lesson, draft: Draft): void {
      const { texts, begun } = known(lesson);
      delete texts[draft.side][draft.file];
      begun.set(nameOfFile(draft), draft);
    },
    /** The person keeps their own version beside these, as the latest of all. */
    part(lesson: Lesson, drafts: readonly Draft[]): void {
      const { texts, parted, written } = known(lesson);
      for (const draft of drafts) {
        parted.add(nameOfParted(draft));
        written.delete(nameOfFile(draft));
        delete texts[draft.side][draft.file];
      }
    },
    /** The latest drafts that other tabs have written since, with another text than these files; one for each file. */
    ahead: (lesson: Lesson, files: FilesOfSides): Draft[] => draftsAhead(lesson, files, tab, known(lesson)),
    /** Keeps what has changed since it was last kept. What is the lesson's own text needs no draft. */
    keep(lesson: Lesson, files: FilesOfSides): Kept {
      const { texts } = known(lesson);
      const changed = SIDES.flatMap((side) =>
        [...new Set([...Object.keys(texts[side]), ...Object.keys(files[side])])]
          .filter((file) => files[side][file] !== texts[side][file])
          .map((file) => keepFile(lesson, side, file, files[side][file])),
      );
      return changed.find((kept) => kept !== 'kept') ?? 'kept';
    },
    /** Somebody else has removed a draft of this tab, given by its name in storage: it is to be kept anew. */
    lost(lesson: Lesson, name: string): boolean {
      const { texts } = known(lesson);
      const gone = SIDES.flatMap((side) =>
        Object.keys(texts[side]).map((file) => ({ side, tab, file })),
      ).find((one) => slotOfDraft(lesson.id, one).name === name);
      if (gone !== undefined) delete texts[gone.side][gone.file];
      return gone !== undefined;
    },
  };
}

export type Drafts = ReturnType<typeof createDrafts>;
