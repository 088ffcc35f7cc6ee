/** Stepping by hand as the store keeps it: questions open and close, and each answer is remembered. */
import { beforeEach, describe, expect, it } from 'vitest';
import { opened, plainLesson, question } from '../../testing/scriptedWorkspace.ts';
import { newWorkspace } from '../workspace.ts';
import { openNew, useWorkspaces } from '../workspaces.ts';
import {
  answerQuestion,
  askQuestion,
  beginSteps,
  chooseStride,
  closeSteps,
  forgetSteps,
  stepsOf,
} from './stepping.ts';

const first = question(3, 0, 0, 1);
const second = question(5, 1, 1, 2);

beforeEach(() => {
  useWorkspaces.setState(useWorkspaces.getInitialState());
  openNew(newWorkspace(plainLesson, { broken: {}, fixed: {} }));
});

describe('a side that is stepped', () => {
  it('asks, is answered, and asks again', () => {
    beginSteps('broken', []);
    askQuestion('broken', first);
    expect(stepsOf('broken')).toEqual({ question: first, open: true, made: [] });
    answerQuestion('broken', 1);
    expect(stepsOf('broken')).toEqual({
      question: first,
      open: false,
      made: [{ question: first, thread: 1 }],
    });
    askQuestion('broken', second);
    answerQuestion('broken', 2);
    expect(stepsOf('broken')?.made).toEqual([
      { question: first, thread: 1 },
      { question: second, thread: 2 },
    ]);
  });

  it('takes one answer to a question', () => {
    beginSteps('broken', []);
    askQuestion('broken', first);
    answerQuestion('broken', 1);
    answerQuestion('broken', 0);
    expect(stepsOf('broken')?.made).toEqual([{ question: first, thread: 1 }]);
  });

  it('takes no answer before it has asked', () => {
    beginSteps('broken', []);
    answerQuestion('broken', 1);
    expect(stepsOf('broken')?.made).toEqual([]);
  });

  it('shows the last question while a new run comes to it again', () => {
    beginSteps('broken', []);
    askQuestion('broken', first);
    answerQuestion('broken', 1);
    beginSteps('broken', []);
    expect(stepsOf('broken')).toEqual({ question: first, open: false, made: [] });
  });

  it('asks nothing more once the run is over, and keeps what was chosen', () => {
    beginSteps('broken', []);
    askQuestion('broken', first);
    answerQuestion('broken', 1);
    askQuestion('broken', second);
    closeSteps('broken');
    expect(stepsOf('broken')).toEqual({
      question: null,
      open: false,
      made: [{ question: first, thread: 1 }],
    });
  });

  it('is stepped no longer once that is forgotten', () => {
    beginSteps('broken', []);
    forgetSteps('broken');
    askQuestion('broken', first);
    closeSteps('broken');
    expect(stepsOf('broken')).toBeNull();
  });
});

describe('a side that is not stepped', () => {
  it('neither asks nor is answered', () => {
    beginSteps('broken', []);
    askQuestion('fixed', first);
    answerQuestion('fixed', 0);
    expect(stepsOf('fixed')).toBeNull();
  });
});

describe('how far a step goes', () => {
  it('is the same for both sides, and touches no question', () => {
    beginSteps('broken', []);
    askQuestion('broken', first);
    chooseStride('shared');
    expect(opened().stepping).toMatchObject({ stride: 'shared', broken: { open: true }, fixed: null });
  });
});
