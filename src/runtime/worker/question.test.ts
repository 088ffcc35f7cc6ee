/** A question stands until it is answered or the run is stopped, and is answered once. */
import { expect, test } from 'vitest';
import type { Question } from '../schedule.ts';
import { createQuestion } from './question.ts';
import { messageStop } from './stop.ts';

function stage() {
  const stop = messageStop();
  const posted: Question[] = [];
  const question = createQuestion(
    (body) => ({ then: body }),
    stop,
    (asked) => posted.push(asked),
  );
  let resumed = 0;
  const ask = (step: number): void => {
    question.text = JSON.stringify({ step, current: null, threads: [] });
    question.then(() => {
      resumed += 1;
    });
  };
  return { ask, posted, question, stop, resumed: () => resumed };
}

test('it is posted, and its answer read once it has come', () => {
  const { ask, posted, question, resumed } = stage();
  ask(7);
  expect(posted).toEqual([{ step: 7, current: null, threads: [] }]);
  expect(resumed()).toBe(0);
  question.answer({ thread: 2, stride: 'line' });
  expect([resumed(), question.thread, question.stride]).toEqual([1, 2, 'line']);
});

test('an answer to no question is ignored', () => {
  const { ask, question, resumed } = stage();
  question.answer({ thread: 2, stride: 'line' });
  ask(1);
  expect([resumed(), question.thread]).toEqual([0, -1]);
  question.answer({ thread: 0, stride: 'instruction' });
  question.answer({ thread: 2, stride: 'line' });
  expect([resumed(), question.thread]).toEqual([1, 0]);
});

test('Stop ends the waiting with nobody chosen, and no more is asked after it', () => {
  const { ask, posted, question, stop, resumed } = stage();
  ask(1);
  question.answer({ thread: 2, stride: 'line' });
  ask(2);
  stop.ask();
  expect([resumed(), question.thread]).toEqual([2, -1]);
  ask(3);
  expect([resumed(), posted.length]).toEqual([3, 2]);
});
