/** How the files of both sides differ from the lesson's own, and what stands on a side. */
import { describe, expect, it } from 'vitest';
import type { Lesson, Variation } from '../lesson/schema.ts';
import { plainLesson } from '../testing/scriptedWorkspace.ts';
import { editsOf, isEdited, sameFiles, statusOf } from './files.ts';

const lazy: Variation = {
  id: 'lazy',
  title: 'Lazy',
  side: 'broken',
  files: { 'main.py': 'lazy' },
  entry: 'main.py',
  compared: false,
  prints: [],
  expect: {},
};
const lesson: Lesson = {
  ...plainLesson,
  sides: {
    broken: { files: { 'main.py': 'broken', 'shop.py': 'shop' }, entry: 'main.py', highlight: [] },
    fixed: { files: { 'main.py': 'fixed' }, entry: 'main.py', highlight: [] },
  },
  variations: [lazy],
};
const { broken, fixed } = { broken: lesson.sides.broken.files, fixed: lesson.sides.fixed.files };

describe('edits', () => {
  it('are the files that differ, by side', () => {
    expect(editsOf(lesson, { broken: { ...broken, 'shop.py': 'mine' }, fixed })).toEqual({
      broken: { 'shop.py': 'mine' },
      fixed: {},
    });
  });

  it('are also files that the lesson does not have', () => {
    expect(editsOf(lesson, { broken, fixed: { ...fixed, 'new.py': '' } }).fixed).toEqual({ 'new.py': '' });
  });

  it('make a lesson edited on either side', () => {
    expect(isEdited(lesson, { broken, fixed })).toBe(false);
    expect(isEdited(lesson, { broken, fixed: { 'main.py': 'mine' } })).toBe(true);
    expect(isEdited(lesson, { broken: { ...broken, 'main.py': 'mine' }, fixed })).toBe(true);
  });
});

describe('what stands on a side', () => {
  it('is the lesson’s own program, a variation, or what the person made', () => {
    expect(statusOf(lesson, 'broken', broken)).toEqual({ kind: 'own' });
    expect(statusOf(lesson, 'broken', lazy.files)).toEqual({ kind: 'variation', variation: lazy });
    expect(statusOf(lesson, 'broken', { 'main.py': 'mine' })).toEqual({ kind: 'edited' });
  });

  it('is a variation only on the side that it is of', () => {
    expect(statusOf(lesson, 'fixed', lazy.files)).toEqual({ kind: 'edited' });
  });
});

describe('two programs', () => {
  it('are the same by paths and texts, in whatever order', () => {
    expect(sameFiles({ a: '1', b: '2' }, { b: '2', a: '1' })).toBe(true);
    expect(sameFiles({}, {})).toBe(true);
  });

  it('differ by a text, a path, or one file more on either', () => {
    expect(sameFiles({ a: '1' }, { a: '2' })).toBe(false);
    expect(sameFiles({ a: '1' }, { b: '1' })).toBe(false);
    expect(sameFiles({ a: '1' }, { a: '1', b: '' })).toBe(false);
    expect(sameFiles({ a: '1', b: '' }, { a: '1' })).toBe(false);
  });
});
