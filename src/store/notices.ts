/** What has to be said of what the browser keeps: refused, unreadable, of another tab. Each is said once. */
import { create } from 'zustand';
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

interface Notices {
  /** in the order in which they came up */
  readonly open: readonly Notice[];
  /** what has been shown, in this visit */
  readonly shown: ReadonlySet<string>;
}

export const useNotices = create<Notices>()(() => ({ open: [], shown: new Set() }));

/** Shows it, unless it has been shown. That a storage refuses is said once, of what is worth most to the person. */
export function showNotice(notice: Notice): void {
  useNotices.setState(({ open, shown }) => {
    const identity = identityOf(notice);
    if (shown.has(identity)) return {};
    const now = { shown: new Set([...shown, identity]) };
    if (notice.kind === 'visit not kept' && [...shown].some(isRefusal)) return now;
    const rest = isRefusal(identity) ? open.filter(({ kind }) => kind !== 'visit not kept') : open;
    return { ...now, open: [...rest, notice] };
  });
}

/** Shows these in the place of all that was said of other tabs that are ahead in a lesson. */
export function showBehind(lesson: string, drafts: readonly Draft[]): void {
  const tabs = [...new Set(drafts.map(({ tab }) => tab))];
  const notices = tabs.map((tab): Notice => {
    return { kind: 'behind', drafts: drafts.filter((one) => one.tab === tab), lesson };
  });
  useNotices.setState(({ open }) => {
    const others = open.filter((one) => one.kind !== 'behind' || one.lesson !== lesson);
    return others.length === open.length && notices.length === 0 ? {} : { open: [...others, ...notices] };
  });
}

/** Takes it off the screen. It does not come again in this visit. */
export function hideNotice(notice: Notice): void {
  useNotices.setState(({ open }) => ({ open: open.filter((one) => one !== notice) }));
}

/** What was refused before has been kept: should it be refused again, that is shown again. */
export function clearRefusal(kind: (typeof REFUSALS)[number]): void {
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

const REFUSALS = ['edits not kept', 'preferences not kept', 'visit not kept'] as const;

function isRefusal(identity: string): boolean {
  return REFUSALS.some((kind) => isAbout(identity, kind));
}

function isAbout(identity: string, kind: Notice['kind']): boolean {
  return identity.startsWith(JSON.stringify([kind]).slice(0, -1));
}

function identityOf(notice: Notice): string {
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
