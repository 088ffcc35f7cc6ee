/** What a slide is called, for screen readers and for the notes. Pure. */
import type { Slide } from '../../lesson/presentation.ts';
import type { Lesson } from '../../lesson/schema.ts';
import { present as words } from '../../messages/en.ts';
import { sideName } from '../../session/sideName.ts';
import type { Spotlight } from '../../store/presentation.ts';

export function slideName(lesson: Lesson, slide: Slide): string {
  switch (slide.kind) {
    case 'prose':
      return words.kinds.prose(slide.page, slide.pages);
    case 'question':
      return slide.answered ? words.kinds.answer : words.kinds.question;
    case 'code':
    case 'picture':
      return words.kinds[slide.kind](slide.sides.map((side) => sideName(lesson, side)));
    case 'verdict':
      return words.kinds.verdict;
  }
}

export function spotlightName(lesson: Lesson, spotlight: Spotlight): string {
  switch (spotlight.on) {
    case 'all':
      return '';
    case 'side':
      return words.spotlight.side(sideName(lesson, spotlight.side));
    case 'line':
      return words.spotlight.line(spotlight.line, sideName(lesson, spotlight.side));
    case 'lane':
      return words.spotlight.lane;
  }
}
