/** Progress in figures, and where to go on. */
import { describe, expect, it } from 'vitest';
import { lessons } from '../../lesson/catalog.ts';
import type { Lesson } from '../../lesson/schema.ts';
import { noProgress, type Progress } from '../../store/progress.ts';
import { stepTitles } from '../lesson/published/steps.ts';
import { howFar, whereToGoOn } from './progress.ts';

const [first, second] = lessons;
if (first === undefined || second === undefined) throw new Error('there are fewer than two lessons');

function allOf(lesson: Lesson): Progress['lessons'][string] {
  const numbers = stepTitles(lesson).map((_, step) => step);
  return { seen: numbers, answered: numbers };
}

function at(lesson: string, step: number, done: readonly Lesson[] = []): Progress {
  return { lessons: Object.fromEntries(done.map((one) => [one.id, allOf(one)])), last: { lesson, step } };
}

describe('how far a lesson is', () => {
  it('is nowhere at first', () => {
    expect(howFar(first, noProgress)).toMatchObject({ state: 'new', seen: 0, answered: 0 });
  });
  it('counts steps and questions that the lesson has, and no others', () => {
    const far = howFar(first, { lessons: { [first.id]: { seen: [0, 2, 90], answered: [0, 1] } } });
    expect(far).toMatchObject({ state: 'begun', seen: 2, steps: stepTitles(first).length, answered: 1 });
    expect(far.each.slice(0, 3)).toEqual([true, false, true]);
  });
  it('is done once each step was seen and each question answered', () => {
    expect(howFar(first, { lessons: { [first.id]: allOf(first) } }).state).toBe('done');
    const unanswered = { ...allOf(first), answered: [] };
    expect(howFar(first, { lessons: { [first.id]: unanswered } }).state).toBe('begun');
  });
});

describe('where to go on', () => {
  it('is nowhere before the first lesson', () => {
    expect(whereToGoOn(noProgress, lessons)).toBeNull();
  });
  it('is the step last open', () => {
    expect(whereToGoOn(at(second.id, 2), lessons)).toMatchObject({
      step: 2,
      address: `#/${second.id}/step/3`,
      title: second.steps[2]?.title,
    });
  });
  it('is the first step where the lesson has become shorter', () => {
    expect(whereToGoOn(at(second.id, 90), lessons)?.step).toBe(0);
  });
  it('is the published program last open', () => {
    expect(whereToGoOn(at(`${first.id}.cause`, 0), lessons)).toMatchObject({
      step: null,
      address: `#/${first.id}/published/cause`,
    });
  });
  it('is the next lesson once this one is done, and nowhere once all are', () => {
    expect(whereToGoOn(at(first.id, 1, [first]), lessons)?.lesson).toBe(second);
    expect(whereToGoOn(at(first.id, 1, lessons), lessons)).toBeNull();
  });
  it('is nowhere where the lesson is gone', () => {
    expect(whereToGoOn(at('gone', 1), lessons)).toBeNull();
  });
});
