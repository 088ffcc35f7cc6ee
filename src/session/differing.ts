/** How one version of a lesson differs from another: its files, line by line, and its settings. Pure. */
import { changedParts, diffLines, type DiffLine } from '../base/lineDiff.ts';
import { SIDES, type Lesson, type SideName } from '../lesson/schema.ts';
import type { Pace } from '../runtime/protocol.ts';
import type { FilesOfSides } from '../store/files.ts';
import type { Workspace } from '../store/workspace.ts';

export interface DifferingFile {
  readonly side: SideName;
  readonly file: string;
  /** `left`: only the first version has it; `right`: only the second */
  readonly in: 'both' | 'left' | 'right';
  readonly removed: number;
  readonly added: number;
  /** the number of the first line that differs */
  readonly first: number;
  /** what changed, with a few lines around */
  readonly parts: readonly (readonly DiffLine[])[];
}

/** The files that differ, in the order in which the sides show them. */
export function differingFiles(left: FilesOfSides, right: FilesOfSides): readonly DifferingFile[] {
  return SIDES.flatMap((side) => {
    const files = new Set([...Object.keys(left[side]), ...Object.keys(right[side])]);
    return [...files].flatMap((file) => {
      const [before, after] = [left[side][file], right[side][file]];
      if (before === after) return [];
      const lines = diffLines(before ?? '', after ?? '');
      const changed = lines.findIndex((line) => line.in !== 'both');
      const first = lines[changed];
      return [
        {
          side,
          file,
          in: before === undefined ? 'right' : after === undefined ? 'left' : 'both',
          removed: lines.filter((line) => line.in === 'left').length,
          added: lines.filter((line) => line.in === 'right').length,
          first: first?.right ?? first?.left ?? 1,
          parts: changedParts(lines),
        } as const,
      ];
    });
  });
}

/** What beside the files decides how a version runs. */
export interface Settings extends Pick<Workspace, 'entry' | 'schedule'> {
  readonly pace: Pace;
}

export interface DifferingSetting {
  readonly name: 'entry' | 'pace' | 'model' | 'strategy' | 'seed' | 'check';
  readonly left: string;
  readonly right: string;
}

/** The settings that differ and mean anything for this lesson. */
export function differingSettings(
  { schedule: scheduled }: Lesson,
  left: Settings,
  right: Settings,
): readonly DifferingSetting[] {
  const of = (name: DifferingSetting['name'], { entry, pace, schedule }: Settings): string =>
    name === 'entry' ? entry : name === 'pace' ? pace : String(schedule[name]);
  const names: readonly DifferingSetting['name'][] =
    scheduled === undefined ? ['entry', 'pace'] : ['entry', 'model', 'strategy', 'seed', 'check'];
  return names
    .map((name) => ({ name, left: of(name, left), right: of(name, right) }))
    .filter((one) => one.left !== one.right);
}
