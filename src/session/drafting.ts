/** Keeps the person's edits between visits: a moment after the last one, and at once when the workspace is left. */
import { nameOfKey } from '../base/storage.ts';
import type { Lesson } from '../lesson/schema.ts';
import type { Drafts } from '../store/drafts.ts';
import type { FilesOfSides } from '../store/files.ts';
import { hasUnkeptEdits, clearRefusal, showBehind, showNotice, useNotices } from '../store/notices.ts';
import type { Workspace } from '../store/workspace.ts';
import { currentIn, currentWorkspace, useWorkspaces } from '../store/workspaces.ts';

const DELAY_MS = 300;

type Page = Pick<EventTarget, 'addEventListener'>;

/** How to keep at once what has been edited, or to forget that, to look whether another tab is ahead, and to stop. */
interface Drafting {
  readonly keep: () => void;
  /** the same of a whole workspace, edited or not */
  readonly keepNow: (workspace: Workspace) => void;
  readonly forget: () => void;
  readonly lookAhead: () => void;
  readonly stop: () => void;
}

/** `page` tells by `pagehide` that it is being left, and by `storage` what other tabs do to what is kept. */
export function keepDrafts(page: Page, drafts: Drafts): Drafting {
  // By lesson: edits that were refused are tried again with the next ones, or when the person asks for it.
  const edited = new Map<string, { readonly lesson: Lesson; readonly files: FilesOfSides }>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = () => {
    clearTimeout(timer);
    for (const { lesson, files } of edited.values()) {
      const kept = drafts.keep(lesson, files);
      if (kept === 'kept') edited.delete(lesson.id);
      else showNotice({ kind: 'edits not kept', why: kept, lesson: lesson.id });
    }
    if (edited.size === 0) clearRefusal('edits not kept');
  };
  const keepNow = ({ lesson, files }: Workspace) => {
    edited.set(lesson.id, { lesson, files });
    keep();
  };
  const keepSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(keep, DELAY_MS);
  };
  const forget = () => {
    clearTimeout(timer);
    edited.clear();
    clearRefusal('edits not kept');
  };
  const lookAhead = () => {
    const workspace = currentWorkspace();
    if (workspace === null || workspace.link !== null) return;
    showBehind(workspace.lesson.id, drafts.ahead(workspace.lesson, workspace.files));
  };
  page.addEventListener('pagehide', keep);
  // A tab that was asleep has not heard what others have done.
  page.addEventListener('visibilitychange', lookAhead);
  page.addEventListener('storage', (event) => {
    const workspace = currentWorkspace();
    const changed = changeOfOther(event);
    if (workspace === null || workspace.link !== null) return;
    if (!changed?.name.startsWith(`drafts/${workspace.lesson.id}/`)) return;
    if (changed.kind === 'written') return lookAhead();
    if (!drafts.lost(workspace.lesson, changed.name)) return lookAhead();
    const { lesson, files } = workspace;
    edited.set(lesson.id, { lesson, files });
    keepSoon();
  });
  page.addEventListener('beforeunload', (event) => {
    if (hasUnkeptEdits(useNotices.getState())) event.preventDefault();
  });
  const stop = useWorkspaces.subscribe((now, before) => {
    // Another workspace is open now; the edits of the one before are still ours to keep.
    if (now.open !== before.open) return keep();
    const workspace = currentIn(now);
    // An opened link is only looked at: what is edited in it is no draft.
    if (workspace === null || workspace.link !== null || workspace.files === currentIn(before)?.files) return;
    const { lesson, files } = workspace;
    edited.set(lesson.id, { lesson, files });
    keepSoon();
  });
  return { keep, keepNow, forget, lookAhead, stop };
}

/** What another tab has done to a value of ours; null for what is none. */
function changeOfOther(event: Event): { readonly kind: 'written' | 'removed'; readonly name: string } | null {
  const [key, newValue]: unknown[] = [Reflect.get(event, 'key'), Reflect.get(event, 'newValue')];
  const name = typeof key === 'string' ? nameOfKey(key) : null;
  return name === null ? null : { kind: newValue === null ? 'removed' : 'written', name };
}
