/** What a link holds of a workspace. Pure. */
import { isPublished, SIDES, type SideName } from '../lesson/schema.ts';
import type { Pace } from '../runtime/protocol.ts';
import type { SharedState } from '../share/state.ts';
import { lessonVersion } from '../share/version.ts';
import { editsOf, statusOf } from '../store/files.ts';
import { choiceOf, type RecordedSchedule } from '../store/schedule.ts';
import type { Workspace } from '../store/workspace.ts';
import type { Micros } from '../trace/vocabulary.ts';
import { seenBy } from './seen.ts';
import { recordedIn } from './recorded.ts';

/** What of the page a link may hold beside the programs and the schedule. */
export const SHARE_PARTS = ['step', 'decisions', 'moment', 'seen', 'present'] as const;
export type SharePart = (typeof SHARE_PARTS)[number];

/** What lies outside of the workspace. */
export interface Around {
  /** the person's preference */
  readonly pace: Pace;
  /** the playhead */
  readonly at: Micros | 'live';
}

/** What a link holds of a workspace: what differs from the lesson, and of the rest these parts. */
export function sharedStateOf(
  workspace: Workspace,
  { pace: preferred, at }: Around,
  parts: ReadonlySet<SharePart>,
): SharedState {
  const { lesson, step, entry } = workspace;
  const recorded = parts.has('decisions') ? recordedIn(workspace) : null;
  const schedule = scheduleIn(workspace, recorded);
  const varied = variationIn(workspace);
  const files = filesIn(workspace, varied?.side ?? null);
  const pace = workspace.pace ?? preferred;
  const digest = parts.has('seen') ? seenBy(workspace, recorded) : {};
  const moved = parts.has('moment') && at !== 'live' && workspace.runs.broken.phase !== 'idle';
  return {
    lesson: isPublished(lesson) ? lesson.within : lesson.id,
    ...(isPublished(lesson) && { part: lesson.part }),
    version: lessonVersion(lesson),
    ...(parts.has('step') && step > 0 && { step }),
    ...(isEmpty(files) ? {} : { files }),
    ...(varied !== null && { variation: varied.id }),
    ...(entry !== lesson.sides.broken.entry && { entry }),
    ...(isEmpty(schedule) ? {} : { schedule }),
    // A schedule has a clock of its own.
    ...(lesson.schedule === undefined && pace !== 'real' && { pace }),
    ...(moved && { playhead: Math.round(at) }),
    ...(parts.has('present') && { arrangement: 'present' }),
    ...(isEmpty(digest) ? {} : { digest }),
  };
}

/** The parts that a workspace has anything of, in the order of `SHARE_PARTS`. */
export function partsIn(workspace: Workspace, around: Around): readonly SharePart[] {
  const whole = sharedStateOf(workspace, around, new Set(SHARE_PARTS));
  const has: Record<SharePart, boolean> = {
    step: whole.step !== undefined,
    decisions: whole.schedule?.recorded !== undefined,
    moment: whole.playhead !== undefined,
    seen: whole.digest !== undefined,
    present: true,
  };
  return SHARE_PARTS.filter((part) => has[part]);
}

/** What differs from the lesson's own schedule; nothing for a lesson without one. */
function scheduleIn(
  { lesson, schedule }: Workspace,
  recorded: RecordedSchedule | null,
): NonNullable<SharedState['schedule']> {
  if (lesson.schedule === undefined) return {};
  const own = choiceOf(lesson.schedule);
  const model = recorded?.model ?? schedule.model;
  // Without its decisions a replay says nothing.
  const chosen = schedule.strategy === 'replay' ? own.strategy : schedule.strategy;
  const strategy = recorded === null ? chosen : 'replay';
  return {
    ...(model !== own.model && { model }),
    ...(strategy !== own.strategy && { strategy }),
    ...(schedule.seed !== own.seed && { seed: schedule.seed }),
    ...(schedule.check !== own.check && { check: schedule.check }),
    ...(recorded !== null && {
      recorded: { model: recorded.model, decisions: [...recorded.decisions] },
    }),
  };
}

function filesIn({ lesson, files }: Workspace, varied: SideName | null): NonNullable<SharedState['files']> {
  const edits = editsOf(lesson, files);
  const of = (side: SideName): { [name in SideName]?: Record<string, string> } =>
    side === varied || isEmpty(edits[side]) ? {} : { [side]: { ...edits[side] } };
  return { ...of('broken'), ...of('fixed') };
}

/** The variation that stands unedited on its side. */
function variationIn({ lesson, files }: Workspace) {
  for (const side of SIDES) {
    const status = statusOf(lesson, side, files[side]);
    if (status.kind === 'variation') return status.variation;
  }
  return null;
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0;
}
