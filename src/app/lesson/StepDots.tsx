/** The dots over the guide: one for each step, and one for what is widely published. */
import type { CSSProperties } from 'react';
import type { Lesson } from '../../lesson/schema.ts';
import { messages } from '../../messages/en.ts';
import { useCommands } from '../shell/context.ts';
import { stepTitles } from './published/steps.ts';
import { lessonAddress, stepAddress } from '../shell/route.ts';

const words = messages.guide;

interface Props {
  readonly lesson: Lesson;
  /** of the step that is shown, from 0 */
  readonly number: number;
  /** whether the lesson is open: then its steps need no other address */
  readonly moving: boolean;
}

export function StepDots({ lesson, number, moving }: Props) {
  const titles = stepTitles(lesson);
  const style: CSSProperties & { '--steps': number } = { '--steps': titles.length };
  return (
    <nav className="dots" aria-label={words.steps}>
      <ol style={style}>
        {titles.map((title, index) => {
          const name = words.goTo(index + 1, title);
          const dot: Dot = {
            title: name,
            'aria-current': index === number ? 'step' : undefined,
            'data-passed': index <= number,
          };
          return (
            <li key={index}>
              {moving && index < lesson.steps.length ? (
                <MovingDot to={index} dot={dot} />
              ) : (
                <a {...dot} href={addressOf(lesson, index)}>
                  <span className="unseen">{name}</span>
                </a>
              )}
            </li>
          );
        })}
      </ol>
      <p>{words.stepOf(number + 1, titles.length)}</p>
    </nav>
  );
}

interface Dot {
  readonly title: string;
  readonly 'aria-current': 'step' | undefined;
  readonly 'data-passed': boolean;
}

function MovingDot({ to, dot }: { readonly to: number; readonly dot: Dot }) {
  const { goToStep } = useCommands();
  return (
    <button type="button" {...dot} onClick={() => goToStep(to)}>
      <span className="unseen">{dot.title}</span>
    </button>
  );
}

function addressOf(lesson: Lesson, index: number): string {
  const [first] = lesson.published;
  return index < lesson.steps.length || first === undefined
    ? stepAddress(lesson.id, index)
    : lessonAddress(first);
}
