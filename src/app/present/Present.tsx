/** Present: the panes of a lesson one at a time, in large type, for a projector. */
import { useEffect, useRef, type RefObject } from 'react';
import { slidesOf } from '../../lesson/presentation.ts';
import type { Lesson } from '../../lesson/schema.ts';
import { present as words } from '../../messages/en.ts';
import { slideNow } from '../../session/presenting.ts';
import type { Presentation } from '../../store/presentation.ts';
import { Cover } from './Cover.tsx';
import { PresentFoot } from './PresentFoot.tsx';
import { PresentHead } from './PresentHead.tsx';
import { slideName, spotlightName } from './slideWords.ts';
import { SlideOf } from './SlideOf.tsx';
import './present.css';

interface Props {
  readonly lesson: Lesson;
  readonly presentation: Presentation;
}

export function Present({ lesson, presentation }: Props) {
  const slide = slideNow(presentation, lesson);
  const { slide: number, cover } = presentation;
  const main = useFocusOnSlide(number);
  if (slide === null) return null;
  const name = slideName(lesson, slide);
  return (
    <main className="present" id="content" tabIndex={-1} ref={main} aria-label={words.label}>
      <PresentHead lesson={lesson} slide={slide} number={number} />
      {/* Under a blank screen nothing is read, nor reached by keys. */}
      <section className="present-stage" aria-label={name} inert={cover !== 'none'}>
        <SlideOf key={number} lesson={lesson} slide={slide} presentation={presentation} />
      </section>
      <PresentFoot lesson={lesson} slide={slide} />
      <Cover cover={cover} lesson={lesson} />
      <output className="unseen" aria-live="polite">
        {words.position(number + 1, slidesOf(lesson).length)}: {name}.{' '}
        {spotlightName(lesson, presentation.spotlight)}
      </output>
    </main>
  );
}

/** No control of the slide before keeps the keys: the clicker must work. */
function useFocusOnSlide(number: number): RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null);
  const focusedAt = useRef<number | null>(null);
  useEffect(() => {
    if (focusedAt.current === number) return;
    focusedAt.current = number;
    main.current?.focus();
  }, [number]);
  return main;
}
