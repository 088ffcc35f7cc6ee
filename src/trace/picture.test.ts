import { describe, expect, it } from 'vitest';
import { emptyPicture } from './picture.ts';
import { traceOf, type ScriptLine } from '../testing/scriptedTrace.ts';

const task = 'Task-1 fetch';
const start: readonly ScriptLine[] = [
  [0, 'track', 'tasks'],
  [1, 'track', task, 'tasks'],
  [2, 'open', task, 'fetch', 'main.py:3'],
];

describe('Picture', () => {
  it('is empty before the first event', () => {
    const picture = emptyPicture();
    expect(picture).toMatchObject({ lanes: [], prints: { length: 0 }, lastTime: 0, version: 0 });
    expect(picture.lanesBelow('tasks')).toEqual([]);
    expect(picture.laneLabelled('tasks')).toBeNull();
  });

  it('ends a state when the next begins, and when the last span of its lane closes', () => {
    const { picture } = traceOf([
      ...start,
      [10, 'state', task, 'running', null, 'main.py:4'],
      [12, 'state', task, 'waiting', 'sleep', 'main.py:5'],
      [90, 'close', task, 'done'],
    ]);
    expect(picture.lanes[1]?.stretches.slice(0)).toEqual([
      { state: 'running', detail: null, start: 10, end: 12, place: { file: 'main.py', line: 4 } },
      { state: 'waiting', detail: 'sleep', start: 12, end: 90, place: { file: 'main.py', line: 5 } },
    ]);
    expect(picture.lanes[1]?.spans.slice(0)).toEqual([
      { name: 'fetch', start: 2, end: 90, outcome: 'done', place: { file: 'main.py', line: 3 } },
    ]);
  });

  it('lets a state last while another span of its lane is open', () => {
    const { picture } = traceOf([
      ...start,
      [3, 'open', task, 'inner'],
      [10, 'state', task, 'waiting', 'sleep'],
      [20, 'close', task, 'done'],
    ]);
    expect(picture.lanes[1]?.stretches.at(0)?.end).toBeNull();
    expect(picture.lanes[1]?.spans.map((span) => span.end)).toEqual([null, 20]);
  });

  it('keeps levels with their peak, and tallies with their sum', () => {
    const { picture } = traceOf([
      [0, 'track', 'in flight'],
      [1, 'gauge', 'in flight', 1],
      [2, 'gauge', 'in flight', 4],
      [3, 'gauge', 'in flight', 2],
      [4, 'tally', 'in flight', 1],
      [5, 'tally', 'in flight', 3],
    ]);
    expect(picture.lanes[0]?.levels.map(({ value, peak }) => [value, peak])).toEqual([
      [1, 1],
      [4, 4],
      [2, 4],
    ]);
    expect(picture.lanes[0]?.totals.map(({ total }) => total)).toEqual([1, 4]);
  });

  it('finds the lanes below a root at any depth, in the order of their declaration', () => {
    const { picture } = traceOf([
      [0, 'track', 'tasks'],
      [1, 'track', 'Task-1 main', 'tasks'],
      [2, 'track', 'output'],
      [3, 'track', 'Task-1 main, inside', 'Task-1 main'],
      [4, 'track', 'Task-2 fetch', 'tasks'],
    ]);
    expect(picture.lanesBelow('tasks').map((lane) => lane.label)).toEqual([
      'Task-1 main',
      'Task-1 main, inside',
      'Task-2 fetch',
    ]);
    expect(picture.lanesBelow('Task-1 main')).toEqual([]);
  });

  it('is not fooled by a task that takes the name of a root', () => {
    const { picture } = traceOf([
      [0, 'track', 'tasks'],
      [1, 'track', 'in flight', 'tasks'],
      [2, 'track', 'output'],
    ]);
    expect(picture.laneLabelled('in flight')?.parent).toBe(0);
    const later = traceOf([
      [0, 'track', 'tasks'],
      [1, 'track', 'shadow', 'tasks'],
    ]).picture;
    expect(later.laneLabelled('shadow')?.id).toBe(1);
    expect(picture.laneLabelled('output')?.parent).toBeNull();
  });

  it('collects what was printed, in order', () => {
    const { picture } = traceOf([
      [0, 'track', 'output'],
      [1, 'print', 'output', 'one\n'],
      [2, 'print', 'output', 'oh no\n', 'stderr'],
    ]);
    expect(picture.prints.map(({ text, stream }) => [text, stream])).toEqual([
      ['one\n', 'stdout'],
      ['oh no\n', 'stderr'],
    ]);
  });
});
