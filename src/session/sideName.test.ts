/** What the sides are called: in a lesson, on the page of a published program, and where nothing is open. */
import { expect, it } from 'vitest';
import { lessonById } from '../lesson/catalog.ts';
import { plainLesson } from '../testing/scriptedWorkspace.ts';
import { sideName } from './sideName.ts';

it('names the sides of a lesson broken and fixed, and so where no lesson is open', () => {
  expect([sideName(plainLesson, 'broken'), sideName(plainLesson, 'fixed')]).toEqual(['Broken', 'Fixed']);
  expect([sideName(null, 'broken'), sideName(null, 'fixed')]).toEqual(['Broken', 'Fixed']);
});

it('does not call broken what was published', () => {
  const program = lessonById('threads.cause');
  expect([sideName(program, 'broken'), sideName(program, 'fixed')]).toEqual(['As published', 'Instead']);
});
