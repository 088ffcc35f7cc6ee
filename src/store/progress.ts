/** How far a person has come, kept in local storage: by lesson the steps seen and the questions answered, and the last place. */
import * as v from 'valibot';
import { create } from 'zustand';
import { readStored, writeStored } from '../base/storage.ts';
import type { Kept, Slot } from '../base/storage.ts';

const step = v.pipe(v.number(), v.integer(), v.minValue(0));
const LessonProgressSchema = v.object({
  /** numbers of the steps that were shown, from 0; what is widely published counts as the one behind the last */
  seen: v.array(step),
  /** numbers of the steps whose question was answered */
  answered: v.array(step),
});
const ProgressSchema = v.object({
  /** by the id of the lesson */
  lessons: v.record(v.string(), LessonProgressSchema),
  /** the lesson, or the published program, and the step last open; null before the first */
  last: v.nullable(v.object({ lesson: v.string(), step })),
});
export type LessonProgress = v.InferOutput<typeof LessonProgressSchema>;
export type Progress = v.InferOutput<typeof ProgressSchema>;

export const progressSlot: Slot<Progress> = { name: 'progress', version: 1, schema: ProgressSchema };

export const noProgress: Progress = { lessons: {}, last: null };

export const useProgress = create<Progress>()(stored);

/** Where a person is: `lesson` is what is open, `within` the lesson to which its steps belong. */
export interface Seen {
  readonly lesson: string;
  readonly within: string;
  readonly step: number;
  readonly answered: readonly number[];
}

/** Notes what is open, and keeps it. What another tab has kept meanwhile stays. */
export function noteSeen({ lesson, within, step: number, answered }: Seen): Kept {
  const there = merged(stored(), useProgress.getState());
  const before = there.lessons[within] ?? { seen: [], answered: [] };
  const now: Progress = {
    lessons: { ...there.lessons, [within]: joined(before, { seen: [number], answered: [...answered] }) },
    last: { lesson, step: lesson === within ? number : 0 },
  };
  useProgress.setState(now, true);
  return writeStored(progressSlot, now);
}

/** Takes over what another tab has kept. */
export function rereadProgress(): void {
  useProgress.setState(merged(useProgress.getState(), stored()), true);
}

function stored(): Progress {
  const there = readStored(progressSlot);
  return there.kind === 'value' ? there.value : noProgress;
}

/** What either knows; the last place is the second's, where it has one. */
function merged(one: Progress, other: Progress): Progress {
  const lessons = { ...one.lessons };
  for (const [id, progress] of Object.entries(other.lessons)) {
    const here = lessons[id];
    lessons[id] = here === undefined ? progress : joined(here, progress);
  }
  return { lessons, last: other.last ?? one.last };
}

function joined(one: LessonProgress, other: LessonProgress): LessonProgress {
  return { seen: union(one.seen, other.seen), answered: union(one.answered, other.answered) };
}

function union(one: readonly number[], other: readonly number[]): number[] {
  return [...new Set([...one, ...other])].toSorted((a, b) => a - b);
}
