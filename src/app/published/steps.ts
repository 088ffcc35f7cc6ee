/** The steps of a lesson as the guide counts them: those of its prose, and one for what is widely published. Pure. */
import type { Lesson, Published } from '../../lesson/schema.ts';
import { messages } from '../../messages/en.ts';
import { lessonAddress, stepAddress } from '../route.ts';

export function stepTitles({ steps, published }: Lesson): string[] {
  return [...steps.map(({ title }) => title), ...(published.length > 0 ? [messages.published.step] : [])];
}

export function stepCount(lesson: Lesson): number {
  return stepTitles(lesson).length;
}

/** What stands before and after a published program, as addresses; null where nothing does. */
export function besides(lesson: Lesson, { part }: Published): { back: string; next: string | null } {
  const at = lesson.published.findIndex((one) => one.part === part);
  const [before, after] = [lesson.published[at - 1], lesson.published[at + 1]];
  return {
    back: before === undefined ? stepAddress(lesson.id, lesson.steps.length - 1) : lessonAddress(before),
    next: after === undefined ? null : lessonAddress(after),
  };
}
