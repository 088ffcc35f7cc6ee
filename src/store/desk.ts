/** The desk: which lesson is open, at which step, and the files of both sides as the person has them now. */
import { create } from 'zustand';
import type { Lesson, Side, SideName } from '../lesson/schema.ts';
import type { FilesOfSides } from './files.ts';

/** A wish to see a line: the editor brings it into view, puts the cursor there, and then the wish is forgotten. */
interface Reveal {
  readonly file: string;
  readonly line: number;
}

interface Desk {
  readonly lesson: Lesson | null;
  readonly step: number;
  /** the chosen answer by number of the step */
  readonly answers: Readonly<Record<number, number>>;
  readonly files: FilesOfSides;
  /** how both sides begin */
  readonly entry: string;
  readonly active: Readonly<Record<SideName, string>>;
  readonly reveal: Readonly<Record<SideName, Reveal | null>>;
  /** the files and the entry as they were before Reset, or before a variation was loaded, until the next edit */
  readonly beforeReset: { readonly files: FilesOfSides; readonly entry: string } | null;
  /** the title of the variation loaded last, while that can be undone */
  readonly loaded: string | null;
  /** the id of the variation that is offered; null for the first one */
  readonly offered: string | null;
}

const empty: Desk = {
  lesson: null,
  step: 0,
  answers: {},
  files: { broken: {}, fixed: {} },
  entry: '',
  active: { broken: '', fixed: '' },
  reveal: { broken: null, fixed: null },
  beforeReset: null,
  loaded: null,
  offered: null,
};

export const useDesk = create<Desk>()(() => empty);

/** Puts a lesson on the desk, with the person's drafts over the lesson's own files. */
export function openLesson(lesson: Lesson, drafts: FilesOfSides): void {
  useDesk.setState({
    ...empty,
    lesson,
    files: {
      broken: { ...lesson.sides.broken.files, ...drafts.broken },
      fixed: { ...lesson.sides.fixed.files, ...drafts.fixed },
    },
    entry: lesson.sides.broken.entry,
    active: { broken: firstTab(lesson.sides.broken), fixed: firstTab(lesson.sides.fixed) },
  });
}

/** What the lesson points at is shown first. */
function firstTab({ highlight, entry }: Side): string {
  return highlight[0]?.file ?? entry;
}

export function editFile(side: SideName, file: string, text: string): void {
  useDesk.setState(({ files }) =>
    files[side][file] === text
      ? {}
      : { files: { ...files, [side]: { ...files[side], [file]: text } }, beforeReset: null, loaded: null },
  );
}

/** Shows a file of the side; a name that is none of its files, as a run may report, changes nothing. */
export function showFile(side: SideName, file: string): void {
  useDesk.setState(({ active, files }) =>
    Object.hasOwn(files[side], file) && active[side] !== file ? { active: { ...active, [side]: file } } : {},
  );
}

/** Shows the file and asks its editor to go to the line (from 1). */
export function revealLine(side: SideName, file: string, line: number): void {
  showFile(side, file);
  useDesk.setState(({ reveal, files }) =>
    Object.hasOwn(files[side], file) ? { reveal: { ...reveal, [side]: { file, line } } } : {},
  );
}

/** The wish to see a line has been granted. */
export function forgetReveal(side: SideName): void {
  useDesk.setState(({ reveal }) => ({ reveal: { ...reveal, [side]: null } }));
}

/** Both sides begin so from now on. */
export function chooseEntry(entry: string): void {
  useDesk.setState({ entry });
}

/** Offers a variation to be loaded. */
export function offerVariation(offered: string): void {
  useDesk.setState({ offered });
}

export function goToStep(step: number): void {
  useDesk.setState(({ lesson }) => {
    const last = (lesson?.steps.length ?? 1) - 1;
    return { step: Math.min(Math.max(step, 0), Math.max(last, 0)) };
  });
}

export function answer(step: number, choice: number): void {
  useDesk.setState(({ answers }) => ({ answers: { ...answers, [step]: choice } }));
}
