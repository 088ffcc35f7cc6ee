/** What is shown of a lesson in Present, one thing after another, each filling the screen. Pure. */
import { pagesOf } from './pages.ts';
import type { Block, Lesson, SideName } from './schema.ts';

/** One thing at a time. `step` is the step of the lesson it belongs to, counted from 0. */
export type Slide =
  /** a page of the step's prose; `page` counts from 1 */
  | {
      readonly kind: 'prose';
      readonly step: number;
      readonly blocks: readonly Block[];
      readonly page: number;
      readonly pages: number;
    }
  /** the step's question; once more with its answer, after the run */
  | { readonly kind: 'question'; readonly step: number; readonly answered: boolean }
  | { readonly kind: 'code' | 'picture'; readonly step: number; readonly sides: readonly SideName[] }
  | { readonly kind: 'verdict'; readonly step: number };

export type SlideKind = Slide['kind'];

/** The slides of a lesson in the order in which a class sees them. */
export function slidesOf(lesson: Lesson): readonly Slide[] {
  const last = lesson.steps.length - 1;
  if (last < 0) return firstRun(lesson);
  return lesson.steps.flatMap((_, step) => [
    ...proseOf(lesson, step),
    ...(step === 0 ? firstRun(lesson) : [...question(lesson, step), ...(step < last ? bothSides(step) : [])]),
  ]);
}

/** The fixed side and the answer come last: a class is to guess first. */
function firstRun(lesson: Lesson): readonly Slide[] {
  const asked = question(lesson, 0);
  return [
    ...asked.filter(isUnanswered),
    { kind: 'code', step: 0, sides: ['broken'] },
    { kind: 'picture', step: 0, sides: ['broken'] },
    ...asked.filter((slide) => !isUnanswered(slide)),
    { kind: 'code', step: 0, sides: ['fixed'] },
    { kind: 'picture', step: 0, sides: ['fixed'] },
    { kind: 'picture', step: 0, sides: ['broken', 'fixed'] },
    { kind: 'verdict', step: 0 },
  ];
}

/** By the second step a class has seen both sides. */
function bothSides(step: number): readonly Slide[] {
  return [
    { kind: 'code', step, sides: ['broken', 'fixed'] },
    { kind: 'picture', step, sides: ['broken', 'fixed'] },
  ];
}

function proseOf(lesson: Lesson, step: number): readonly Slide[] {
  const pages = pagesOf(lesson.steps[step]?.blocks ?? []);
  return pages.map((blocks, index) => ({
    kind: 'prose',
    step,
    blocks,
    page: index + 1,
    pages: pages.length,
  }));
}

function question(lesson: Lesson, step: number): readonly Slide[] {
  if ((lesson.steps[step]?.question ?? null) === null) return [];
  return [
    { kind: 'question', step, answered: false },
    { kind: 'question', step, answered: true },
  ];
}

function isUnanswered(slide: Slide): boolean {
  return slide.kind === 'question' && !slide.answered;
}

/** What a slide keeps back until it is revealed: the answer, or the fixed side. Null where it hides nothing. */
export function hiddenOn(slide: Slide): 'answer' | 'fixed' | null {
  if (slide.kind === 'question') return slide.answered ? null : 'answer';
  if (slide.kind !== 'code' && slide.kind !== 'picture') return null;
  return slide.sides.includes('fixed') ? null : 'fixed';
}

/** The slide as it is once what it hides is revealed. */
export function revealedSlide(slide: Slide): Slide {
  switch (hiddenOn(slide)) {
    case 'answer':
      return { kind: 'question', step: slide.step, answered: true };
    case 'fixed':
      return slide.kind === 'code' || slide.kind === 'picture'
        ? { ...slide, sides: ['broken', 'fixed'] }
        : slide;
    case null:
      return slide;
  }
}

/** The first slide of a step; of a step past the last one, the last slide. */
export function firstSlideOf(slides: readonly Slide[], step: number): number {
  const found = slides.findIndex((slide) => slide.step >= step);
  return found === -1 ? Math.max(0, slides.length - 1) : found;
}
