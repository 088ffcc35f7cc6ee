/** What a person can do about what the browser keeps: take another version, save to a file, forget, try again. */
import { SIDES, type Lesson, type SideName } from '../lesson/schema.ts';
import { writeStored } from '../base/storage.ts';
import { messages } from '../messages/en.ts';
import { openLesson, useDesk } from '../store/desk.ts';
import { createDrafts, forgetDraft, slotOfDraft } from '../store/drafts.ts';
import { editsOf, isEdited } from '../store/files.ts';
import { filesOf, readKeptDrafts } from '../store/keptDrafts.ts';
import { hideNotice, noticesOf, tell, type Notice } from '../store/notices.ts';
import { newTabName } from '../store/tab.ts';
import { loadTexts } from '../store/versions.ts';
import { keepDraftsOfDesk } from './drafting.ts';
import type { Surroundings } from './listening.ts';
import { draftsAsText, filesAsText, unreadAsText } from './keptText.ts';

/** Makes these commands. */
export function createKeeping(around: Pick<Surroundings, 'save' | 'tab'>) {
  const drafts = createDrafts(around.tab);
  let keeping: ReturnType<typeof keepDraftsOfDesk> | null = null;
  return {
    /** Keeps edits from now on, and tells what becomes of them. */
    keepEdits: (page: Pick<EventTarget, 'addEventListener'>): (() => void) => {
      keeping = keepDraftsOfDesk(page, drafts);
      return keeping.stop;
    },
    /** Puts a lesson on the desk with what is kept of it, and tells what else there is. */
    openWithDrafts: (lesson: Lesson): void => {
      const kept = readKeptDrafts(lesson, around.tab);
      openLesson(lesson, filesOf(kept.begun));
      drafts.begin(lesson, useDesk.getState().files, kept.begun);
      noticesOf(lesson.id, kept).forEach(tell);
    },
    /** Loads the drafts of another tab or visit. What stands in their place is kept as one of another visit in turn. */
    loadDrafts: (notice: Notice): void => {
      const { lesson } = useDesk.getState();
      if (notice.kind !== 'other drafts' || lesson?.id !== notice.lesson) return;
      keeping?.keep();
      const former = newTabName();
      for (const draft of notice.drafts) {
        const { side, file } = draft;
        const text = useDesk.getState().files[side][file];
        if (
          text !== undefined &&
          isOwn(lesson, side, text, file) &&
          !drafts.isElsewhere(lesson, side, file, text)
        ) {
          writeStored(slotOfDraft(lesson.id, { side, file, tab: former }), { text, at: Date.now() });
        }
        drafts.take(lesson, draft);
      }
      loadTexts(filesOf(notice.drafts), messages.kept.draftTitle);
      keeping?.keep();
      hideNotice(notice);
    },
    /** Offers what a notice speaks of as a file. */
    saveNotice: (notice: Notice): void => {
      const { name, text } = fileOf(notice);
      around.save(name, text);
    },
    /** Forgets the drafts that a notice speaks of, for good. */
    forgetDrafts: (notice: Notice): void => {
      const { lesson } = useDesk.getState();
      if (!('drafts' in notice) || lesson?.id !== notice.lesson) return;
      for (const draft of notice.drafts) forgetDraft(lesson, draft);
      hideNotice(notice);
    },
    /** Tries once more to keep the edits. */
    keepAgain: (): void => keeping?.keep(),
    hideNotice,
  };
}

/** Whether a file is as the person has written it, not the lesson. */
function isOwn(lesson: Lesson, side: SideName, text: string, file: string): boolean {
  return ![lesson.sides[side], ...lesson.variations].some(({ files }) => files[file] === text);
}

function fileOf(notice: Notice): { readonly name: string; readonly text: string } {
  const about = notice.lesson ?? 'preferences';
  const { lesson, files } = useDesk.getState();
  switch (notice.kind) {
    case 'edits not kept':
    case 'preferences not kept': {
      const edits = lesson !== null && isEdited(lesson, files) ? editsOf(lesson, files) : files;
      const all = SIDES.flatMap((side) => filesAsText(lesson, side, edits[side]));
      return { name: `faultline-${about}.txt`, text: all.join('\n') };
    }
    case 'unreadable':
    case 'newer':
      return { name: `faultline-${about}-unread.txt`, text: unreadAsText(notice.texts) };
    case 'strays':
    case 'other drafts':
      return { name: `faultline-${about}-draft.txt`, text: draftsAsText(lesson, notice.drafts) };
  }
}
