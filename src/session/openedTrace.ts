/** A trace file that is opened: the link that stands for its programs, and the runs to be shown in the workspace of it. Pure. */
import { failure, success, type Result } from '../base/result.ts';
import type { Lesson, SideName } from '../lesson/schema.ts';
import { decodeFragment, encodeState } from '../share/link.ts';
import type { SharedState } from '../share/state.ts';
import { readTraceFile, type TracedLesson, type TraceFileFault } from '../share/traceFile.ts';
import type { TracedRun } from '../share/tracedRun.ts';
import { lessonVersion } from '../share/version.ts';
import type { OpenedLink } from '../store/openedLink.ts';
import type { ShownRun } from './keptRun.ts';

export interface OpenedTrace {
  readonly lesson: Lesson;
  /** holds the programs, so that they can be run again and handed on */
  readonly link: OpenedLink;
  /** null for a side that the file has no run of */
  readonly runs: Readonly<Record<SideName, ShownRun | null>>;
  /** when the file was written, in milliseconds since 1970; null where it does not say */
  readonly saved: number | null;
}

/** Why it cannot be opened: also that there is no such lesson, or that its programs are too large for a link. */
export type TraceFault = TraceFileFault | 'no lesson' | 'too large';

export function openedTrace(text: string, lessons: readonly Lesson[]): Result<OpenedTrace, TraceFault> {
  const read = readTraceFile(text);
  if (!read.ok) return read;
  const traced = read.value;
  if (traced.broken === undefined && traced.fixed === undefined) return failure('no trace');
  const holder = lessons.find(({ id }) => id === traced.lesson);
  const lesson =
    traced.part === undefined ? holder : holder?.published.find(({ part }) => part === traced.part);
  if (lesson === undefined) return failure('no lesson');
  const encoded = encodeState(stateOf(lesson, traced));
  if (!encoded.ok) return failure('too large');
  const { fragment } = encoded.value;
  const decoded = decodeFragment(fragment, lessons);
  // A file or an entry that the lesson does not have.
  if (decoded.kind !== 'state') return failure('no lesson');
  return success({
    lesson,
    link: { fragment, state: decoded.state, older: decoded.older },
    runs: { broken: shownOf(traced.broken), fixed: shownOf(traced.fixed) },
    saved: traced.saved === undefined ? null : Date.parse(traced.saved),
  });
}

/** The programs that ran, and how. */
function stateOf(lesson: Lesson, traced: TracedLesson): SharedState {
  const { broken, fixed } = traced;
  const files = { ...filesOf(lesson, 'broken', broken), ...filesOf(lesson, 'fixed', fixed) };
  const run = broken ?? fixed;
  const schedule = lesson.schedule === undefined || run === undefined ? null : scheduleOf(run);
  const entry = run?.program.entry;
  return {
    lesson: traced.lesson,
    ...(traced.part === undefined ? {} : { part: traced.part }),
    version: lessonVersion(lesson),
    ...(Object.keys(files).length === 0 ? {} : { files }),
    ...(entry === undefined || entry === lesson.sides.broken.entry ? {} : { entry }),
    ...(schedule === null ? {} : { schedule }),
    // Never the plain address of the lesson, where the person's own draft is.
    pace: run?.pace ?? 'real',
  };
}

function filesOf(
  lesson: Lesson,
  side: SideName,
  run: TracedRun | undefined,
): { [name in SideName]?: Record<string, string> } {
  const own: Readonly<Record<string, string>> = lesson.sides[side].files;
  const changed = Object.entries(run?.program.files ?? {}).filter(([path, text]) => own[path] !== text);
  return changed.length === 0 ? {} : { [side]: Object.fromEntries(changed) };
}

/** What repeats the run: its strategy, or the decisions where those were taken by hand. */
function scheduleOf({ schedule, scheduled }: TracedRun): NonNullable<SharedState['schedule']> | null {
  if (schedule === null) return null;
  const { model, strategy, check } = schedule;
  const about = { model, check: check ?? '' };
  if (strategy.kind !== 'replay' && strategy.kind !== 'manual') {
    return { ...about, strategy: strategy.kind, ...('seed' in strategy && { seed: strategy.seed }) };
  }
  const decisions = strategy.kind === 'replay' ? strategy.decisions : (scheduled?.decisions ?? []);
  return { ...about, strategy: 'replay', recorded: { model, decisions: [...decisions] } };
}

function shownOf(run: TracedRun | undefined): ShownRun | null {
  if (run === undefined) return null;
  const { ending, time, scheduled, ...begun } = run;
  return { ...begun, end: { ending, time, scheduled } };
}
