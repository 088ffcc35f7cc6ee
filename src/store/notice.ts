/** A notice: one thing that has to be said of what the browser keeps. Values. */
import type { Kept } from '../base/storage.ts';
import type { SideName } from '../lesson/schema.ts';
import type { KeptDrafts, Unread } from './keptDrafts.ts';
import type { Draft } from './storedDrafts.ts';

export type Refusal = Exclude<Kept, 'kept'>;

/** `lesson` is the id of the lesson that it is about; those about no lesson are shown everywhere. */
export type Notice =
  | { readonly kind: 'edits not kept'; readonly why: Refusal; readonly lesson: string }
  | { readonly kind: 'preferences not kept'; readonly why: Refusal; readonly lesson: null }
  /** step, answers, results: less than what a person has written */
  | { readonly kind: 'visit not kept'; readonly why: Refusal; readonly lesson: null }
  | { readonly kind: 'unreadable'; readonly texts: readonly Unread[]; readonly lesson: string | null }
  | { readonly kind: 'newer'; readonly texts: readonly Unread[]; readonly lesson: string }
  | { readonly kind: 'strays'; readonly drafts: readonly Draft[]; readonly lesson: string }
  /** what one other tab or visit keeps */
  | { readonly kind: 'other drafts'; readonly drafts: readonly Draft[]; readonly lesson: string }
  /** what one other tab has written of the same files since */
  | { readonly kind: 'behind'; readonly drafts: readonly Draft[]; readonly lesson: string }
  /** the last run of a side, which was not kept over a reload */
  | {
      readonly kind: 'run too large';
      readonly side: SideName;
      readonly events: number;
      readonly lesson: string;
    };

/** All that is to be said of what is kept of a lesson. */
export function noticesOf(lesson: string, { others, strays, unreadable, newer }: KeptDrafts): Notice[] {
  const tabs = [...new Set(others.map(({ tab }) => tab))];
  return [
    ...(unreadable.length > 0 ? [{ kind: 'unreadable', texts: unreadable, lesson } as const] : []),
    ...(newer.length > 0 ? [{ kind: 'newer', texts: newer, lesson } as const] : []),
    ...(strays.length > 0 ? [{ kind: 'strays', drafts: strays, lesson } as const] : []),
    ...tabs.map((tab) => {
      const drafts = others.filter((one) => one.tab === tab);
      return { kind: 'other drafts', drafts, lesson } as const;
    }),
  ];
}

/** What is said where the storage refuses something. */
export const REFUSALS = ['edits not kept', 'preferences not kept', 'visit not kept'] as const;

/** Whether what stands for a notice tells of a refusal. */
export function isRefusal(identity: string): boolean {
  return REFUSALS.some((kind) => isAbout(identity, kind));
}

/** Whether what stands for a notice is of this kind. */
export function isAbout(identity: string, kind: Notice['kind']): boolean {
  return identity.startsWith(JSON.stringify([kind]).slice(0, -1));
}

/** What stands for a notice: that of another one which says the same is the same. */
export function identityOf(notice: Notice): string {
  switch (notice.kind) {
    case 'edits not kept':
    case 'preferences not kept':
    case 'visit not kept':
      return JSON.stringify([notice.kind, notice.lesson, notice.why]);
    case 'run too large':
      return JSON.stringify([notice.kind, notice.lesson, notice.side]);
    case 'unreadable':
    case 'newer':
      return JSON.stringify([notice.kind, notice.lesson, notice.texts]);
    case 'strays':
    case 'other drafts':
    case 'behind':
      return JSON.stringify([notice.kind, notice.lesson, notice.drafts]);
  }
}
