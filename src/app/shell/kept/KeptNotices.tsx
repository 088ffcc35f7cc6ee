/** The strip that says what the browser does not keep, cannot read, or keeps besides: one thing at a time. */
import { Icon } from '../../../ui/Icon.tsx';
import { differingLines } from '../../../base/differingLines.ts';
import { formatCount } from '../../../base/format.ts';
import { messages } from '../../../messages/en.ts';
import type { Notice } from '../../../store/notice.ts';
import { useNotices } from '../../../store/notices.ts';
import { useWorkspaceIfOpen } from '../../../store/workspaces.ts';
import type { Lesson } from '../../../lesson/schema.ts';
import type { Workspace } from '../../../store/workspace.ts';
import { useCommands } from '../context.ts';
import { sideName } from '../../../session/sideName.ts';
import '../../../ui/notice.css';

const words = messages.kept;

/** What is about no lesson, and what is about the lesson on the screen. */
export function KeptNotices({ lesson }: { readonly lesson: string | null }) {
  const open = useNotices((notices) => notices.open);
  const here = open.filter((one) => one.lesson === null || one.lesson === lesson);
  // What may be lost comes before what is safe.
  const shown = here.find(isLost) ?? here[0];
  return (
    <div className="kept-notices" aria-live="polite">
      {shown !== undefined && <Strip notice={shown} />}
    </div>
  );
}

function Strip({ notice }: { readonly notice: Notice }) {
  const { hideNotice, loadDrafts, keepMine, forgetDrafts, saveNotice, keepAgain } = useCommands();
  const workspace = useWorkspaceIfOpen((one) => one);
  const { kind } = notice;
  return (
    <section className="notice" aria-label={words.label} data-lost={isLost(notice)}>
      <Icon name="warning" />
      <p>{wordsOf(notice, workspace)}</p>
      {kind === 'behind' && <Act word={words.keepMine} onClick={() => keepMine(notice)} />}
      {kind === 'behind' && <Act word={words.takeOther} onClick={() => loadDrafts(notice)} />}
      {kind === 'other drafts' && <Act word={words.load} onClick={() => loadDrafts(notice)} />}
      {kind === 'edits not kept' && <Act word={words.again} onClick={keepAgain} />}
      {isAboutText(notice) && <Act word={words.save} onClick={() => saveNotice(notice)} />}
      {(kind === 'strays' || kind === 'other drafts') && (
        <Act word={words.forget} onClick={() => forgetDrafts(notice)} />
      )}
      {/* Whoever is behind is to choose. */}
      {kind !== 'behind' && <Act word={words.hide} onClick={() => hideNotice(notice)} />}
    </section>
  );
}

function Act({ word, onClick }: { readonly word: string; readonly onClick: () => void }) {
  const act = () => {
    onClick();
    // The button may be gone now, and the keyboard's focus with it.
    document.querySelector<HTMLElement>('#content')?.focus({ preventScroll: true });
  };
  return (
    <button type="button" className="button quiet" onClick={act}>
      {word}
    </button>
  );
}

function isLost({ kind }: Notice): boolean {
  return kind === 'edits not kept' || kind === 'preferences not kept' || kind === 'visit not kept';
}

/** Whether it speaks of texts that a file can hold. */
function isAboutText({ kind }: Notice): boolean {
  return kind !== 'preferences not kept' && kind !== 'visit not kept' && kind !== 'run too large';
}

function wordsOf(notice: Notice, workspace: Workspace | null): string {
  const lesson = workspace?.lesson ?? null;
  switch (notice.kind) {
    case 'edits not kept':
      return words.editsNotKept(notice.why);
    case 'preferences not kept':
      return words.preferencesNotKept(notice.why);
    case 'visit not kept':
      return words.visitNotKept(notice.why);
    case 'run too large':
      return words.runTooLarge(sideName(lesson, notice.side), formatCount(notice.events));
    case 'unreadable':
      return words.unreadable(notice.lesson === null ? 'preferences' : 'draft');
    case 'newer':
      return words.newer;
    case 'behind':
      return words.behind(placesIn(notice, workspace));
    case 'strays':
      return words.strays(namesIn(notice, lesson));
    case 'other drafts':
      return words.otherDrafts(namesIn(notice, lesson), Math.max(...notice.drafts.map(({ at }) => at)));
  }
}

/** The files of another tab, with the lines in which those that stand here differ from them. */
function placesIn({ drafts }: Extract<Notice, { kind: 'behind' }>, workspace: Workspace | null): string[] {
  return drafts.map(({ side, file, text }) => {
    const name = `${file} (${sideName(workspace?.lesson ?? null, side)})`;
    const lines = differingLines(workspace?.files[side][file] ?? '', text);
    return lines === null ? name : words.linesOf(name, lines);
  });
}

function namesIn({ drafts }: Extract<Notice, { drafts: unknown }>, lesson: Lesson | null): string[] {
  return drafts.map(({ side, file }) => `${file} (${sideName(lesson, side)})`);
}
