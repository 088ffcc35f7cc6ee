/** What somebody saw of the runs of a workspace, short enough for a link. Pure. */
import type { Lesson, SideName } from '../lesson/schema.ts';
import { crc32OfText } from '../share/crc32.ts';
import type { SharedState, SideDigest } from '../share/state.ts';
import { sameFiles } from '../store/files.ts';
import type { Run } from '../store/runs.ts';
import type { RecordedSchedule } from '../store/schedule.ts';
import type { Workspace } from '../store/workspace.ts';
import { isReported, readMeasure, type Measure } from '../trace/measure.ts';
import type { Picture } from '../trace/picture.ts';
import { wentBy } from './recorded.ts';
import { scheduleOf } from './scheduling.ts';

type Ended = Extract<Run, { phase: 'ended' }>;

/** How a run did not come to an end of its own. */
const CUT_OFF: ReadonlySet<string> = new Set(['stopped', 'unable', 'crashed']);

/** What is seen of the runs of a workspace; nothing of a side whose run was of another program or schedule. */
export function seenBy(
  workspace: Workspace,
  recorded: RecordedSchedule | null,
): NonNullable<SharedState['digest']> {
  const of = (side: SideName): { [name in SideName]?: SideDigest } => {
    const run = workspace.runs[side];
    return run.phase === 'ended' && isOf(workspace, side, run, recorded)
      ? { [side]: digestOf(workspace.lesson, run) }
      : {};
  };
  return { ...of('broken'), ...of('fixed') };
}

/** Whether a run came to its end, and was of the program and the schedule that the workspace has. */
export function isOf(
  workspace: Workspace,
  side: SideName,
  run: Ended,
  recorded: RecordedSchedule | null,
): boolean {
  const { lesson, files, schedule } = workspace;
  if (CUT_OFF.has(run.end.ending.kind) || !sameFiles(run.program.files, files[side])) return false;
  if (lesson.schedule === undefined) return true;
  if (recorded !== null) return wentBy(run, recorded);
  return JSON.stringify(run.schedule) === JSON.stringify(scheduleOf(schedule));
}

export function digestOf(lesson: Lesson, { trace, end }: Pick<Ended, 'trace' | 'end'>): SideDigest {
  const { ending, time } = end;
  const { picture } = trace;
  const figures = countsOf(lesson, picture).map(({ id, read }) => [id, readMeasure(read, picture, time)]);
  return {
    ending: ending.kind,
    error: ending.kind === 'raised' ? ending.error.type : '',
    measures: Object.fromEntries(figures),
    output: crc32OfText(picture.prints.map(({ text }) => text).join('')),
  };
}

/** Times and sizes are another machine's own. */
function countsOf({ measures }: Lesson, picture: Picture): readonly Measure[] {
  return measures.filter(({ unit, read }) => unit === 'count' && isReported(read, picture));
}
