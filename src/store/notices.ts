/** What has to be said of what the browser keeps: refused, unreadable, of another tab. Each is said once. */
import { create } from 'zustand';
import { identityOf, isAbout, isRefusal, type Notice, type REFUSALS } from './notice.ts';
import type { Draft } from './storedDrafts.ts';

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
