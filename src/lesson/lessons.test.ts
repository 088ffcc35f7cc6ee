/** The lessons of this project: all of them read, and the template can be copied as it is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lessonById, lessons } from './catalog.ts';
import { readLessonFolder } from './folders.ts';
import { writeProblem } from './problem.ts';
import { readLesson } from './read.ts';

const root = join(import.meta.dirname, '..', '..');
const lessonsPath = join(root, 'lessons');

function registered(path: string, entry: RegExp): string[] {
  return [...readFileSync(join(root, path), 'utf8').matchAll(entry)].map((match) => match[1] ?? '');
}

describe('the catalog', () => {
  it('knows the lessons by their ids', () => {
    expect(lessons.map((lesson) => lesson.id)).toContain('asyncio');
    expect(lessonById('asyncio')?.number).toBe(1);
    expect(lessonById('template')).toBeNull();
  });

  it.each(lessons)('$id asks the reader before they run anything', ({ steps }) => {
    expect(steps.some((step) => step.question !== null)).toBe(true);
  });

  // The registers are read as text: lessons may import neither views nor the runtime.
  it.each(lessons)('$id names only views and probes that exist', ({ views, probes }) => {
    const knownViews = registered('src/views/register.ts', /^ {2}(\w+)(?::|,)/gm);
    const knownProbes = registered('src/runtime/python/faultline/probes/__init__.py', /"(\w+)": \w+/g);
    expect(knownViews).toEqual(expect.arrayContaining([...views]));
    expect(knownProbes).toEqual(expect.arrayContaining([...probes]));
  });
});

describe('the template', () => {
  it('reads without a problem once it has a name', () => {
    const { files } = readLessonFolder(lessonsPath, '_template');
    const read = readLesson({ name: '99-new', files });
    expect(read.ok ? [] : read.error.map(writeProblem)).toEqual([]);
    expect(read.ok && read.value.notes.every((notes) => notes !== null)).toBe(true);
  });
});
