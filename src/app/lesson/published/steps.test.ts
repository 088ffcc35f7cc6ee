/** The steps as the guide counts them, and what stands before and after a published program. */
import { describe, expect, it } from 'vitest';
import { lessons as all } from '../../../lesson/catalog.ts';
import { PUBLISHED_STEP } from '../../../lesson/published.ts';
import type { Lesson, Published } from '../../../lesson/schema.ts';
import { besides, stepCount, stepTitles } from './steps.ts';

const whole = all.find(({ id }) => id === 'threads');
if (whole === undefined) throw new Error('there is no lesson "threads"');
const after: Lesson = { ...whole, id: 'after', number: 9, short: 'what follows', published: [] };

function partOf(part: Published['part'], lesson: Lesson): Published {
  const found = lesson.published.find((one) => one.part === part);
  if (found === undefined) throw new Error(`the lesson has no ${part}`);
  return found;
}

describe('the steps of the guide', () => {
  it('are those of the prose, and one more for what is published', () => {
    expect(stepTitles(whole)).toEqual([...whole.steps.map(({ title }) => title), 'As widely published']);
    expect(stepCount(whole)).toBe(whole.steps.length + 1);
  });

  it('are only those of the prose where nothing is published', () => {
    expect(stepTitles(after)).toEqual(whole.steps.map(({ title }) => title));
  });
});

describe('beside a published program', () => {
  const lessons = [whole, after];

  it('the first leads back to the last step of the prose, and on to the next part', () => {
    expect(besides(whole, partOf('cause', whole), lessons)).toEqual({
      back: `#/threads/${whole.steps.length}`,
      next: { address: '#/threads/published/diagnosis', words: 'Next' },
    });
  });

  it('the second lies between the two others', () => {
    const { back, next } = besides(whole, partOf('diagnosis', whole), lessons);
    expect([back, next.address]).toEqual(['#/threads/published/cause', '#/threads/published/solution']);
  });

  it('the last leads on to the lesson that follows', () => {
    expect(besides(whole, partOf('solution', whole), lessons).next).toEqual({
      address: '#/after',
      words: 'Lesson 9',
    });
  });

  it('the last of the last lesson leads to the answers', () => {
    expect(besides(whole, partOf('solution', whole), [after, whole]).next).toEqual({
      address: '#/answers',
      words: 'Answers',
    });
  });
});

it('calls what is widely published as the notes of the teacher do', () => {
  expect(stepTitles(whole).at(-1)).toBe(PUBLISHED_STEP);
});
