/**
 * What taking in the values of a file changes here. Pure. The newest draft of each file takes the place of what stands
 * there, which is kept as a draft of another visit; nothing that a person has written goes. Other values replace those of
 * the same name.
 */
import * as v from 'valibot';
import type { StoredValue } from '../base/storedValues.ts';
import {
  DRAFT_VERSION,
  DraftSchema,
  nameOfFile,
  placeOfDraft,
  slotOfDraft,
  type Draft,
} from '../store/storedDrafts.ts';

/** A draft of any lesson, by the lesson's id. */
export type DraftOfLesson = Draft & { readonly lesson: string };

export interface ImportPlan {
  /** what is to be written */
  readonly writes: readonly StoredValue[];
  /** of the writes: drafts of files that have another text here, and names of values that have another here */
  readonly replaced: { readonly drafts: readonly DraftOfLesson[]; readonly names: readonly string[] };
}

interface Here {
  readonly values: readonly StoredValue[];
  /** the name of this tab */
  readonly tab: string;
  readonly now: number;
  /** a name that no tab has */
  readonly free: string;
}

/** The draft that a value is; null for what is none, or none of this version. */
export function draftOf({ name, version, text }: StoredValue): DraftOfLesson | null {
  const [, lesson] = /^drafts\/([^/]+)\/./.exec(name) ?? [];
  const place = lesson === undefined || version !== DRAFT_VERSION ? null : placeOfDraft(lesson, name);
  if (lesson === undefined || place === null) return null;
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), DraftSchema), text);
  return parsed.success ? { lesson, ...place, ...parsed.output } : null;
}

export function planImport(file: readonly StoredValue[], here: Here): ImportPlan {
  const drafts = file.flatMap((one) => draftOf(one) ?? []).toSorted((a, b) => b.at - a.at);
  const ofDrafts = new Set(drafts.map((one) => slotOfDraft(one.lesson, one).name));
  const others = file.filter(({ name, version }) => version !== DRAFT_VERSION || !ofDrafts.has(name));
  const textHere = new Map(here.values.map((one) => [keyOf(one), one.text]));
  const changed = others.filter((one) => textHere.get(keyOf(one)) !== one.text);
  const taken = drafts.filter((one, at) => drafts.findIndex((each) => isSameFile(each, one)) === at);
  const older = drafts.filter((one) => !taken.includes(one));
  const plans = taken.map((one) => planDraft(one, here));
  return {
    writes: [
      ...changed,
      // They stay drafts of other visits; one that is here keeps its place.
      ...older.filter((one) => !textHere.has(keyOf(valueOf(one)))).map(valueOf),
      ...plans.flatMap(({ writes }) => writes),
    ],
    replaced: {
      drafts: plans.flatMap(({ replaced }) => replaced),
      names: changed.filter((one) => textHere.has(keyOf(one))).map(({ name }) => name),
    },
  };
}

/** The draft becomes this tab's own, as the latest; what this tab had goes under a name of its own. */
function planDraft(
  draft: DraftOfLesson,
  { values, tab, now, free }: Here,
): {
  readonly writes: StoredValue[];
  readonly replaced: DraftOfLesson[];
} {
  const there = values.flatMap((one) => draftOf(one) ?? []).filter((one) => isSameFile(one, draft));
  const own = there.find((one) => one.tab === tab);
  const shown = own ?? there.toSorted((a, b) => b.at - a.at)[0];
  if (shown?.text === draft.text) return { writes: [], replaced: [] };
  const revision = Math.max(0, ...there.map((one) => one.revision)) + 1;
  return {
    writes: [
      ...(own === undefined ? [] : [valueOf({ ...own, tab: free })]),
      valueOf({ ...draft, tab, at: now, revision }),
    ],
    replaced: shown === undefined ? [] : [draft],
  };
}

function valueOf(draft: DraftOfLesson): StoredValue {
  const { text, at, revision } = draft;
  const { name, version } = slotOfDraft(draft.lesson, draft);
  return { name, version, text: JSON.stringify({ text, at, revision }) };
}

function isSameFile(one: DraftOfLesson, other: DraftOfLesson): boolean {
  return one.lesson === other.lesson && nameOfFile(one) === nameOfFile(other);
}

function keyOf({ name, version }: StoredValue): string {
  return `${name}/v${version}`;
}
