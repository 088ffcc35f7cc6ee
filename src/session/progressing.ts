/** Notes how far the person has come: the step that is open, and the questions answered in its lesson. */
import { nameOfKey } from '../base/storage.ts';
import { lessonById } from '../lesson/catalog.ts';
import { isPublished, type Lesson } from '../lesson/schema.ts';
import { noteSeen, progressSlot, rereadProgress } from '../store/progress.ts';
import type { Workspace } from '../store/workspace.ts';
import { currentWorkspace, onWorkspace } from '../store/workspaces.ts';

type Page = Pick<EventTarget, 'addEventListener'>;

/**
 * Follows the open workspace from now on; `page` tells by `storage` what other tabs keep. Where the browser keeps nothing,
 * progress lasts as long as the page, and nobody is told: what must not be lost, the edits, speaks for itself.
 */
export function keepProgress(page: Page): void {
  // An address opens a lesson and then goes to a step: only where that has led to was seen.
  onWorkspace(whatIsSeen, () => queueMicrotask(note));
  page.addEventListener('storage', (event) => {
    const key: unknown = Reflect.get(event, 'key');
    if (typeof key === 'string' && nameOfKey(key) === progressSlot.name) rereadProgress();
  });
  note();
}

function note(): void {
  const workspace = currentWorkspace();
  if (workspace !== null) noteSeen(seenIn(workspace));
}

function whatIsSeen({ lesson, step, answers }: Workspace): string {
  return [lesson.id, step, ...Object.keys(answers)].join(' ');
}

function seenIn({ lesson, step, answers }: Workspace): Parameters<typeof noteSeen>[0] {
  const within = isPublished(lesson) ? lesson.within : lesson.id;
  const answered = Object.keys(answers).map(Number);
  return { lesson: lesson.id, within, step: isPublished(lesson) ? stepsOf(lesson.within) : step, answered };
}

/** The number of the step that shows what is published: the one behind the last of the prose. */
function stepsOf(id: Lesson['id']): number {
  return lessonById(id)?.steps.length ?? 0;
}
