/** Stepping by hand: the question that each side asks now, and the choices that have led there. */
import { create } from 'zustand';
import type { SideName } from '../lesson/schema.ts';
import type { Question, Stride } from '../runtime/schedule.ts';

/** A question that was answered, and by which thread. */
export interface Answered {
  readonly question: Question;
  readonly thread: number;
}

/** A side that is stepped by hand. */
interface Steps {
  /** the last question; null until the first */
  readonly question: Question | null;
  /** whether the question waits for an answer; false while the chosen thread runs */
  readonly open: boolean;
  /** what was chosen so far, in order */
  readonly made: readonly Answered[];
}

interface Stepping {
  /** how far a step goes, on both sides */
  readonly stride: Stride;
  /** null where the run of the side is not stepped */
  readonly broken: Steps | null;
  readonly fixed: Steps | null;
}

export const useStepping = create<Stepping>()(() => ({ stride: 'instruction', broken: null, fixed: null }));

export function chooseStride(stride: Stride): void {
  useStepping.setState({ stride });
}

/** A run begins in which the person chooses who goes on, after `made` choices that it repeats. */
export function beginSteps(side: SideName, made: readonly Answered[]): void {
  const question = useStepping.getState()[side]?.question ?? null;
  useStepping.setState({ [side]: { question, open: false, made } });
}

/** The run asks. */
export function askQuestion(side: SideName, question: Question): void {
  const steps = useStepping.getState()[side];
  if (steps !== null) useStepping.setState({ [side]: { ...steps, question, open: true } });
}

/** The open question has been answered. */
export function answerQuestion(side: SideName, thread: number): void {
  const steps = useStepping.getState()[side];
  if (steps === null || !steps.open || steps.question === null) return;
  const made = [...steps.made, { question: steps.question, thread }];
  useStepping.setState({ [side]: { ...steps, open: false, made } });
}

/** The run is over: nothing is asked any more, but the last choice can still be taken back. */
export function closeSteps(side: SideName): void {
  const steps = useStepping.getState()[side];
  if (steps !== null) useStepping.setState({ [side]: { ...steps, question: null, open: false } });
}

/** The side is no longer stepped by hand. */
export function forgetSteps(side: SideName): void {
  useStepping.setState({ [side]: null });
}
