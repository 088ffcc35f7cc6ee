/** What the two sides are called: in a lesson Broken and Fixed, on the page of a published program As published and Instead. */
import { isPublished, type Lesson, type SideName } from '../lesson/schema.ts';
import { messages } from '../messages/en.ts';
import { useDesk } from '../store/desk.ts';

export function sideName(lesson: Lesson | null, side: SideName): string {
  const names = lesson !== null && isPublished(lesson) ? messages.published.sides : messages.sides;
  return names[side];
}

/** The name of a side of what is on the desk. */
export function useSideName(side: SideName): string {
  return useDesk(({ lesson }) => sideName(lesson, side));
}
