/** A link that has been opened: where it stands, and what it holds. A value; the workspace it opens is only looked at. */
import type { SharedState } from '../share/state.ts';
import type { Lesson } from '../lesson/schema.ts';

export interface OpenedLink {
  /** the part of the address behind `#`, which tells one link from another */
  readonly fragment: string;
  readonly state: SharedState;
  /** whether it was made when the lesson had another text */
  readonly older: boolean;
}

/** The key of a workspace: a lesson has one of its own, and one more for each link that has been opened. */
export function keyOf(lesson: Pick<Lesson, 'id'>, link: OpenedLink | null): string {
  return link === null ? lesson.id : `${lesson.id} ${link.fragment}`;
}
