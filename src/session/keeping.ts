/** What a person can do about what the browser keeps: take another version, save to a file, forget, try again. */
import { browserLargeStorage } from '../base/largeStorage.ts';
import { writeStored } from '../base/storage.ts';
import { SIDES, type Lesson, type SideName } from '../lesson/schema.ts';
import { messages } from '../messages/en.ts';
import { loadTexts } from '../store/changes/versions.ts';
import { createDrafts } from '../store/drafts.ts';
import { editsOf, isEdited, type FilesOfSides } from '../store/files.ts';
import { filesOf, readKeptDrafts } from '../store/keptDrafts.ts';
import { noticesOf, type Notice } from '../store/notice.ts';
import { hideNotice, showNotice } from '../store/notices.ts';
import { forgetDraft, nameOfFile, revisionsOf, slotOfDraft, storedDrafts } from '../store/storedDrafts.ts';
import { newTabName } from '../store/tab.ts';
import { newWorkspace, type Workspace } from '../store/workspace.ts';
import { currentWorkspace, openNew } from '../store/workspaces.ts';
import { keepDrafts } from './drafting.ts';
import { draftsAsText, filesAsText, unreadAsText } from './keptText.ts';
import type { Platform } from './platform.ts';
import { createKeptResults, type KeptResults } from './keptResults.ts';
import { createKeptRuns, type KeptRuns } from './keptRuns.ts';
import { keepVisits, type Visiting } from './visiting.ts';
import { readVisit, resumed } from './visits.ts';

/** Makes these commands. */
export function createKeeping(platform: Pick<Platform, 'save' | 'tab'>) {
  const drafts = createDrafts(platform.tab);
  let keeping: ReturnType<typeof keepDrafts> | null = null;
  let visiting: Visiting | null = null;
  let keptRuns: KeptRuns | null = null;
  let keptResults: KeptResults | null = null;
  return {
    /** Keeps edits from now on, and reports what becomes of them. */
    keepEdits: (page: Pick<EventTarget, 'addEventListener'>): (() => void) => {
      keeping = keepDrafts(page, drafts);
      return keeping.stop;
    },
    /** Keeps from now on where the person is in each lesson, and what runs and searches came to. */
    keepVisits: (
      page: Pick<EventTarget, 'addEventListener'>,
      large = browserLargeStorage(),
    ): (() => void) => {
      keptRuns = createKeptRuns(large, platform.tab);
      keptResults = createKeptResults(large, platform.tab);
      visiting = keepVisits(page);
      const leave = [visiting.stop, keptRuns.keepRuns(), keptResults.keepResults()];
      return () => leave.forEach((stop) => stop());
    },
    /** Keeps at once all that is still to be kept. */
    keepAll: (): void => {
      keeping?.keep();
      visiting?.keep();
    },
    /** Keeps nothing of what is still to be kept. */
    forgetAll: (): void => {
      keeping?.forget();
      visiting?.forget();
    },
    /** Opens a new workspace of a lesson with what is kept of it, and reports what else there is. */
    openWithDrafts: (lesson: Lesson): void => {
      const kept = readKeptDrafts(lesson, platform.tab);
      const visit = readVisit(lesson.id);
      const fresh = newWorkspace(lesson, filesOf(kept.begun));
      const workspace = visit === null ? fresh : resumed(fresh, visit);
      openNew(workspace);
      void keptRuns?.showKept(workspace, visit?.playhead ?? 'live');
      void keptResults?.showKept(workspace);
      drafts.begin(lesson, workspace.files, kept.begun);
      noticesOf(lesson.id, kept).forEach(showNotice);
    },
    /** The files of a lesson with what is kept of it, without opening it. */
    keptFiles: (lesson: Lesson): FilesOfSides =>
      newWorkspace(lesson, filesOf(readKeptDrafts(lesson, platform.tab).begun)).files,
    /** Says of another tab that has gone further in the open lesson. */
    lookAhead: (): void => keeping?.lookAhead(),
    /** Loads the drafts of another tab or visit. What stands in their place is kept as one of another visit in turn. */
    loadDrafts: (notice: Notice): void => {
      const workspace = currentWorkspace();
      if (notice.kind !== 'other drafts' && notice.kind !== 'behind') return;
      if (workspace?.lesson.id !== notice.lesson || workspace.link !== null) return;
      const { lesson, files } = workspace;
      keeping?.keep();
      const former = newTabName();
      const revisions = revisionsOf(storedDrafts(lesson).filter(({ tab }) => tab === platform.tab));
      for (const draft of notice.drafts) {
        const { side, file } = draft;
        const text = files[side][file];
        if (
          text !== undefined &&
          isOwn(lesson, side, text, file) &&
          !drafts.isElsewhere(lesson, side, file, text)
        ) {
          const revision = revisions.get(nameOfFile(draft)) ?? 0;
          writeStored(slotOfDraft(lesson.id, { side, file, tab: former }), {
            text,
            at: Date.now(),
            revision,
          });
        }
        drafts.take(lesson, draft);
      }
      loadTexts(filesOf(notice.drafts), messages.kept.draftTitle);
      keeping?.keep();
      hideNotice(notice);
    },
    /** Keeps what stands here beside what another tab has written since; neither asks again in this visit. */
    keepMine: (notice: Notice): void => {
      const workspace = currentWorkspace();
      if (notice.kind !== 'behind' || workspace?.lesson.id !== notice.lesson) return;
      drafts.part(workspace.lesson, notice.drafts);
      keeping?.keepNow(workspace);
      hideNotice(notice);
    },
    /** Offers what a notice speaks of as a file. */
    saveNotice: (notice: Notice): void => {
      const { name, text } = fileOf(notice);
      platform.save(name, text);
    },
    /** Forgets the drafts that a notice speaks of, for good. */
    forgetDrafts: (notice: Notice): void => {
      const lesson = currentWorkspace()?.lesson;
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
  const workspace = currentWorkspace();
  const lesson = workspace?.lesson ?? null;
  switch (notice.kind) {
    case 'edits not kept':
    case 'preferences not kept':
    case 'visit not kept':
    case 'run too large': {
      const all = workspace === null ? [] : textsOf(workspace);
      return { name: `faultline-${about}.txt`, text: all.join('\n') };
    }
    case 'unreadable':
    case 'newer':
      return { name: `faultline-${about}-unread.txt`, text: unreadAsText(notice.texts) };
    case 'strays':
    case 'other drafts':
    case 'behind':
      return { name: `faultline-${about}-draft.txt`, text: draftsAsText(lesson, notice.drafts) };
  }
}

/** What the person has written, or where that is nothing, the whole programs. */
function textsOf({ lesson, files }: Workspace): string[] {
  const edits = isEdited(lesson, files) ? editsOf(lesson, files) : files;
  return SIDES.flatMap((side) => filesAsText(lesson, side, edits[side]));
}

export type Keeping = ReturnType<typeof createKeeping>;
