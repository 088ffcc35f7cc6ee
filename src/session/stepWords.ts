/** What happens at the playhead, in a sentence for each side that it concerns. Pure. */
import type { Lesson, SideName } from '../lesson/schema.ts';
import { SIDES } from '../lesson/schema.ts';
import { changes as words } from '../messages/en.ts';
import type { Run, Runs } from '../store/runs.ts';
import { changesUntil, type Axis, type Changes, type Position } from '../trace/axis.ts';
import { momentOf } from './moments.ts';
import { sideName } from './sideName.ts';

/** What is said of one side. */
export interface StepWords {
  readonly side: SideName;
  readonly name: string;
  readonly sentence: string;
  /** the line at which the program is then, as it ran; null where that is not known */
  readonly line: { readonly number: number; readonly code: string } | null;
}

/**
 * The change that the playhead has come to last. In the order of what happened that is one on each side; by the clock
 * it is on the side that changed last, and on both only where they changed at the same time.
 */
export function stepWords(lesson: Lesson, runs: Runs, at: Position, axis: Axis): readonly StepWords[] {
  const steps = SIDES.flatMap((side): Step[] => {
    const run = runs[side];
    if (run.phase === 'idle') return [];
    const changes = axis.changesOf(run.trace.picture);
    const number = axis.kind === 'order' ? Math.floor(at) : changesUntil(changes, at);
    return [{ said: { side, name: sideName(lesson, side), line: lineOf(run, at, axis) }, changes, number }];
  });
  if (axis.kind === 'order') return steps.map((step) => ({ ...step.said, sentence: sentenceInOrder(step) }));
  const latest = Math.max(...steps.map(({ changes, number }) => (number < 1 ? -1 : changes.wholeAt(number))));
  return steps
    .filter(({ changes, number }) => number >= 1 && changes.wholeAt(number) === latest)
    .map((step) => ({ ...step.said, sentence: step.changes.wordsAt(step.number) }));
}

interface Step {
  readonly said: Omit<StepWords, 'sentence'>;
  readonly changes: Changes;
  readonly number: number;
}

function sentenceInOrder({ changes, number }: Step): string {
  if (number < 1) return words.start;
  return number > changes.count ? words.over : changes.wordsAt(number);
}

function lineOf(run: Exclude<Run, { phase: 'idle' }>, at: Position, axis: Axis): StepWords['line'] {
  const place = run.trace.placeAt(momentOf(run, at, 0, axis));
  if (place === null) return null;
  const code = run.program.files[place.file]?.split('\n')[place.line - 1]?.trim();
  return code === undefined ? null : { number: place.line, code };
}
