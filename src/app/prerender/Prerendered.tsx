/** What of a lesson's screen can be read before the page has its script: the header's links and the text of the first step. */
import { arrangementIn, type Room } from '../../lesson/arrangements.ts';
import type { Lesson } from '../../lesson/schema.ts';
import { messages } from '../../messages/en.ts';
import { Brand, LessonLinks } from '../shell/HeaderLinks.tsx';
import { stepCount } from '../lesson/published/steps.ts';
import { InGuide } from '../lesson/inGuide.ts';
import { Prose } from '../lesson/Prose.tsx';
import { StepDots } from '../lesson/StepDots.tsx';
import { Icon } from '../../ui/Icon.tsx';

interface Props {
  readonly lesson: Lesson;
  /** for which it is arranged */
  readonly room: Room;
}

/** Drawn with the elements of the screen itself, so that nothing moves when that takes its place. No part of it needs a script. */
export function Prerendered({ lesson, room }: Props) {
  const { name, guide, sides, picture, fills } = arrangementIn('lesson', room);
  const [step] = lesson.steps;
  if (step === undefined) return null;
  const text = (
    <aside className="guide" aria-label={messages.guide.label} data-open={true}>
      <button type="button" className="guide-toggle" disabled>
        {messages.guide.toggle(1, stepCount(lesson))}
        <Icon name="next" />
      </button>
      <div className="guide-body">
        <StepDots lesson={lesson} number={0} moving={false} />
        <div className="guide-text">
          <p className="guide-lesson">{lesson.title}</p>
          <article>
            <h1>{step.title}</h1>
            <InGuide value={true}>
              <Prose blocks={step.blocks} />
            </InGuide>
          </article>
        </div>
      </div>
    </aside>
  );
  return (
    <div className="page" data-screen="lesson">
      <header className="header">
        <Brand />
        <LessonLinks lesson={lesson} answers={false} />
        <div className="header-end" />
      </header>
      <main className="lesson">
        <div
          className="panes"
          data-arrangement={name}
          data-fills={fills}
          data-guide={`open ${guide}`}
          data-sides={sides}
          data-picture={picture}
        >
          {guide === 'above the sides' ? text : <div className="guide-pane">{text}</div>}
          <p className="prerendered-wait">{messages.onTheirWay}</p>
        </div>
      </main>
    </div>
  );
}
