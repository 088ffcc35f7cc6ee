/** Whether what a link names is still in its lesson. Pure. */
import { canBegin } from '../base/entry.ts';
import { isPublished, SIDES, type Lesson } from '../lesson/schema.ts';
import type { LinkFault } from './fault.ts';
import type { SharedState } from './state.ts';

/** The first thing that the lesson has not, as a fault; null when it has all. @param older the lesson has changed since */
export function missingIn(state: SharedState, lesson: Lesson, older: boolean): LinkFault | null {
  const id = isPublished(lesson) ? lesson.within : lesson.id;
  const { step, variation, entry, schedule } = state;
  const steps = lesson.steps.length;
  if (step !== undefined && step >= steps && !older) {
    return { kind: 'unknown step', lesson: id, step: step + 1, steps };
  }
  if (variation !== undefined && !lesson.variations.some((one) => one.id === variation)) {
    return { kind: 'unknown variation', lesson: id, variation };
  }
  if (entry !== undefined && !canBeginIn(state, lesson, entry)) {
    return { kind: 'unknown entry', lesson: id, entry };
  }
  return schedule !== undefined && lesson.schedule === undefined ? { kind: 'no schedule', lesson: id } : null;
}

/** On either side: some entries are there on one of them only. */
function canBeginIn(state: SharedState, { sides, variations }: Lesson, entry: string): boolean {
  const variation = variations.find(({ id }) => id === state.variation);
  return SIDES.some((side) =>
    canBegin(entry, {
      ...sides[side].files,
      ...(variation?.side === side ? variation.files : {}),
      ...state.files?.[side],
    }),
  );
}
