/** One slide, filling the stage. */
import type { Slide } from '../../lesson/presentation.ts';
import type { Lesson } from '../../lesson/schema.ts';
import type { Presentation } from '../../store/presentation.ts';
import { Prose } from '../lesson/Prose.tsx';
import { VerdictBar } from '../lesson/VerdictBar.tsx';
import { CodeSlide } from './CodeSlide.tsx';
import { Fitted } from './Fitted.tsx';
import { PictureSlide } from './PictureSlide.tsx';
import { QuestionSlide } from './QuestionSlide.tsx';
import { usePresentSizes } from './usePresentSizes.ts';
import './slides.css';

interface Props {
  readonly lesson: Lesson;
  readonly slide: Slide;
  readonly presentation: Presentation;
}

export function SlideOf({ lesson, slide, presentation }: Props) {
  const sizes = usePresentSizes(presentation);
  const { spotlight } = presentation;
  switch (slide.kind) {
    case 'prose':
      return (
        <Fitted className="present-prose" most={sizes.zoom}>
          <Prose blocks={slide.blocks} />
        </Fitted>
      );
    case 'question': {
      const question = lesson.steps[slide.step]?.question ?? null;
      return question === null ? null : (
        <QuestionSlide question={question} answered={slide.answered} zoom={sizes.zoom} />
      );
    }
    case 'code':
      return <CodeSlide lesson={lesson} sides={slide.sides} typeSize={sizes.code} spotlight={spotlight} />;
    case 'picture':
      return <PictureSlide lesson={lesson} sides={slide.sides} zoom={sizes.zoom} spotlight={spotlight} />;
    case 'verdict':
      return (
        <Fitted className="present-verdict" most={sizes.zoom * 1.2}>
          <VerdictBar lesson={lesson} />
        </Fitted>
      );
  }
}
