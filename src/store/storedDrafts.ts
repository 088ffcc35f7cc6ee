/** Drafts as they lie in storage: each under the lesson, the side, the tab and the file that it is of. */
import * as v from 'valibot';
import { clearStored, readStored, storedNames, type Slot } from '../base/storage.ts';
import { SIDES, type Lesson, type SideName } from '../lesson/schema.ts';

export const DraftSchema = v.object({
  text: v.string(),
  at: v.number(),
  /** counts the versions of the file in all tabs; those that were kept before there were revisions have none */
  revision: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
});
type StoredDraft = v.InferOutput<typeof DraftSchema>;
export const DRAFT_VERSION = 2;

/** A file as a tab keeps it; `at` is when it was written, in milliseconds since 1970. */
export interface Draft extends StoredDraft {
  readonly side: SideName;
  readonly file: string;
  readonly tab: string;
}

type Place = Pick<Draft, 'side' | 'tab' | 'file'>;

export function slotOfDraft(lesson: string, { side, tab, file }: Place): Slot<StoredDraft> {
  return { name: `drafts/${lesson}/${side}/${tab}/${file}`, version: DRAFT_VERSION, schema: DraftSchema };
}

/** What a name of the storage says of a draft of the lesson; null where it names none. */
export function placeOfDraft(lesson: string, name: string): Place | null {
  const [side, tab, ...path] = name.slice(`drafts/${lesson}/`.length).split('/');
  const known = SIDES.find((one) => one === side);
  return known === undefined || tab === undefined || path.length === 0
    ? null
    : { side: known, tab, file: path.join('/') };
}

/** All drafts of a lesson that can be read, of all tabs, in no order. */
export function storedDrafts({ id }: Lesson): Draft[] {
  return storedNames(`drafts/${id}/`).flatMap(({ name, version }) => {
    const place = version === DRAFT_VERSION ? placeOfDraft(id, name) : null;
    if (place === null) return [];
    const there = readStored(slotOfDraft(id, place));
    return there.kind === 'value' ? [{ ...place, ...there.value }] : [];
  });
}

/** The name of a file among both sides of a lesson. */
export function nameOfFile({ side, file }: Pick<Draft, 'side' | 'file'>): string {
  return `${side}/${file}`;
}

/** The newest revision of each file among these drafts, by `nameOfFile`. */
export function revisionsOf(drafts: readonly Draft[]): Map<string, number> {
  const newest = new Map<string, number>();
  for (const draft of drafts) {
    const name = nameOfFile(draft);
    newest.set(name, Math.max(newest.get(name) ?? 0, draft.revision));
  }
  return newest;
}

/** Removes a draft, unless its tab has written another text since. */
export function forgetDraft(lesson: Lesson, draft: Draft): void {
  const slot = slotOfDraft(lesson.id, draft);
  const there = readStored(slot);
  if (there.kind === 'value' && there.value.text === draft.text) clearStored(slot);
}
