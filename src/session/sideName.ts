/** What the two sides are called: in a lesson Broken and Fixed, on the page of a published program As published and Instead. */
import { isPublished, type Lesson, type SideName } from '../lesson/schema.ts';
import { messages } from '../messages/en.ts';
import { useWorkspaceIfOpen } from '../store/workspaces.ts';

export function sideName(lesson: Lesson | null, side: SideName): string {
  const names = lesson !== null && isPublished(lesson) ? messages.published.sides : messages.sides;
  return names[side];
}

/** The name of a side in the open workspace. */
export function useSideName(side: SideName): string {
  return useWorkspaceIfOpen(({ lesson }) => sideName(lesson, side)) ?? sideName(null, side);
}
