/** Whether what a lesson says of a published program holds for a run, and the sentence with the run's own figures. Pure. */
import { isReported, meetsBound, readMeasure, writeFigure } from '../trace/measure.ts';
import { fill } from './placeholders.ts';
import type { Happening, Inline, Lesson, Published } from './schema.ts';
import type { SideResult } from './verdict.ts';

/** Endings that a program comes to by itself: of a run that was cut off nothing is said. */
const WHOLE: readonly string[] = ['finished', 'exited', 'raised'];

/** What a run does not meet of what a sentence rests on, in words; empty when the sentence is true of it. */
export function unmet(
  { side, measures: bounds, prints, ends }: Happening,
  lesson: Lesson,
  run: SideResult,
): string[] {
  const missed = Object.entries(bounds).flatMap(([id, bound]) => {
    const value = figureOf(lesson, id, run)?.value ?? Number.NaN;
    return meetsBound(value, bound) ? [] : [`${id} is ${value}, not ${bound}`];
  });
  missed.push(...unprinted(prints, run));
  if (!WHOLE.includes(run.end.endingKind)) missed.push(`it was ${run.end.endingKind}`);
  const raised = run.end.raised ?? null;
  if (ends === null && raised !== null && raised !== lesson.ends[side]) missed.push(`it ends with ${raised}`);
  if (ends !== null && raised !== ends) missed.push(`it ends with ${raised ?? 'no exception'}, not ${ends}`);
  return missed;
}

/** The sentences of a side that are true of its run. */
export function happeningsOf(published: Published, side: Happening['side'], run: SideResult): Inline[][] {
  return published.happens
    .filter((one) => one.side === side && unmet(one, published, run).length === 0)
    .map(({ words }) => filled(words, (id) => figureOf(published, id, run)?.text ?? ''));
}

/** The figures of a run, each with its label, of those that the run has reported. */
export function figuresOf(lesson: Lesson, run: SideResult): string[] {
  return lesson.measures
    .filter(({ read }) => isReported(read, run.picture))
    .map(({ id, label }) => `${label} ${figureOf(lesson, id, run)?.text ?? ''}`);
}

/** Which of these texts a run did not print, on either stream, in words. */
export function unprinted(texts: readonly string[], { picture }: Pick<SideResult, 'picture'>): string[] {
  const output = picture.prints.map(({ text }) => text).join('');
  return texts
    .filter((text) => !output.includes(text))
    .map((text) => `it does not print ${JSON.stringify(text)}`);
}

function figureOf({ measures }: Lesson, id: string, { picture, end }: SideResult) {
  const measure = measures.find((one) => one.id === id);
  if (measure === undefined) return null;
  const value = readMeasure(measure.read, picture, end.time);
  return { value, text: writeFigure(measure, value) };
}

function filled(words: readonly Inline[], figure: (id: string) => string): Inline[] {
  return words.map((piece) =>
    'text' in piece
      ? { ...piece, text: fill(piece.text, figure) }
      : { ...piece, children: filled(piece.children, figure) },
  );
}
