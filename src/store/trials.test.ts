/** The columns of the table of entries: what each of them runs. */
import { describe, expect, it } from 'vitest';
import type { Lesson, Variation } from '../lesson/schema.ts';
import { plainLesson } from '../testing/scriptedWorkspace.ts';
import { columnOf, leftTrials, programOf, type Trials } from './trials.ts';

const lazy: Variation = {
  id: 'lazy',
  title: 'Lazy',
  side: 'broken',
  files: { 'main.py': 'lazy' },
  entry: 'main.py',
  compared: true,
  prints: [],
  expect: {},
};
const side = (text: string) => ({ files: { 'main.py': text }, entry: 'main.py', highlight: [] });
const lesson: Lesson = {
  ...plainLesson,
  sides: { broken: side('broken'), fixed: side('fixed') },
  variations: [lazy],
};

describe('the column of a side', () => {
  it('has the program as the person has it', () => {
    const files = { broken: { 'main.py': 'mine' }, fixed: { 'main.py': 'fixed' } };
    expect(columnOf(lesson, 'broken', files)).toBe(files.broken);
  });

  it('has the lesson’s own where a variation stands there that has a column of its own', () => {
    const files = { broken: lazy.files, fixed: { 'main.py': 'fixed' } };
    expect(columnOf(lesson, 'broken', files)).toEqual({ 'main.py': 'broken' });
  });

  it('has a variation that is not compared', () => {
    const alone = { ...lesson, variations: [{ ...lazy, compared: false }] };
    const files = { broken: lazy.files, fixed: { 'main.py': 'fixed' } };
    expect(columnOf(alone, 'broken', files)).toBe(files.broken);
  });
});

it('a cell runs the files of its version, begun in its way', () => {
  const version = { id: 'lazy', title: 'Lazy', side: 'broken', files: lazy.files } as const;
  const program = programOf('import main', version);
  expect(program).toEqual({ files: { 'main.py': 'lazy' }, entry: 'import main' });
  expect(program.files).not.toBe(version.files);
});

it('a table that is left before it is whole is forgotten', () => {
  const table: Trials['table'] = { number: 1, entries: [], versions: [], cells: {} };
  expect(leftTrials({ table, trying: true }).table).toBeNull();
  expect(leftTrials({ table, trying: false }).table).toBe(table);
});
