import { describe, expect, it } from 'vitest';
import { lessons } from './catalog.ts';
import { firstSlideOf, hiddenOn, revealedSlide, slidesOf, type Slide } from './presentation.ts';
import type { Lesson } from './schema.ts';

/** `code broken`, `question`, `answer`: short enough to read a whole presentation. */
function brief(slide: Slide): string {
  if (slide.kind === 'question') return slide.answered ? 'answer' : 'question';
  return 'sides' in slide ? `${slide.kind} ${slide.sides.join('+')}` : slide.kind;
}

const briefs = (lesson: Lesson, step: number) =>
  slidesOf(lesson)
    .filter((slide) => slide.step === step)
    .map(brief)
    .filter((name, index, all) => name !== all[index - 1]);

describe('the slides of a lesson', () => {
  it.each(lessons.map((lesson) => [lesson.id, lesson] as const))(
    '%s: the first step asks before it runs, and shows the fixed side last',
    (_, lesson) => {
      expect(briefs(lesson, 0)).toEqual([
        'prose',
        'question',
        'code broken',
        'picture broken',
        'answer',
        'code fixed',
        'picture fixed',
        'picture broken+fixed',
        'verdict',
      ]);
    },
  );

  it.each(lessons.map((lesson) => [lesson.id, lesson] as const))(
    '%s: each step has its slides, in their order, and all of its prose',
    (_, lesson) => {
      const slides = slidesOf(lesson);
      expect(slides.map(({ step }) => step)).toEqual(
        slides.map(({ step }) => step).toSorted((a, b) => a - b),
      );
      expect(new Set(slides.map(({ step }) => step)).size).toBe(lesson.steps.length);
      for (const [step, { blocks }] of lesson.steps.entries()) {
        const shown = slides.flatMap((slide) =>
          slide.kind === 'prose' && slide.step === step ? slide.blocks : [],
        );
        expect(textOf(shown)).toEqual(textOf(blocks));
      }
    },
  );

  it('of a published program, which has no steps, are its code, its runs and the verdict', () => {
    const published = lessons.flatMap((lesson) => lesson.published)[0];
    expect(published && briefs(published, 0)).toEqual([
      'code broken',
      'picture broken',
      'code fixed',
      'picture fixed',
      'picture broken+fixed',
      'verdict',
    ]);
  });

  it('begin anew with each step; past the last one stands the last slide', () => {
    const slides: Slide[] = [
      { kind: 'verdict', step: 0 },
      { kind: 'verdict', step: 0 },
      { kind: 'question', step: 2, answered: true },
    ];
    expect([0, 1, 2, 3].map((step) => firstSlideOf(slides, step))).toEqual([0, 2, 2, 2]);
    expect(firstSlideOf([], 0)).toBe(0);
  });
});

describe('what a slide hides', () => {
  it('is the answer, or the fixed side, until it is revealed', () => {
    const question: Slide = { kind: 'question', step: 1, answered: false };
    const code: Slide = { kind: 'code', step: 1, sides: ['broken'] };
    expect([question, code].map(hiddenOn)).toEqual(['answer', 'fixed']);
    expect([question, code].map(revealedSlide).map(brief)).toEqual(['answer', 'code broken+fixed']);
    expect([question, code].map(revealedSlide).map(hiddenOn)).toEqual([null, null]);
  });

  it('is nothing on others, which stay as they are', () => {
    const verdict: Slide = { kind: 'verdict', step: 0 };
    expect(hiddenOn(verdict)).toBeNull();
    expect(revealedSlide(verdict)).toBe(verdict);
  });
});

/** The words alone: lists may go on on the next page. */
function textOf(blocks: Lesson['steps'][number]['blocks']): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items.flatMap(textOf);
    if (block.kind === 'quote') return textOf(block.children);
    return [JSON.stringify(block)];
  });
}
