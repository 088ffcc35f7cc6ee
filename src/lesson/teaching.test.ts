/** The notes of the lessons and docs/teaching.md: each step has its notes, a lesson is 45 minutes, and both say the same. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lessons } from './catalog.ts';
import { notesOfLesson } from './noted.ts';

const HOUR = 45;
const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'teaching.md'), 'utf8');

/** The rows of the plan below the heading of a lesson. */
function planOf(heading: string): string[] {
  const [, rest = ''] = page.split(`\n## ${heading}\n`);
  const [section = ''] = rest.split('\n## ');
  return [...section.matchAll(/^\| (\d+) \| (.+) \|$/gm)].map(([, minutes, step]) => `${minutes} ${step}`);
}

describe.each(lessons)('the notes of $id', (lesson) => {
  it('stand by each step and come to a lesson of school', async () => {
    const notes = await notesOfLesson(lesson);
    const ofSteps = notes.slice(0, lesson.steps.length);
    expect(ofSteps.map((one) => one !== null)).toEqual(lesson.steps.map(() => true));
    expect(ofSteps.reduce((sum, one) => sum + (one?.minutes ?? 0), 0)).toBe(HOUR);
  });

  it('stand by what is widely published as well, which comes on top', async () => {
    const notes = await notesOfLesson(lesson);
    expect(notes).toHaveLength(lesson.steps.length + 1);
    expect(notes.at(-1)?.minutes).toBeGreaterThan(0);
  });

  it('are what docs/teaching.md plans', async () => {
    const notes = await notesOfLesson(lesson);
    const plan = lesson.steps.map(({ title }, step) => `${notes[step]?.minutes} ${title}`);
    expect(planOf(`${lesson.number}. ${lesson.title}`)).toEqual(plan);
  });
});
