/** What earlier visits and other tabs have kept of a lesson: what to begin with, and what has to be said of the rest. */
import * as v from 'valibot';
import { clearStored, readStored, storedNames, storedText, writeStored } from '../base/storage.ts';
import type { Slot, StoredName } from '../base/storage.ts';
import { SIDES, type Lesson, type SideName } from '../lesson/schema.ts';
import type { FilesOfSides } from './files.ts';
import { DRAFT_VERSION, placeOfDraft, slotOfDraft, type Draft } from './storedDrafts.ts';

/** A text that nobody here can read, with the name it lies under. */
export interface Unread {
  readonly name: string;
  readonly text: string;
}

export interface KeptDrafts {
  /** the newest of each file, or this tab's own */
  readonly begun: readonly Draft[];
  /** of other tabs or visits, with another text than what is begun with; newest first */
  readonly others: readonly Draft[];
  /** of files that neither the lesson nor a variation has */
  readonly strays: readonly Draft[];
  /** could not be read; they have been moved aside */
  readonly unreadable: readonly Unread[];
  /** of a later version of this page; they stay as they are */
  readonly newer: readonly Unread[];
}

/** Looks through all that is kept of a lesson. `tab` is this tab's name. */
export function readKeptDrafts(lesson: Lesson, tab: string): KeptDrafts {
  const unreadable = takeOverOldDraft(lesson);
  const names = storedNames(`drafts/${lesson.id}`).filter(
    ({ name }) => name === `drafts/${lesson.id}` || name.startsWith(`drafts/${lesson.id}/`),
  );
  const drafts: Draft[] = [];
  for (const { name } of names.filter(({ version }) => version === DRAFT_VERSION)) {
    const place = placeOfDraft(lesson.id, name);
    if (place === null) continue;
    const slot = slotOfDraft(lesson.id, place);
    const there = readStored(slot);
    if (there.kind === 'value') drafts.push({ ...place, ...there.value });
    if (there.kind !== 'unreadable') continue;
    unreadable.push({ name, text: there.text });
    clearStored(slot);
  }
  const newer = names.filter(({ version }) => version > DRAFT_VERSION).map(unread);
  const strays = drafts.filter((draft) => !isKnown(lesson, draft));
  const known = drafts.filter((draft) => isKnown(lesson, draft)).toSorted((a, b) => b.at - a.at);
  const begun = firstOfEachFile([...known.filter((one) => one.tab === tab), ...known]);
  const others = known.filter(
    (one) => !begun.some((shown) => isSameFile(one, shown) && one.text === shown.text),
  );
  return { begun, others, strays, unreadable, newer };
}

/** The texts of drafts, by side and file. */
export function filesOf(drafts: readonly Draft[]): FilesOfSides {
  const of = (side: SideName) =>
    Object.fromEntries(drafts.filter((one) => one.side === side).map(({ file, text }) => [file, text]));
  return { broken: of('broken'), fixed: of('fixed') };
}

/** One draft for all of a lesson, as the first version of this page kept it. */
const oldDraft = (lesson: Lesson): Slot<Record<SideName, Record<string, string>>> => {
  const files = v.record(v.string(), v.string());
  return { name: `drafts/${lesson.id}`, version: 1, schema: v.object({ broken: files, fixed: files }) };
};
const OLD_TAB = 'before';

function takeOverOldDraft(lesson: Lesson): Unread[] {
  const slot = oldDraft(lesson);
  const there = readStored(slot);
  if (there.kind === 'unreadable') {
    clearStored(slot);
    return [{ name: slot.name, text: there.text }];
  }
  if (there.kind !== 'value') return [];
  const kept = SIDES.flatMap((side) =>
    Object.entries(there.value[side]).map(([file, text]) =>
      writeStored(slotOfDraft(lesson.id, { side, tab: OLD_TAB, file }), { text, at: 0, revision: 0 }),
    ),
  );
  if (kept.every((done) => done === 'kept')) clearStored(slot);
  return [];
}

function unread(stored: StoredName): Unread {
  return { name: stored.name, text: storedText(stored) ?? '' };
}

function isKnown({ sides, variations }: Lesson, { side, file }: Draft): boolean {
  return [sides[side], ...variations].some(({ files }) => Object.hasOwn(files, file));
}

function isSameFile(one: Draft, other: Draft): boolean {
  return one.side === other.side && one.file === other.file;
}

function firstOfEachFile(drafts: readonly Draft[]): Draft[] {
  return drafts.filter((one, index) => drafts.findIndex((other) => isSameFile(one, other)) === index);
}
