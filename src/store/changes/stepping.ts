/** Stepping by hand in the open workspace: runs ask, and the person chooses. */
import type { SideName } from '../../lesson/schema.ts';
import type { Question, Stride } from '../../runtime/schedule.ts';
import { closedSteps, type Answered, type Steps } from '../stepping.ts';
import { change, currentWorkspace } from '../workspaces.ts';

export function chooseStride(stride: Stride): void {
  change(({ stepping }) => ({ stepping: { ...stepping, stride } }));
}

/** The steps of a side; null where it is not stepped. */
export function stepsOf(side: SideName): Steps | null {
  return currentWorkspace()?.stepping[side] ?? null;
}

/** A run begins in which the person chooses who goes on, after `made` choices that it repeats. */
export function beginSteps(side: SideName, made: readonly Answered[]): void {
  put(side, { question: stepsOf(side)?.question ?? null, open: false, made });
}

/** The run asks. */
export function askQuestion(side: SideName, question: Question): void {
  const steps = stepsOf(side);
  if (steps !== null) put(side, { ...steps, question, open: true });
}

/** The open question has been answered. */
export function answerQuestion(side: SideName, thread: number): void {
  const steps = stepsOf(side);
  if (steps === null || !steps.open || steps.question === null) return;
  const made = [...steps.made, { question: steps.question, thread }];
  put(side, { ...steps, open: false, made });
}

/** The run is over. */
export function closeSteps(side: SideName): void {
  const steps = stepsOf(side);
  if (steps !== null) put(side, closedSteps(steps));
}

/** The side is no longer stepped by hand. */
export function forgetSteps(side: SideName): void {
  put(side, null);
}

function put(side: SideName, steps: Steps | null): void {
  change(({ stepping }) => ({ stepping: { ...stepping, [side]: steps } }));
}
