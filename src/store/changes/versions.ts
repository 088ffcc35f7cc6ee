/** Another version of the programs in the open workspace, and the way back: Reset, a variation, other drafts, Undo. */
import type { Lesson, SideName, Variation } from '../../lesson/schema.ts';
import { isEdited, statusOf, type FilesOfSides } from '../files.ts';
import { anyLive, isIdle } from '../runs.ts';
import { choiceAs, choiceOf } from '../schedule.ts';
import type { Snapshot, Workspace } from '../workspace.ts';
import { change } from '../workspaces.ts';

/** The lesson's own files, entry and schedule again; where files or entry change, `undo` brings back what was there. */
export function resetVersion(): void {
  change((workspace) => {
    const { lesson, files, entry, active } = workspace;
    const { broken, fixed } = lesson.sides;
    const own = { broken: broken.files, fixed: fixed.files };
    const changed = entry !== broken.entry || isEdited(lesson, files);
    return {
      schedule: choiceOf(lesson.schedule),
      files: changed ? own : files,
      entry: broken.entry,
      active: changed ? activeIn(own, active, lesson) : active,
      undo: changed ? snapshot(workspace, null) : workspace.undo,
    };
  });
}

/**
 * Puts a variation in the place of its side, with its schedule. It is the lesson with one change: another variation, on
 * the other side, gives way to the lesson's own program; what the person has written stays. `undo` brings back what was
 * there.
 */
export function loadVariation(variation: Variation): void {
  const { id, side, title, entry, files: own } = variation;
  change((workspace) => {
    const { lesson, files, active, schedule } = workspace;
    const other = side === 'broken' ? 'fixed' : 'broken';
    const varied = statusOf(lesson, other, files[other]).kind === 'variation';
    const beside = varied ? lesson.sides[other].files : files[other];
    const all = side === 'broken' ? { broken: own, fixed: beside } : { broken: beside, fixed: own };
    const shown = Object.keys(own).find((file) => own[file] !== lesson.sides[side].files[file]);
    const tabs = { ...active, ...(shown === undefined ? {} : { [side]: shown }) };
    return {
      files: all,
      entry,
      active: activeIn(all, tabs, lesson),
      schedule: lesson.schedule ? choiceAs(schedule, lesson.schedule, variation.schedule ?? {}) : schedule,
      offered: id,
      undo: snapshot(workspace, title),
    };
  });
}

/** Puts other texts of the person's in the place of theirs; `undo` brings back what was there. */
export function loadTexts(texts: FilesOfSides, title: string): void {
  change((workspace) => {
    const { lesson, files, active } = workspace;
    const all = {
      broken: { ...files.broken, ...texts.broken },
      fixed: { ...files.fixed, ...texts.fixed },
    };
    const firstOf = (side: SideName) => Object.keys(texts[side])[0] ?? active[side];
    const tabs = { broken: firstOf('broken'), fixed: firstOf('fixed') };
    return { files: all, active: activeIn(all, tabs, lesson), undo: snapshot(workspace, title) };
  });
}

/** Puts another workspace of the lesson in the place of this one, with its step and its runs; `undo` brings back what was there. */
export function takeVersion({ files, entry, schedule, step, active, runs }: Workspace, title: string): void {
  change((workspace) => ({
    files,
    entry,
    schedule,
    step,
    active,
    runs,
    undo: snapshot(workspace, title),
  }));
}

/** Brings back the snapshot, whole. Only where something has been run since, what came of that stays. */
export function undo(): void {
  change((workspace) => {
    const { lesson, undo: former, active, runs } = workspace;
    if (former === null) return {};
    const { files, entry, schedule } = former;
    return {
      files,
      entry,
      schedule,
      active: activeIn(files, active, lesson),
      runs: isIdle(runs) && !anyLive(former.runs) ? former.runs : runs,
      undo: null,
    };
  });
}

function snapshot({ files, entry, schedule, runs }: Workspace, loaded: string | null): Snapshot {
  return { files, entry, schedule, runs, loaded };
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
