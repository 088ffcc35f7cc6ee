/** Keeps the person's edits between visits: a moment after the last one, and at once when the desk is left. */
import type { Lesson } from '../lesson/schema.ts';
import { useDesk } from '../store/desk.ts';
import { keepDrafts } from '../store/drafts.ts';
import type { FilesOfSides } from '../store/files.ts';

const DELAY_MS = 300;

/** `page` tells by `pagehide` that it is being left. Returns how to stop. */
export function keepDraftsOfDesk(page: Pick<EventTarget, 'addEventListener'>): () => void {
  let edited: { readonly lesson: Lesson; readonly files: FilesOfSides } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = () => {
    clearTimeout(timer);
    if (edited !== null) keepDrafts(edited.lesson, edited.files);
    edited = null;
  };
  page.addEventListener('pagehide', keep);
  return useDesk.subscribe(({ lesson, files }, before) => {
    // Another lesson is on the desk now; the edits of the one before are still ours to keep.
    if (lesson !== before.lesson) return keep();
    if (lesson === null || files === before.files) return;
    edited = { lesson, files };
    clearTimeout(timer);
    timer = setTimeout(keep, DELAY_MS);
  });
}
