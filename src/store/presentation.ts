/** A presentation as it stands: which slide, what is revealed, covered and spotlit. A plain value, with its changes. Pure. */
import * as v from 'valibot';
import { SIDES, type SideName } from '../lesson/fields.ts';

const natural = v.pipe(v.number(), v.integer(), v.minValue(0));
const sizes = v.picklist([0.8, 1, 1.25, 1.5]);

export const PresentationSchema = v.strictObject({
  /** the id of the lesson */
  lesson: v.string(),
  /** counted from 0 */
  slide: natural,
  /** slides whose answer or fixed side has been revealed by hand */
  revealed: v.array(natural),
  /** what lies over all */
  cover: v.picklist(['none', 'blank', 'code']),
  spotlight: v.variant('on', [
    v.strictObject({ on: v.literal('all') }),
    v.strictObject({ on: v.literal('side'), side: v.picklist(SIDES) }),
    v.strictObject({
      on: v.literal('line'),
      side: v.picklist(SIDES),
      line: v.pipe(natural, v.minValue(1)),
    }),
    /** past the last lane the first one comes again */
    v.strictObject({ on: v.literal('lane'), lane: v.pipe(v.number(), v.integer()) }),
  ]),
  /** how many times as large as usual: code and everything else apart */
  size: v.strictObject({ code: sizes, prose: sizes }),
  /** `since` is when it was last started, as `Date.now()` has it; `before` are the milliseconds until then */
  timer: v.strictObject({ since: v.nullable(natural), before: natural }),
});
export type Presentation = v.InferOutput<typeof PresentationSchema>;
export type Spotlight = Presentation['spotlight'];

const SIZES = sizes.options;
const everything: Spotlight = { on: 'all' };

/** A presentation that begins at a slide; its timer starts at once. */
export function presentationOf(lesson: string, slide: number, now: number): Presentation {
  return {
    lesson,
    slide,
    revealed: [],
    cover: 'none',
    spotlight: everything,
    size: { code: 1, prose: 1 },
    timer: { since: now, before: 0 },
  };
}

/** Goes so many slides on; what covers the screen is taken off first, so that nobody moves unseen. */
export function moved(presentation: Presentation, by: number, slides: number): Presentation {
  if (presentation.cover !== 'none') return { ...presentation, cover: 'none' };
  return at(presentation, presentation.slide + by, slides);
}

/** Shows a slide; past the ends the nearest one. */
export function at(presentation: Presentation, slide: number, slides: number): Presentation {
  const there = Math.min(Math.max(0, slide), Math.max(0, slides - 1));
  if (there === presentation.slide) return { ...presentation, cover: 'none' };
  return { ...presentation, slide: there, cover: 'none', spotlight: everything };
}

/** Reveals what the slide hides, or hides it again. */
export function revealed(presentation: Presentation): Presentation {
  const { slide, revealed: before } = presentation;
  const without = before.filter((one) => one !== slide);
  return { ...presentation, revealed: without.length < before.length ? without : [...before, slide] };
}

/** Covers the screen, or takes that cover off. */
export function covered(presentation: Presentation, cover: 'blank' | 'code'): Presentation {
  return { ...presentation, cover: presentation.cover === cover ? 'none' : cover };
}

/** Puts the spotlight on a side; on the same side again, everything is lit. */
export function spotlitSide(presentation: Presentation, side: SideName): Presentation {
  const { spotlight } = presentation;
  const same = spotlight.on === 'side' && spotlight.side === side;
  return { ...presentation, spotlight: same ? everything : { on: 'side', side } };
}

/** Moves the spotlight among the lines of a side's code, from `first` where none has it; there are `count` of them. */
export function spotlitLine(
  presentation: Presentation,
  by: number,
  { side, first, count }: { readonly side: SideName; readonly first: number; readonly count: number },
): Presentation {
  const { spotlight } = presentation;
  const there = spotlight.on === 'line' && spotlight.side === side ? spotlight.line + by : first;
  const line = Math.min(Math.max(1, there), Math.max(1, count));
  return { ...presentation, spotlight: { on: 'line', side, line } };
}

/** Moves the spotlight among the lanes of the picture. */
export function spotlitLane(presentation: Presentation, by: 1 | -1): Presentation {
  const { spotlight } = presentation;
  const lane = spotlight.on === 'lane' ? spotlight.lane + by : by > 0 ? 0 : -1;
  return { ...presentation, spotlight: { on: 'lane', lane } };
}

export function unlit(presentation: Presentation): Presentation {
  return { ...presentation, spotlight: everything };
}

/** One size larger or smaller. */
export function resized(presentation: Presentation, what: 'code' | 'prose', by: 1 | -1): Presentation {
  const size = SIZES[SIZES.indexOf(presentation.size[what]) + by] ?? presentation.size[what];
  return { ...presentation, size: { ...presentation.size, [what]: size } };
}
