/** The guide: the steps of the lesson, one at a time. On narrow screens it folds away. */
import { useEffect, useId, useRef, useState } from 'react';
import type { Lesson } from '../../lesson/schema.ts';
import { messages } from '../../messages/en.ts';
import { useDesk } from '../../store/desk.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useCommands } from '../context.ts';
import { CarriedOver } from './CarriedOver.tsx';
import { Prose } from './Prose.tsx';
import { QuestionCard } from './QuestionCard.tsx';
import './guide.css';

const words = messages.guide;

export function Guide({ lesson }: { readonly lesson: Lesson }) {
  const number = useDesk((desk) => desk.step);
  const { goToStep } = useCommands();
  const [open, setOpen] = useState(true);
  const body = useId();
  const heading = useHeadingFocus(number);
  const count = lesson.steps.length;
  const step = lesson.steps[number];
  return (
    <aside className="guide" aria-label={words.label} data-open={open}>
      <button
        type="button"
        className="guide-toggle"
        aria-expanded={open}
        aria-controls={body}
        onClick={() => setOpen(!open)}
      >
        {words.toggle(number + 1, count)}
        <Icon name="next" />
      </button>
      <div className="guide-body" id={body}>
        <StepDots lesson={lesson} number={number} />
        <div className="guide-text">
          <p className="guide-lesson">{lesson.title}</p>
          {step !== undefined && (
            <article key={`${lesson.id} ${number}`}>
              <h1 ref={heading} tabIndex={-1}>
                {step.title}
              </h1>
              <CarriedOver lesson={lesson} />
              <Prose blocks={step.blocks} />
              {step.question !== null && <QuestionCard question={step.question} step={number} />}
            </article>
          )}
        </div>
        <div className="guide-moves">
          <button
            type="button"
            className="button"
            disabled={number === 0}
            onClick={() => goToStep(number - 1)}
          >
            <Icon name="back" />
            {words.back}
          </button>
          <button
            type="button"
            className="button"
            disabled={number >= count - 1}
            onClick={() => goToStep(number + 1)}
          >
            {words.next}
            <Icon name="next" />
          </button>
        </div>
      </div>
    </aside>
  );
}

function StepDots({ lesson, number }: { readonly lesson: Lesson; readonly number: number }) {
  const { goToStep } = useCommands();
  return (
    <nav className="dots" aria-label={words.steps}>
      <ol>
        {lesson.steps.map(({ title }, index) => (
          <li key={index}>
            <button
              type="button"
              aria-label={words.goTo(index + 1, title)}
              title={words.goTo(index + 1, title)}
              aria-current={index === number ? 'step' : undefined}
              data-passed={index <= number}
              onClick={() => goToStep(index)}
            />
          </li>
        ))}
      </ol>
      <p>{words.stepOf(number + 1, lesson.steps.length)}</p>
    </nav>
  );
}

/** After a step is changed, its heading takes the focus, so that reading goes on from there. */
function useHeadingFocus(number: number) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(number);
  useEffect(() => {
    if (before.current !== number) heading.current?.focus();
    before.current = number;
  }, [number]);
  return heading;
}
