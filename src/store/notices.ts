/** What has to be said of what the browser keeps: refused, unreadable, of another tab. Each is said once. */
import { create } from 'zustand';
import type { Kept } from '../base/storage.ts';
import type { Draft } from './drafts.ts';
import type { KeptDrafts, Unread } from './keptDrafts.ts';

export type Refusal = Exclude<Kept, 'kept'>;

/** `lesson` is the id of the lesson that it is about; those about no lesson are shown everywhere. */
export type Notice =
  | { readonly kind: 'edits not kept'; readonly why: Refusal; readonly lesson: string }
  | { readonly kind: 'preferences not kept'; readonly why: Refusal; readonly lesson: null }
  | { readonly kind: 'unreadable'; readonly texts: readonly Unread[]; readonly lesson: string | null }
  | { readonly kind: 'newer'; readonly texts: readonly Unread[]; readonly lesson: string }
  | { readonly kind: 'strays'; readonly drafts: readonly Draft[]; readonly lesson: string }
  /** what one other tab or visit keeps */
  | { readonly kind: 'other drafts'; readonly drafts: readonly Draft[]; readonly lesson: string };

interface Notices {
  /** in the order in which they came up */
  readonly open: readonly Notice[];
  /** what has been shown, in this visit */
  readonly shown: ReadonlySet<string>;
}

export const useNotices = create<Notices>()(() => ({ open: [], shown: new Set() }));

/** Shows it, unless it has been shown. */
export function showNotice(notice: Notice): void {
  useNotices.setState(({ open, shown }) => {
    const identity = identityOf(notice);
    return shown.has(identity) ? {} : { open: [...open, notice], shown: new Set([...shown, identity]) };
  });
}

/** Takes it off the screen. It does not come again in this visit. */
export function hideNotice(notice: Notice): void {
  useNotices.setState(({ open }) => ({ open: open.filter((one) => one !== notice) }));
}

/** What was refused before has been kept: should it be refused again, that is shown again. */
export function clearRefusal(kind: 'edits not kept' | 'preferences not kept'): void {
  useNotices.setState(({ open, shown }) =>
    [...shown].some((one) => isAbout(one, kind))
      ? {
          open: open.filter((one) => one.kind !== kind),
          shown: new Set([...shown].filter((one) => !isAbout(one, kind))),
        }
      : {},
  );
}

/** Whether edits would be gone if the page were closed now. */
export function hasUnkeptEdits({ shown }: Notices): boolean {
  return [...shown].some((one) => isAbout(one, 'edits not kept'));
}

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

function isAbout(identity: string, kind: Notice['kind']): boolean {
  return identity.startsWith(JSON.stringify([kind]).slice(0, -1));
}

function identityOf(notice: Notice): string {
  switch (notice.kind) {
    case 'edits not kept':
    case 'preferences not kept':
      return JSON.stringify([notice.kind, notice.lesson, notice.why]);
    case 'unreadable':
    case 'newer':
      return JSON.stringify([notice.kind, notice.lesson, notice.texts]);
    case 'strays':
    case 'other drafts':
      return JSON.stringify([notice.kind, notice.lesson, notice.drafts]);
  }
}
