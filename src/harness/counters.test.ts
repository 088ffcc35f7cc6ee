import { expect, test } from 'vitest';
import { traceOf } from '../testing/scriptedTrace.ts';
import { countersOf } from './counters.ts';

test('gauges give their last level and their peak, tallies their sum, tasks their spans', () => {
  const { picture } = traceOf([
    [0, 'track', 'tasks'],
    [1, 'track', 'event loops'],
    [2, 'track', 'in flight'],
    [3, 'tally', 'event loops', 2],
    [4, 'track', 'Task-1', 'tasks'],
    [5, 'open', 'Task-1', 'f'],
    [6, 'gauge', 'in flight', 3],
    [7, 'gauge', 'in flight', 1],
    [8, 'close', 'Task-1', 'done'],
  ]);
  expect(countersOf(picture)).toEqual({
    'event loops': 2,
    'in flight': 1,
    'in flight (peak)': 3,
    tasks: 1,
    'tasks done': 1,
    'tasks cancelled': 0,
    'tasks failed': 0,
  });
});

test('tasks are counted by how they ended, whatever the outcomes are called', () => {
  const ends = ['done', 'failed', 'cancelled', 'cancelled', 'destroyed'];
  const { picture } = traceOf([
    [0, 'track', 'tasks'],
    ...ends.map((_, index) => [1 + index, 'track', `Task-${index}`, 'tasks'] as const),
    ...ends.map((_, index) => [10 + index, 'open', `Task-${index}`, 'f'] as const),
    ...ends.map((outcome, index) => [20 + index, 'close', `Task-${index}`, outcome] as const),
  ]);
  expect(countersOf(picture)).toEqual({
    tasks: 5,
    'tasks done': 1,
    'tasks failed': 1,
    'tasks cancelled': 2,
    'tasks destroyed': 1,
  });
});

test('what was not watched has no figure', () => {
  expect(countersOf(traceOf([[0, 'track', 'output']]).picture)).toEqual({});
  expect(countersOf(traceOf([[0, 'track', 'tasks']]).picture)).toMatchObject({ tasks: 0 });
});

test("a probe's own figure wins over a variable of that name, and threads are counted where they are watched", () => {
  const { picture } = traceOf([
    [0, 'track', 'threads'],
    [1, 'track', 'switches'],
    [2, 'track', 'shared'],
    [3, 'track', 'MainThread', 'threads'],
    [4, 'open', 'MainThread', 'main'],
    [5, 'tally', 'switches', 7],
    [6, 'track', 'counter', 'shared'],
    [7, 'gauge', 'counter', 41],
  ]);
  expect(countersOf(picture)).toMatchObject({ switches: 7, counter: 41, threads: 1, 'threads done': 0 });
});

test('what was sampled is counted beside its figure, by the lane of which it was left out', () => {
  const { picture } = traceOf([
    [0, 'track', 'left out'],
    [1, 'track', 'shared'],
    [2, 'track', 'counter', 'shared'],
    [3, 'gauge', 'counter', 41],
    [4, 'track', 'counter', 'left out'],
    [5, 'tally', 'counter', 900],
  ]);
  expect(countersOf(picture)).toEqual({
    counter: 41,
    'counter (peak)': 41,
    'counter (left out)': 900,
  });
});
