/** Stepping by hand: the question that each side asks now, and the choices that have led there. Values. */
import type { Question, Stride } from '../runtime/schedule.ts';

/** A question that was answered, and by which thread. */
export interface Answered {
  readonly question: Question;
  readonly thread: number;
}

/** A side that is stepped by hand. */
export interface Steps {
  /** the last question; null until the first */
  readonly question: Question | null;
  /** whether the question waits for an answer; false while the chosen thread runs */
  readonly open: boolean;
  /** what was chosen so far, in order */
  readonly made: readonly Answered[];
}

export interface Stepping {
  /** how far a step goes, on both sides */
  readonly stride: Stride;
  /** null where the run of the side is not stepped */
  readonly broken: Steps | null;
  readonly fixed: Steps | null;
}

export const noStepping: Stepping = { stride: 'line', broken: null, fixed: null };

/** The steps of a run that is over: nothing is asked any more, but the last choice can still be taken back. */
export function closedSteps(steps: Steps | null): Steps | null {
  return steps && { ...steps, question: null, open: false };
}
