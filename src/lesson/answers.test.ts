/** The page of answers: read whole, and each mistake of an author named with its line. */
import { describe, expect, it } from 'vitest';
import { readAnswers } from './answers.ts';
import { exampleFolder } from '../testing/exampleLesson.ts';
import { plainText } from './markdown.ts';
import { writeProblem } from './problem.ts';
import { readLesson } from './read.ts';

const read = readLesson(exampleFolder());
const lessons = read.ok ? [read.value] : [];

const TEXT = `---
title: Answers
lead: Short ones.
---

## Questions

### Why is \`it\` slow?

> It waits.

It waits twice. Let the waits overlap.

- [Two waits](#/waits/step/2)
`;

const problems = (passage: string, replacement: string): string[] => {
  expect(TEXT).toContain(passage);
  const answers = readAnswers(TEXT.replace(passage, replacement), lessons);
  return answers.ok ? [] : answers.error.map(writeProblem);
};

describe('answers', () => {
  it('are read with the usual answer, ours, and the runs', () => {
    const answers = readAnswers(TEXT, lessons);
    if (!answers.ok) throw new Error(answers.error.map(writeProblem).join('\n'));
    const [section] = answers.value.sections;
    const [answer] = section?.answers ?? [];
    expect(section?.title).toBe('Questions');
    expect(plainText(answer?.about ?? [])).toBe('Why is it slow?');
    expect(answer?.runs.map(({ href, words }) => [href, plainText(words)])).toEqual([
      ['#/waits/step/2', 'Two waits'],
    ]);
    expect(answer?.usual).toHaveLength(1);
    expect(answer?.ours).toHaveLength(1);
  });

  it.each([
    ['#/waits/step/2', '#/waits/step/3', 'lessons/answers.md:14: the lesson "waits" has 2 steps'],
    ['#/waits/step/2', '#/weights', 'lessons/answers.md:14: "#/weights" leads to no lesson'],
    ['#/waits/step/2', '#/waits/published/cause', 'the lesson "waits" has nothing published'],
    ['#/waits/step/2', '#/waits?model=before310', 'the lesson "waits" has no schedule to be set'],
    ['> It waits.', 'It waits.', 'lessons/answers.md:8: write below this heading'],
    ['It waits twice.', 'No. '.repeat(6), 'lessons/answers.md:8: this answer has 7 sentences'],
    ['lead: Short ones.', 'led: Short ones.', 'lessons/answers.md:2: "lead" is missing'],
    ['## Questions', 'Questions', 'put this below a heading'],
  ])('with %s as %s are refused', (passage, replacement, message) => {
    expect(problems(passage, replacement).join('\n')).toContain(message);
  });
});
