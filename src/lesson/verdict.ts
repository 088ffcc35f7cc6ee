/** Judges the two sides of a lesson from what their runs measured. Pure. */
import { formatRatio } from '../base/format.ts';
import { readMeasure, writeFigure, type Measure } from '../trace/measure.ts';
import type { Picture } from '../trace/picture.ts';
import type { Micros } from '../trace/vocabulary.ts';
import { fill } from './placeholders.ts';
import { SIDES, type Lesson, type SideName } from './schema.ts';

/**
 * What came of running one side. `endingKind` is the kind of an ending, such as `finished`; `raised` the type of the
 * exception that ended the program, if one did.
 */
export interface SideResult {
  readonly picture: Picture;
  readonly end: { readonly endingKind: string; readonly raised?: string | null; readonly time: Micros };
}

export interface Verdict {
  /** `unfinished`: a side did not run to its end, so there is nothing to compare; `unjudged`: no figure judges */
  readonly kind: 'fixed-better' | 'broken-better' | 'same' | 'unfinished' | 'unjudged';
  /** how many times more the worse side measured, at least 1; null when unfinished, unjudged or when the better measured 0 */
  readonly ratio: number | null;
  /** in the words of the lesson; empty when unfinished or unjudged */
  readonly sentence: string;
}

/** Sides closer than this are not distinguished: timings of a browser wobble. */
const LEAST_RATIO = 1.2;
const LEAST_SECONDS = 0.05;
/** And what an interpreter keeps for itself wobbles, too. */
const LEAST_BYTES = 100_000;
/** A cause has to account for so much of the ratio; else something other than the lesson's point made the difference. */
const LEAST_SHARE = 0.5;

/** @throws Error when the lesson's verdict names a measure that it does not have, which reading a lesson rules out */
export function judge(lesson: Lesson, broken: SideResult, fixed: SideResult): Verdict {
  const sides = { broken, fixed };
  const { verdict } = lesson;
  if (verdict === undefined) return { kind: 'unjudged', ratio: null, sentence: '' };
  if (SIDES.some((side) => !endedAsExpected(sides[side], lesson.ends[side]))) {
    return { kind: 'unfinished', ratio: null, sentence: '' };
  }
  const measure = measureCalled(lesson, verdict.compare);
  const figures = { broken: figure(measure, broken), fixed: figure(measure, fixed) };
  const [less, more] = [Math.min(figures.broken, figures.fixed), Math.max(figures.broken, figures.fixed)];
  const ratio = less > 0 ? more / less : more > 0 ? null : 1;

  const filled = (sentence: string): string => fill(sentence, (name) => write(lesson, sides, ratio, name));
  const { fixedBetter, brokenBetter, same, because } = verdict;
  if (tooClose(measure, less, more, ratio)) return { kind: 'same', ratio, sentence: filled(same) };
  if (figures.broken < figures.fixed) return { kind: 'broken-better', ratio, sentence: filled(brokenBetter) };
  const reason = because && explains(lesson, sides, because, ratio) ? `: ${filled(because.words)}` : '';
  return { kind: 'fixed-better', ratio, sentence: filled(fixedBetter) + reason };
}

/** Whether a side came to its end, or to the exception that the lesson is about. */
function endedAsExpected({ end }: SideResult, exception: string | undefined): boolean {
  return end.endingKind === 'finished' || (exception !== undefined && end.raised === exception);
}

type Sides = Readonly<Record<SideName, SideResult>>;
type Because = NonNullable<NonNullable<Lesson['verdict']>['because']>;

function tooClose(measure: Measure, less: number, more: number, ratio: number | null): boolean {
  if (more - less < leastScale(measure)) return true;
  return ratio !== null && ratio < LEAST_RATIO;
}

/** A reason that does not hold for these two runs is not given: the programs may have been edited. */
function explains(lesson: Lesson, sides: Sides, because: Because, ratio: number | null): boolean {
  const measure = measureCalled(lesson, because.measure);
  const [broken, fixed] = [figure(measure, sides.broken), figure(measure, sides.fixed)];
  if (because.fixed === 'more' && fixed <= broken) return false;
  if (because.fixed === 'less' && fixed >= broken) return false;
  const [less, more] = [Math.min(broken, fixed), Math.max(broken, fixed)];
  // From nothing to something there is no ratio: that explains only the disappearance of a fault.
  if (less === 0) return because.fixed === 'less';
  return ratio === null || more / less >= ratio * LEAST_SHARE;
}

/** A figure less than this is as good as nothing: bars are drawn to a scale of at least so much. */
export function leastScale({ unit }: Pick<Measure, 'unit'>): number {
  return unit === 'bytes' ? LEAST_BYTES : unit === 'seconds' ? LEAST_SECONDS : 0;
}

function figure({ read }: Measure, { picture, end }: SideResult): number {
  return readMeasure(read, picture, end.time);
}

function measureCalled({ measures }: Lesson, id: string): Measure {
  const found = measures.find((measure) => measure.id === id);
  if (found === undefined)
    throw new Error(`the verdict names the measure "${id}", which the lesson does not have`);
  return found;
}

/** What stands for a placeholder: `ratio`, `broken.peak`, `fixed.elapsed`. */
function write(lesson: Lesson, sides: Sides, ratio: number | null, placeholder: string): string {
  if (placeholder === 'ratio') return formatRatio(ratio ?? Number.POSITIVE_INFINITY);
  const [side, id = ''] = placeholder.split('.');
  const measure = measureCalled(lesson, id);
  const value = figure(measure, side === 'broken' ? sides.broken : sides.fixed);
  return writeFigure(measure, value);
}
