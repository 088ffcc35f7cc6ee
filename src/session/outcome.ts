/** What the verdict says at any time: before, during and after the runs, and when a side did not finish. Pure. */
import type { Lesson, SideName } from '../lesson/schema.ts';
import { SIDES } from '../lesson/schema.ts';
import { judge, type SideResult } from '../lesson/verdict.ts';
import { messages } from '../messages/en.ts';
import type { FilesOfSides } from '../store/files.ts';
import { anyLive, type Run, type Runs } from '../store/runs.ts';
import { readMeasure } from '../trace/measure.ts';
import type { Measure } from '../trace/measure.ts';
import { noStepping, type Stepping } from '../store/stepping.ts';
import { sidesEdited, sidesUnrelated, stalenessOfRun, type Staleness } from './edited.ts';
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
  /** it is about another program than the one that stands there */
  readonly stale: boolean;
}

interface Stale {
  readonly side: SideName;
  readonly why: Staleness;
}

/** `files` are the person's now: once they differ from what ran, the outcome says so. */
export function outcomeOf(
  lesson: Lesson,
  runs: Runs,
  files: FilesOfSides,
  stepping: Stepping = noStepping,
): Outcome {
  const stale = SIDES.flatMap((side): Stale[] => {
    const why = stalenessOfRun(lesson, side, runs[side], files[side]);
    return why === null ? [] : [{ side, why }];
  });
  return { ...saidOf(lesson, runs, stale, stepping), stale: stale.length > 0 && !anyLive(runs) };
}

function saidOf(
  lesson: Lesson,
  runs: Runs,
  stale: readonly Stale[],
  stepping: Stepping,
): Omit<Outcome, 'stale'> {
  const { broken, fixed } = runs;
  const asking = SIDES.filter((side) => stepping[side]?.open === true);
  if (asking.length > 0) {
    return { title: words.yourTurn(namesOf(lesson, asking)), note: words.yourTurnNote, bars: null };
  }
  if (anyLive(runs) && !SIDES.some((side) => runs[side].phase === 'running')) {
    return { title: words.waiting, note: words.waitingNote, bars: null };
  }
  if (anyLive(runs)) return { title: words.running, note: words.runningNote, bars: null };
  if (broken.phase !== 'ended' || fixed.phase !== 'ended') return beforeBoth(lesson, runs, stale);
  const verdict = judge(lesson, resultOf(broken), resultOf(fixed));
  const unrelated = sidesUnrelated(lesson, runs);
  if (unrelated.length > 0) {
    const why = words.unrelated(namesOf(lesson, unrelated), unrelated.length);
    return {
      title: endingsOf(lesson, { broken, fixed }),
      note: [...staleNotes(lesson, stale), why].join(' '),
      bars: null,
    };
  }
  const note = noteOn(lesson, runs, stale);
  if (verdict.kind === 'unfinished') {
    const endings = endingsOf(lesson, { broken, fixed });
    const notes = [...staleNotes(lesson, stale), endings];
    return { title: words.noCompare, note: notes.join(' '), bars: null };
  }
  if (verdict.kind === 'unjudged') return { title: endingsOf(lesson, { broken, fixed }), note, bars: null };
  return { title: sentence(verdict.sentence), note, bars: barsOf(lesson, broken, fixed) };
}

/** What must be known to read the figures rightly. */
function noteOn(lesson: Lesson, runs: Runs, stale: readonly Stale[]): string {
  const edited = sidesEdited(lesson, runs).filter((side) => !stale.some((one) => one.side === side));
  const virtual = SIDES.some((side) => isVirtual(runs[side]) && !isScheduled(runs[side]));
  const notes = [
    ...staleNotes(lesson, stale),
    ...(edited.length > 0 ? [words.edited(namesOf(lesson, edited), edited.length)] : []),
    ...(virtual ? [words.virtual] : []),
    ...(SIDES.some((side) => isScheduled(runs[side])) ? [words.scheduled] : []),
    ...(scheduledAlike(runs) ? [] : [words.unlike]),
  ];
  return notes.join(' ');
}

/** Whose results are of another program than the one that stands there, and why. */
function staleNotes(lesson: Lesson, stale: readonly Stale[]): readonly string[] {
  return (['edited', 'replaced'] as const).flatMap((why) => {
    const sides = stale.filter((one) => one.why === why).map(({ side }) => side);
    return sides.length === 0 ? [] : [words.stale[why](namesOf(lesson, sides), sides.length)];
  });
}

/** `Broken`, or `Broken and Fixed`. */
function namesOf(lesson: Lesson, sides: readonly SideName[]): string {
  return words.both(sides.map((side) => sideName(lesson, side)));
}

/** Whether both sides went by the same model and the same strategy. */
function scheduledAlike(runs: Runs): boolean {
  const [broken, fixed] = SIDES.map((side) => {
    const run = runs[side];
    return run.phase === 'idle' ? null : { ...run.schedule, check: null };
  });
  return JSON.stringify(broken) === JSON.stringify(fixed);
}

function beforeBoth(lesson: Lesson, runs: Runs, stale: readonly Stale[]): Omit<Outcome, 'stale'> {
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
  return { title, note: [...staleNotes(lesson, stale), words.onlyOneNote].join(' '), bars: null };
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

/** The lesson's sentences come without a full stop. */
function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
