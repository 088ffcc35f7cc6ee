/** What somebody saw of a run, short enough for a link, and whether another run came out the same. Pure. */
import { SIDES, type Lesson, type SideName } from '../lesson/schema.ts';
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
import { workspaceOf } from './sharing.ts';

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
function isOf(workspace: Workspace, side: SideName, run: Ended, recorded: RecordedSchedule | null): boolean {
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

/** One thing that came out otherwise than the sender saw it. */
export type Difference =
  | { readonly what: 'ending'; readonly there: SideDigest; readonly here: SideDigest }
  | { readonly what: 'figure'; readonly label: string; readonly there: number; readonly here: number }
  | { readonly what: 'output' }
  /** the recorded schedule could not be followed from this step on */
  | { readonly what: 'strayed'; readonly step: number };

/** What is to be said of a side: how its run compares with what the sender saw. */
export type Compared =
  | {
      readonly kind: 'same';
      readonly digest: SideDigest;
      readonly figures: readonly { readonly label: string; readonly value: number }[];
    }
  | { readonly kind: 'different'; readonly differences: readonly Difference[] }
  /** what ran is not what the link holds */
  | { readonly kind: 'other program' };

/** By side, where the sender saw it and it has run to its end here. */
export function comparedWithLink(workspace: Workspace): { readonly [side in SideName]?: Compared } {
  const { link, lesson, runs } = workspace;
  if (link === null) return {};
  const asSent = workspaceOf(lesson, link);
  const recorded = asSent.schedule.strategy === 'replay' ? asSent.schedule.loaded : null;
  const compared: { [side in SideName]?: Compared } = {};
  for (const side of SIDES) {
    const [there, run] = [link.state.digest?.[side], runs[side]];
    if (there === undefined || run.phase !== 'ended') continue;
    compared[side] = isOf(asSent, side, run, recorded)
      ? compare(lesson, there, run)
      : { kind: 'other program' };
  }
  return compared;
}

function compare(lesson: Lesson, there: SideDigest, run: Ended): Compared {
  const here = digestOf(lesson, run);
  const strayed = run.end.scheduled?.strayed ?? null;
  const figures = lesson.measures.flatMap(({ id, label }) => {
    const [then, value] = [there.measures[id], here.measures[id]];
    return then === undefined || value === undefined ? [] : [{ label, there: then, here: value }];
  });
  const differences: readonly Difference[] = [
    ...(strayed === null ? [] : [{ what: 'strayed', step: strayed } as const]),
    ...(there.ending === here.ending && there.error === here.error
      ? []
      : [{ what: 'ending', there, here } as const]),
    ...figures.filter((one) => one.there !== one.here).map((one) => ({ what: 'figure', ...one }) as const),
    ...(there.output === here.output ? [] : [{ what: 'output' } as const]),
  ];
  return differences.length === 0
    ? { kind: 'same', digest: here, figures: figures.map(({ label, here: value }) => ({ label, value })) }
    : { kind: 'different', differences };
}
