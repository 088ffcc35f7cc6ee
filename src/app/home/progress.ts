/** What the home page says of progress: how far each lesson is, and where to go on. Pure. */
import { isPublished, type Lesson } from '../../lesson/schema.ts';
import type { Progress } from '../../store/progress.ts';
import { stepTitles } from '../lesson/published/steps.ts';
import { lessonAddress, stepAddress } from '../shell/route.ts';

/** How far a lesson is. It is done when each step was seen and each question answered. */
export interface HowFar {
  readonly state: 'new' | 'begun' | 'done';
  readonly seen: number;
  readonly steps: number;
  readonly answered: number;
  readonly questions: number;
  /** whether each step was seen, in their order */
  readonly each: readonly boolean[];
}

export function howFar(lesson: Lesson, { lessons }: Pick<Progress, 'lessons'>): HowFar {
  const kept = lessons[lesson.id] ?? { seen: [], answered: [] };
  const each = stepTitles(lesson).map((_, step) => kept.seen.includes(step));
  const asked = lesson.steps.flatMap(({ question }, step) => (question === null ? [] : [step]));
  const seen = each.filter(Boolean).length;
  const answered = asked.filter((step) => kept.answered.includes(step)).length;
  const done = seen === each.length && answered === asked.length;
  const state = seen === 0 ? 'new' : done ? 'done' : 'begun';
  return { state, seen, steps: each.length, answered, questions: asked.length, each };
}

/** A place to go to: `step` counts from 0; null for a published program. */
export interface Place {
  readonly lesson: Lesson;
  readonly step: number | null;
  readonly address: string;
  readonly title: string;
}

/**
 * Where to go on: the place last open, or, when its lesson is done, the first lesson after it that is not. Null before the
 * first lesson, and when all are done.
 */
export function whereToGoOn(progress: Progress, lessons: readonly Lesson[]): Place | null {
  if (progress.last === null) return null;
  const { lesson: id, step } = progress.last;
  const at = lessons.findIndex((one) => one.id === id || one.published.some((part) => part.id === id));
  const lesson = lessons[at];
  if (lesson === undefined) return null;
  const published = lesson.published.find((one) => one.id === id);
  if (howFar(lesson, progress).state !== 'done') return placeIn(published ?? lesson, step);
  const others = [...lessons.slice(at + 1), ...lessons.slice(0, at)];
  const next = others.find((one) => howFar(one, progress).state !== 'done');
  return next === undefined ? null : placeIn(next, 0);
}

function placeIn(lesson: Lesson, step: number): Place {
  if (isPublished(lesson)) {
    return { lesson, step: null, address: lessonAddress(lesson), title: lesson.title };
  }
  const there = lesson.steps[step] === undefined ? 0 : step;
  const title = lesson.steps[there]?.title ?? lesson.title;
  return { lesson, step: there, address: stepAddress(lesson.id, there), title };
}
