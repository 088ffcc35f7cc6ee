/** The lessons of this project: all of them read, and the template can be copied as it is. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lessonById, lessons } from './catalog.ts';
import { readLessonFolder } from './folders.ts';
import { writeProblem } from './problem.ts';
import { readLesson } from './read.ts';

const lessonsPath = join(import.meta.dirname, '..', '..', 'lessons');

describe('the catalog', () => {
  it('knows the lessons by their ids', () => {
    expect(lessons.map((lesson) => lesson.id)).toContain('asyncio');
    expect(lessonById('asyncio')?.number).toBe(1);
    expect(lessonById('template')).toBeNull();
  });

  it.each(lessons)('$id asks the reader before they run anything', ({ steps }) => {
    expect(steps.some((step) => step.question !== null)).toBe(true);
  });
});

describe('the template', () => {
  it('reads without a problem once it has a name', () => {
    const { files } = readLessonFolder(lessonsPath, '_template');
    const read = readLesson({ name: '99-new', files });
    expect(read.ok ? [] : read.error.map(writeProblem)).toEqual([]);
  });
});
