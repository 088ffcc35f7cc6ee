/** What the verdict says at any time: before, during and after the runs, and when a side did not finish. Pure. */
import type { Lesson, SideName } from '../lesson/schema.ts';
import { SIDES } from '../lesson/schema.ts';
import { judge, type SideResult } from '../lesson/verdict.ts';
import { messages } from '../messages/en.ts';
import type { FilesOfSides } from '../store/files.ts';
import { anyLive, type Run, type Runs } from '../store/runs.ts';
import { readMeasure } from '../trace/measure.ts';
import type { Measure } from '../trace/measure.ts';
import { howEnded } from './howEnded.ts';
import { isScheduled, isVirtual } from './moments.ts';
import { sideName } from './sideName.ts';

const words = messages.verdict;
type Ended = Extract<Run, { phase: 'ended' }>;

export interface Bars {
  readonly label: string;
  readonly unit: Measure['unit'];
  readonly broken: number;
  readonly fixed: number;
}

export interface Outcome {
  readonly title: string;
  readonly note: string;
  /** null when the two sides cannot be compared */
  readonly bars: Bars | null;
}

/** `files` are the person's now: once they differ from what ran, the outcome says so. */
export function outcomeOf(lesson: Lesson, runs: Runs, files: FilesOfSides): Outcome {
  const { broken, fixed } = runs;
  if (anyLive(runs) && !SIDES.some((side) => runs[side].phase === 'running')) {
    return { title: words.waiting, note: words.waitingNote, bars: null };
  }
  if (anyLive(runs)) return { title: words.running, note: words.runningNote, bars: null };
  if (broken.phase !== 'ended' || fixed.phase !== 'ended') return beforeBoth(lesson, runs);
  const verdict = judge(lesson, resultOf(broken), resultOf(fixed));
  const note = noteOn(runs, files);
  if (verdict.kind === 'unfinished') {
    return { title: words.noCompare, note: endingsOf(lesson, { broken, fixed }), bars: null };
  }
  if (verdict.kind === 'unjudged') return { title: endingsOf(lesson, { broken, fixed }), note, bars: null };
  return { title: sentence(verdict.sentence), note, bars: barsOf(lesson, broken, fixed) };
}

/** What must be known to read the figures rightly. */
function noteOn(runs: Runs, files: FilesOfSides): string {
  const changed = SIDES.some((side) => isChanged(runs[side], files[side]));
  const virtual = SIDES.some((side) => isVirtual(runs[side]) && !isScheduled(runs[side]));
  const notes = [
    ...(changed ? [words.changed] : []),
    ...(virtual ? [words.virtual] : []),
    ...(SIDES.some((side) => isScheduled(runs[side])) ? [words.scheduled] : []),
    ...(scheduledAlike(runs) ? [] : [words.unlike]),
  ];
  return notes.join(' ');
}

/** Whether both sides went by the same model and the same strategy. */
function scheduledAlike(runs: Runs): boolean {
  const [broken, fixed] = SIDES.map((side) => {
    const run = runs[side];
    return run.phase === 'idle' ? null : { ...run.schedule, check: null };
  });
  return JSON.stringify(broken) === JSON.stringify(fixed);
}

function beforeBoth(lesson: Lesson, runs: Runs): Outcome {
  const side = SIDES.find((each) => runs[each].phase === 'ended');
  const run = side === undefined ? null : runs[side];
  if (side === undefined || run?.phase !== 'ended') {
    const unit = measureOf(lesson)?.unit;
    const title = unit === undefined ? words.before.unjudged : words.before[unit];
    return { title, note: words.beforeNote, bars: null };
  }
  const { ending } = run.end;
  const name = sideName(lesson, side);
  const title = ending.kind === 'finished' ? words.onlyOne(name) : words.sideEnded(name, howEnded(ending));
  return { title, note: words.onlyOneNote, bars: null };
}

function endingsOf(lesson: Lesson, ended: Readonly<Record<SideName, Ended>>): string {
  return SIDES.map((side) => words.sideEnded(sideName(lesson, side), howEnded(ended[side].end.ending))).join(
    ' ',
  );
}

/** What came of a run that has ended, as verdicts and sentences read it. */
export function resultOf({ trace, end }: Pick<Ended, 'trace' | 'end'>): SideResult {
  const { ending, time } = end;
  const raised = ending.kind === 'raised' ? ending.error.type : null;
  return { picture: trace.picture, end: { endingKind: ending.kind, raised, time } };
}

/** The measure that the verdict compares. */
function measureOf(lesson: Lesson): Measure | undefined {
  return lesson.measures.find(({ id }) => id === lesson.verdict?.compare);
}

function barsOf(lesson: Lesson, broken: Ended, fixed: Ended): Bars | null {
  const measure = measureOf(lesson);
  if (measure === undefined) return null;
  const read = ({ trace, end }: Ended) => readMeasure(measure.read, trace.picture, end.time);
  return { label: measure.label, unit: measure.unit, broken: read(broken), fixed: read(fixed) };
}

function isChanged(run: Run, files: Readonly<Record<string, string>>): boolean {
  return (
    run.phase === 'ended' && Object.entries(files).some(([file, text]) => run.program.files[file] !== text)
  );
}

/** The lesson's sentences come without a full stop. */
function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
