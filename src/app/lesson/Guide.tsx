/** The guide: the steps of the lesson, one at a time, and what is widely published. On narrow screens it folds away. */
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { lessonById, lessons } from '../../lesson/catalog.ts';
import { isPublished, type Lesson, type Published } from '../../lesson/schema.ts';
import { messages } from '../../messages/en.ts';
import { useWorkspace } from '../../store/workspaces.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useCommands } from '../shell/context.ts';
import { PublishedStep } from './published/PublishedStep.tsx';
import { besides, stepTitles } from './published/steps.ts';
import { lessonAddress } from '../shell/route.ts';
import { CarriedOver } from './CarriedOver.tsx';
import { InGuide } from './inGuide.ts';
import { Prose } from './Prose.tsx';
import { QuestionCard } from './QuestionCard.tsx';
import { StepDots } from './StepDots.tsx';
import './guide.css';

const words = messages.guide;

/** `lesson` is the open one: a lesson at one of its steps, or a published program of one. */
export function Guide({ lesson: opened }: { readonly lesson: Lesson }) {
  const published = isPublished(opened) ? opened : null;
  const lesson = (published === null ? opened : lessonById(published.within)) ?? opened;
  const step = useWorkspace((workspace) => workspace.step);
  const number = published === null ? step : lesson.steps.length;
  const [open, setOpen] = useState(true);
  const body = useId();
  return (
    <aside className="guide" aria-label={words.label} data-open={open}>
      <button
        type="button"
        className="guide-toggle"
        aria-expanded={open}
        aria-controls={body}
        onClick={() => setOpen(!open)}
      >
        {words.toggle(number + 1, stepTitles(lesson).length)}
        <Icon name="next" />
      </button>
      <div className="guide-body" id={body}>
        <StepDots lesson={lesson} number={number} moving={published === null} />
        <div className="guide-text">
          <p className="guide-lesson">{lesson.title}</p>
          <InGuide value={true}>
            {published === null ? (
              <StepOfLesson lesson={lesson} number={number} />
            ) : (
              <PublishedStep key={published.part} lesson={lesson} published={published} />
            )}
          </InGuide>
        </div>
        {published === null ? (
          <Moves lesson={lesson} number={number} />
        ) : (
          <MovesBetween lesson={lesson} published={published} />
        )}
      </div>
    </aside>
  );
}

function StepOfLesson({ lesson, number }: { readonly lesson: Lesson; readonly number: number }) {
  const heading = useHeadingFocus(number);
  const step = lesson.steps[number];
  if (step === undefined) return null;
  return (
    <article key={`${lesson.id} ${number}`}>
      <h1 ref={heading} tabIndex={-1}>
        {step.title}
      </h1>
      <CarriedOver lesson={lesson} />
      <Prose blocks={step.blocks} />
      {step.question !== null && <QuestionCard question={step.question} step={number} />}
    </article>
  );
}

/** From step to step; behind the last one stands what is published. */
function Moves({ lesson, number }: { readonly lesson: Lesson; readonly number: number }) {
  const { goToStep } = useCommands();
  const first = lesson.published[0];
  const last = number >= lesson.steps.length - 1;
  return (
    <div className="guide-moves">
      <button type="button" className="button" disabled={number === 0} onClick={() => goToStep(number - 1)}>
        <Icon name="back" />
        {words.back}
      </button>
      {last && first !== undefined ? (
        <Move to={lessonAddress(first)}>
          {words.next}
          <Icon name="next" />
        </Move>
      ) : (
        <button type="button" className="button" disabled={last} onClick={() => goToStep(number + 1)}>
          {words.next}
          <Icon name="next" />
        </button>
      )}
    </div>
  );
}

function MovesBetween({ lesson, published }: { readonly lesson: Lesson; readonly published: Published }) {
  const { back, next } = besides(lesson, published, lessons);
  return (
    <div className="guide-moves">
      <Move to={back}>
        <Icon name="back" />
        {words.back}
      </Move>
      <Move to={next.address}>
        {next.words}
        <Icon name="next" />
      </Move>
    </div>
  );
}

function Move({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return (
    <a className="button" href={to}>
      {children}
    </a>
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
