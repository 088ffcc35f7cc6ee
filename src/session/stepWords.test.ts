/** The sentences at the playhead, in the order of what happened and by the clock. */
import { describe, expect, it } from 'vitest';
import type { Run } from '../store/runs.ts';
import { eventByEvent, everyEvent } from '../testing/scriptedAxis.ts';
import { plainLesson } from '../testing/scriptedWorkspace.ts';
import { traceOf } from '../testing/scriptedTrace.ts';
import type { Axis, Position } from '../trace/axis.ts';
import { stepWords } from './stepWords.ts';

function ended(times: readonly number[]): Run {
  const trace = traceOf([
    [1, 'track', 'tasks'],
    ...times.map((at) => [at, 'open', 'tasks', `${at}`, 'main.py:2'] as const),
  ]);
  const program = { files: { 'main.py': 'import time\n  time.sleep(1)\n' }, entry: 'main.py' };
  const end = { ending: { kind: 'finished' as const }, time: 100, scheduled: null };
  return { phase: 'ended', number: 1, program, pace: 'real', schedule: null, trace, end };
}

const runs = { broken: ended([10, 30]), fixed: ended([20, 30, 50]) };
const said = (at: Position, axis: Axis) =>
  stepWords(plainLesson, runs, at, axis).map(({ name, sentence }) => `${name}: ${sentence}`);

describe('in the order of what happened', () => {
  it('each side has its own change of the same number', () => {
    expect(said(2.4, eventByEvent)).toEqual(['Broken: Event 2.', 'Fixed: Event 2.']);
  });

  it('nothing has happened at the start, and a side that is over says so', () => {
    expect(said(0, eventByEvent)).toEqual(
      Array.from(['Broken', 'Fixed'], (name) => `${name}: Nothing has happened yet.`),
    );
    expect(said(3, eventByEvent)).toEqual(['Broken: It has come to its end.', 'Fixed: Event 3.']);
  });
});

describe('by the clock', () => {
  it('the side that changed last is told of, and both where they changed at once', () => {
    expect(said(25, everyEvent)).toEqual(['Fixed: Event 1.']);
    expect(said(30, everyEvent)).toEqual(['Broken: Event 2.', 'Fixed: Event 2.']);
    expect(said(5, everyEvent)).toEqual([]);
  });

  it('the line at which the program is comes with it', () => {
    expect(stepWords(plainLesson, runs, 25, everyEvent)[0]?.line).toEqual({
      number: 2,
      code: 'time.sleep(1)',
    });
    expect(stepWords(plainLesson, { ...runs, fixed: { phase: 'idle' } }, 5, eventByEvent)).toHaveLength(1);
  });
});
