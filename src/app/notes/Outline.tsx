/** What is on the screen now, and what comes next. */
import { revealedSlide, slidesOf, type Slide } from '../../lesson/presentation.ts';
import type { Lesson } from '../../lesson/schema.ts';
import { present as words } from '../../messages/en.ts';
import { slideName } from '../present/slideWords.ts';

interface Props {
  readonly lesson: Lesson;
  /** of the slide that is shown, from 0 */
  readonly number: number;
  readonly revealed: readonly number[];
}

export function Outline({ lesson, number, revealed }: Props) {
  const slides = slidesOf(lesson);
  const [now, next] = [slides[number], slides[number + 1]];
  if (now === undefined) return null;
  const shown = revealed.includes(number) ? revealedSlide(now) : now;
  return (
    <dl className="notes-outline">
      <div>
        <dt>
          {words.notes.now} · {words.position(number + 1, slides.length)}
        </dt>
        <dd>{slideName(lesson, shown)}</dd>
      </div>
      <div>
        <dt>{words.notes.next}</dt>
        <dd>{next === undefined ? words.notes.end : nextWords(lesson, now, next)}</dd>
      </div>
    </dl>
  );
}

/** With the title of the step, where another one begins. */
function nextWords(lesson: Lesson, now: Slide, next: Slide): string {
  const name = slideName(lesson, next);
  const title = lesson.steps[next.step]?.title;
  return next.step === now.step || title === undefined ? name : `${title}: ${name}`;
}
