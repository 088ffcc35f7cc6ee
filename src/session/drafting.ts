/** Keeps the person's edits between visits: a moment after the last one, and at once when the workspace is left. */
import { nameOfKey } from '../base/storage.ts';
import type { Lesson } from '../lesson/schema.ts';
import type { Drafts } from '../store/drafts.ts';
import type { FilesOfSides } from '../store/files.ts';
import { hasUnkeptEdits, clearRefusal, showNotice, useNotices } from '../store/notices.ts';
import { currentIn, currentWorkspace, useWorkspaces } from '../store/workspaces.ts';

const DELAY_MS = 300;

type Page = Pick<EventTarget, 'addEventListener'>;

/**
 * `page` tells by `pagehide` that it is being left, and by `storage` what other tabs do to what is kept. Returns how to
 * keep at once what has been edited, and how to stop.
 */
export function keepDrafts(page: Page, drafts: Drafts): { keep: () => void; stop: () => void } {
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
  const keepSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(keep, DELAY_MS);
  };
  page.addEventListener('pagehide', keep);
  page.addEventListener('storage', (event) => {
    const workspace = currentWorkspace();
    const name = removedName(event);
    if (workspace === null || workspace.link !== null || name === null) return;
    if (!drafts.lost(workspace.lesson, name)) return;
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
  return { keep, stop };
}

/** The name of what another tab has removed; null for any other change. */
function removedName(event: Event): string | null {
  const [key, newValue]: unknown[] = [Reflect.get(event, 'key'), Reflect.get(event, 'newValue')];
  return typeof key === 'string' && newValue === null ? nameOfKey(key) : null;
}
