/** Where the person is in the prose of the open lesson, and what they have answered. */
import { change } from '../workspaces.ts';

/** Goes to a step, counted from 0; past the ends to the nearest one. */
export function goToStep(step: number): void {
  change(({ lesson }) => {
    const last = Math.max(lesson.steps.length - 1, 0);
    return { step: Math.min(Math.max(step, 0), last) };
  });
}

export function answer(step: number, choice: number): void {
  change(({ answers }) => ({ answers: { ...answers, [step]: choice } }));
}
