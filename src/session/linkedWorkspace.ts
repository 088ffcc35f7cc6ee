/** The workspace that an opened link stands for. Pure. */
import type { Lesson, SideName } from '../lesson/schema.ts';
import type { SharedState } from '../share/state.ts';
import type { Files, FilesOfSides } from '../store/files.ts';
import type { OpenedLink } from '../store/openedLink.ts';
import type { ScheduleChoice } from '../store/schedule.ts';
import { newWorkspace, type Workspace } from '../store/workspace.ts';

/** The workspace that a link opens. It is looked at: its `link` keeps it away from the drafts. */
export function workspaceOf(lesson: Lesson, link: OpenedLink): Workspace {
  const { state } = link;
  const variation = lesson.variations.find(({ id }) => id === state.variation);
  const texts: FilesOfSides = {
    broken: { ...(variation?.side === 'broken' ? variation.files : {}), ...state.files?.broken },
    fixed: { ...(variation?.side === 'fixed' ? variation.files : {}), ...state.files?.fixed },
  };
  const fresh = newWorkspace(lesson, texts);
  return {
    ...fresh,
    link,
    pace: state.pace ?? 'real',
    step: Math.min(state.step ?? 0, Math.max(lesson.steps.length - 1, 0)),
    entry: state.entry ?? fresh.entry,
    active: { broken: firstChanged(fresh, 'broken'), fixed: firstChanged(fresh, 'fixed') },
    offered: variation?.id ?? null,
    schedule: scheduleFrom(fresh.schedule, state),
  };
}

function scheduleFrom(own: ScheduleChoice, { schedule = {} }: SharedState): ScheduleChoice {
  const { recorded, ...chosen } = schedule;
  return { ...own, ...chosen, loaded: recorded ?? null };
}

/** The first file that is not as the lesson has it, else the one that the lesson shows first. */
function firstChanged({ lesson, files, active }: Workspace, side: SideName): string {
  const own: Files = lesson.sides[side].files;
  return Object.keys(files[side]).find((file) => files[side][file] !== own[file]) ?? active[side];
}
