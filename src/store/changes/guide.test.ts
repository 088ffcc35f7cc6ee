/** Where the person is in the prose of a lesson, and what they have answered. */
import { beforeEach, describe, expect, it } from 'vitest';
import { lessonById } from '../../lesson/catalog.ts';
import { opened, plainLesson } from '../../testing/scriptedWorkspace.ts';
import { newWorkspace } from '../workspace.ts';
import { openNew, useWorkspaces } from '../workspaces.ts';
import { answer, goToStep } from './guide.ts';

beforeEach(() => {
  useWorkspaces.setState(useWorkspaces.getInitialState());
  openNew(newWorkspace(plainLesson, { broken: {}, fixed: {} }));
});

describe('the step', () => {
  it('is any that the lesson has', () => {
    goToStep(1);
    expect(opened().step).toBe(1);
  });

  it('is the nearest one past the ends', () => {
    goToStep(999);
    expect(opened().step).toBe(plainLesson.steps.length - 1);
    goToStep(-1);
    expect(opened().step).toBe(0);
  });

  it('of a published program, which has none, is the first', () => {
    const program = lessonById('threads.cause');
    if (program === null) throw new Error('nothing is published of threads');
    openNew(newWorkspace(program, { broken: {}, fixed: {} }));
    goToStep(3);
    expect(opened().step).toBe(0);
  });
});

describe('an answer', () => {
  it('belongs to its step, and the last one holds', () => {
    answer(0, 1);
    answer(2, 0);
    answer(0, 2);
    expect(opened().answers).toEqual({ 0: 2, 2: 0 });
  });
});
