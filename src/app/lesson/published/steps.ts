/** The steps of a lesson as the guide counts them: those of its prose, and one for what is widely published. Pure. */
import type { Lesson, Published } from '../../../lesson/schema.ts';
import { guidance, messages } from '../../../messages/en.ts';
import { answersAddress, lessonAddress, stepAddress } from '../../shell/route.ts';

export function stepTitles({ steps, published }: Lesson): string[] {
  return [...steps.map(({ title }) => title), ...(published.length > 0 ? [messages.published.step] : [])];
}

export function stepCount(lesson: Lesson): number {
  return stepTitles(lesson).length;
}

interface Besides {
  readonly back: string;
  readonly next: { readonly address: string; readonly words: string };
}

/** What stands before and after a published program: the parts, then the lesson that follows, and the answers at last. */
export function besides(lesson: Lesson, { part }: Published, lessons: readonly Lesson[]): Besides {
  const at = lesson.published.findIndex((one) => one.part === part);
  const [before, after] = [lesson.published[at - 1], lesson.published[at + 1]];
  return {
    back: before === undefined ? stepAddress(lesson.id, lesson.steps.length - 1) : lessonAddress(before),
    next:
      after === undefined
        ? behind(lesson, lessons)
        : { address: lessonAddress(after), words: messages.guide.next },
  };
}

function behind({ id }: Lesson, lessons: readonly Lesson[]): Besides['next'] {
  const following = lessons[lessons.findIndex((one) => one.id === id) + 1];
  return following === undefined
    ? { address: answersAddress, words: messages.published.answers.link }
    : { address: lessonAddress(following), words: guidance.nextLesson(following.number) };
}
