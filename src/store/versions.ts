/** Other files on the desk, and the way back: Reset, a variation of the lesson, Undo. */
import type { Lesson, SideName, Variation } from '../lesson/schema.ts';
import { useDesk } from './desk.ts';
import { isEdited, standingOf } from './files.ts';
import type { FilesOfSides } from './files.ts';

/** The lesson's own files again on both sides; what was there is kept for `undoReset`. */
export function resetFiles(): void {
  useDesk.setState(({ lesson, files, entry, active, beforeReset }) => {
    if (lesson === null) return {};
    const { broken, fixed } = lesson.sides;
    if (entry === broken.entry && !isEdited(lesson, files)) return { beforeReset };
    const own = { broken: broken.files, fixed: fixed.files };
    return {
      files: own,
      entry: broken.entry,
      active: activeIn(own, active, lesson),
      beforeReset: { files, entry },
      loaded: null,
    };
  });
}

/**
 * Puts a variation in the place of its side. It is the lesson with one change: another variation, on the other side,
 * gives way to the lesson's own program; what the person has written stays. What was there is kept for `undoReset`.
 */
export function loadVariation({ id, side, title, entry, files: own }: Variation): void {
  useDesk.setState(({ lesson, files, entry: usual, active }) => {
    if (lesson === null) return {};
    const other = side === 'broken' ? 'fixed' : 'broken';
    const varied = standingOf(lesson, other, files[other]).kind === 'variation';
    const beside = varied ? lesson.sides[other].files : files[other];
    const all = side === 'broken' ? { broken: own, fixed: beside } : { broken: beside, fixed: own };
    const shown = Object.keys(own).find((file) => own[file] !== lesson.sides[side].files[file]);
    const tabs = { ...active, ...(shown === undefined ? {} : { [side]: shown }) };
    return {
      files: all,
      entry,
      active: activeIn(all, tabs, lesson),
      beforeReset: { files, entry: usual },
      loaded: title,
      offered: id,
    };
  });
}

/** Puts other texts of the person's in the place of theirs; what was there is kept for `undoReset`. */
export function loadTexts(texts: FilesOfSides, title: string): void {
  useDesk.setState(({ lesson, files, entry, active }) => {
    if (lesson === null) return {};
    const all = {
      broken: { ...files.broken, ...texts.broken },
      fixed: { ...files.fixed, ...texts.fixed },
    };
    const firstOf = (side: SideName) => Object.keys(texts[side])[0] ?? active[side];
    const tabs = { broken: firstOf('broken'), fixed: firstOf('fixed') };
    return {
      files: all,
      active: activeIn(all, tabs, lesson),
      beforeReset: { files, entry },
      loaded: title,
    };
  });
}

export function undoReset(): void {
  useDesk.setState(({ lesson, beforeReset, active }) =>
    beforeReset === null || lesson === null
      ? {}
      : {
          ...beforeReset,
          active: activeIn(beforeReset.files, active, lesson),
          beforeReset: null,
          loaded: null,
        },
  );
}

/** The tabs shown on both sides; one whose file is gone gives way to the lesson's entry. */
function activeIn(
  files: FilesOfSides,
  active: Readonly<Record<SideName, string>>,
  { sides }: Lesson,
): Readonly<Record<SideName, string>> {
  const shown = (side: SideName) =>
    Object.hasOwn(files[side], active[side]) ? active[side] : sides[side].entry;
  return { broken: shown('broken'), fixed: shown('fixed') };
}
