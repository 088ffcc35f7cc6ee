/** A single lesson from the disk, whatever is wrong with the others. */
import { join } from 'node:path';
import { recordings } from 'virtual:faultline-recordings';
import { describe, expect, it } from 'vitest';
import { lessons } from './catalog.ts';
import { notesOfLesson } from './noted.ts';
import { problemText, lessonAt } from './one.ts';

const lessonsPath = join(import.meta.dirname, '..', '..', 'lessons');

describe('a lesson that is read alone', () => {
  it('is the same as among all others, with its notes and its recording', async () => {
    const read = lessonAt(lessonsPath, '1-asyncio');
    const notes = await notesOfLesson({ id: 'asyncio' });
    expect(read.ok && read.value).toEqual({
      ...lessons.find(({ id }) => id === 'asyncio'),
      notes,
      recording: recordings['asyncio'],
    });
  });

  it('is refused where its folder has no number', () => {
    expect(lessonAt(lessonsPath, '_template').ok).toBe(false);
  });
});

it('a text of problems has a line for each problem, with its place', () => {
  expect(
    problemText([
      { file: 'lessons/1-a/lesson.md', line: 12, message: 'give the step a title' },
      { file: 'lessons/1-a/broken/main.py', line: null, message: 'rename it' },
    ]),
  ).toBe(
    'This lesson needs a hand:\n' +
      '  lessons/1-a/lesson.md:12: give the step a title\n' +
      '  lessons/1-a/broken/main.py: rename it',
  );
});
