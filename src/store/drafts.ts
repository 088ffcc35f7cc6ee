/**
 * Where the person's edits are kept between visits: a draft for each file of a lesson, and each tab its own, so that
 * no tab writes over what another one keeps. A tab that opens a lesson begins with the newest draft of each file; when
 * it edits the file further, its own draft takes the place of the one it began with.
 */
import * as v from 'valibot';
import { clearStored, readStored, writeStored } from '../base/storage.ts';
import type { Kept, Slot } from '../base/storage.ts';
import { SIDES } from '../lesson/schema.ts';
import type { Lesson, SideName } from '../lesson/schema.ts';
import type { FilesOfSides } from './files.ts';

const DraftSchema = v.object({ text: v.string(), at: v.number() });
export const DRAFT_VERSION = 2;

/** A file as a tab keeps it; `at` is when it was written, in milliseconds since 1970. */
export interface Draft extends v.InferOutput<typeof DraftSchema> {
  readonly side: SideName;
  readonly file: string;
  readonly tab: string;
}

/** What a tab knows of a lesson's files: the texts as it has read or kept them, and the drafts it began with. */
interface Known {
  readonly texts: Record<SideName, Record<string, string>>;
  readonly begun: Map<string, Draft>;
}

export function slotOfDraft(
  lesson: string,
  { side, tab, file }: Pick<Draft, 'side' | 'tab' | 'file'>,
): Slot<v.InferOutput<typeof DraftSchema>> {
  return { name: `drafts/${lesson}/${side}/${tab}/${file}`, version: DRAFT_VERSION, schema: DraftSchema };
}

/** The drafts of one tab. */
export function createDrafts(tab: string) {
  const lessons = new Map<string, Known>();
  const known = ({ id }: Lesson): Known => {
    const there = lessons.get(id) ?? { texts: { broken: {}, fixed: {} }, begun: new Map() };
    lessons.set(id, there);
    return there;
  };

  function keepFile(lesson: Lesson, side: SideName, file: string, text: string | undefined): Kept {
    const { texts, begun } = known(lesson);
    const slot = slotOfDraft(lesson.id, { side, tab, file });
    const own = text === undefined || text === lesson.sides[side].files[file];
    const done = own ? clearStored(slot) : writeStored(slot, { text, at: Date.now() });
    if (done !== 'kept') return done;
    if (text === undefined) delete texts[side][file];
    else texts[side][file] = text;
    const former = begun.get(`${side}/${file}`);
    if (former !== undefined) forgetDraft(lesson, former);
    begun.delete(`${side}/${file}`);
    return 'kept';
  }

  return {
    tab,
    /** The lesson has been opened with these files, of which `begun` are drafts. */
    begin(lesson: Lesson, files: FilesOfSides, begun: readonly Draft[]): void {
      lessons.set(lesson.id, {
        texts: { broken: { ...files.broken }, fixed: { ...files.fixed } },
        begun: new Map(begun.filter((one) => one.tab !== tab).map((one) => [`${one.side}/${one.file}`, one])),
      });
    },
    /** Whether a text is still what another tab keeps of the file, too. */
    isElsewhere(lesson: Lesson, side: SideName, file: string, text: string): boolean {
      return known(lesson).begun.get(`${side}/${file}`)?.text === text;
    },
    /** A draft of another tab has been taken over: what is kept next takes its place. */
    take(lesson: Lesson, draft: Draft): void {
      const { texts, begun } = known(lesson);
      delete texts[draft.side][draft.file];
      begun.set(`${draft.side}/${draft.file}`, draft);
    },
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

/** Removes a draft, unless its tab has written another text since. */
export function forgetDraft(lesson: Lesson, draft: Draft): void {
  const slot = slotOfDraft(lesson.id, draft);
  const there = readStored(slot);
  if (there.kind === 'value' && there.value.text === draft.text) clearStored(slot);
}
