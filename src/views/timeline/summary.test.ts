/** What one task did up to a moment, in figures, and how it ended, in words. */
import { describe, expect, it } from 'vitest';
import { traceOf, type ScriptLine } from '../../testing/scriptedTrace.ts';
import { fact } from '../../testing/wire.ts';
import { activityOf, begunBy, endOf, stronger } from './activity.ts';
import { cancellationOf, isSigned, outcomeWords } from './outcome.ts';
import { outcomeAt, summaryOf } from './summary.ts';

const task = 'Task-1 fetch';

function laneOf(lines: readonly ScriptLine[]) {
  const { picture } = traceOf([[0, 'track', 'tasks'], [5, 'track', task, 'tasks'], ...lines]);
  const [lane] = picture.lanesBelow('tasks');
  if (lane === undefined) throw new Error('there is no task');
  return lane;
}

const whole: readonly ScriptLine[] = [
  [10, 'open', task, 'fetch', 'main.py:3'],
  [20, 'state', task, 'running', null, 'main.py:4'],
  [30, 'state', task, 'waiting', 'sleep', 'main.py:5'],
  [50, 'state', task, 'ready'],
  [60, 'state', task, 'running', null, 'main.py:5'],
  [65, 'state', task, 'waiting', 'sleep', 'main.py:9'],
  [165, 'state', task, 'running', null, 'main.py:9'],
  [170, 'close', task, 'done'],
];
const cancelled = fact('cancelled', { by: 'task', task: 'Task-2' });
const cut: readonly ScriptLine[] = [
  ...whole.slice(0, 3),
  [40, 'mark', task, cancelled, 'note', 'main.py:5'],
  [45, 'close', task, 'cancelled'],
];

describe('the figures of a task', () => {
  it('are those of its whole life at its end', () => {
    expect(summaryOf(laneOf(whole), 999)).toEqual({
      task,
      began: 10,
      ended: 170,
      outcome: 'done',
      cancellation: null,
      waited: 120,
      ran: 20,
      where: { file: 'main.py', line: 9 },
    });
  });

  it('count what goes on up to the moment', () => {
    expect(summaryOf(laneOf(whole), 40)).toMatchObject({ ended: null, outcome: null, waited: 10, ran: 10 });
    expect(summaryOf(laneOf(whole), 63)).toMatchObject({ waited: 20, ran: 13 });
  });

  it('count being ready neither as waiting nor as running', () => {
    expect(summaryOf(laneOf(whole), 58)).toMatchObject({ waited: 20, ran: 10 });
  });

  it('name where it waited longest by then', () => {
    expect(summaryOf(laneOf(whole), 70).where).toEqual({ file: 'main.py', line: 5 });
    expect(summaryOf(laneOf(whole), 99).where).toEqual({ file: 'main.py', line: 9 });
  });

  it('name where it was created while it has not waited', () => {
    expect(summaryOf(laneOf(whole), 25).where).toEqual({ file: 'main.py', line: 3 });
  });

  it('begin when the task was declared, as long as its span has not', () => {
    expect(summaryOf(laneOf(whole), 7)).toMatchObject({ began: 5, where: null, waited: 0, ran: 0 });
  });
});

describe('the end of a task', () => {
  it('is known once it is over', () => {
    const lane = laneOf(whole);
    expect([9, 169, 170].map((moment) => outcomeAt(lane, moment))).toEqual([null, null, 'done']);
  });

  it('tells who cancelled it, from the moment that is known', () => {
    const lane = laneOf(cut);
    expect(cancellationOf(lane, 39)).toBeNull();
    expect(cancellationOf(lane, 40)).toMatchObject({ time: 40, place: { file: 'main.py', line: 5 } });
    expect(summaryOf(lane, 45)).toMatchObject({ outcome: 'cancelled', cancellation: { time: 40 } });
  });

  it('has words of its own, and those of another probe as they are', () => {
    const [mark = null] = laneOf(cut).marks;
    expect(outcomeWords(null)).toBe('under way');
    expect(outcomeWords('done')).toBe('done');
    expect(outcomeWords('destroyed')).toBe('destroyed while pending');
    expect(outcomeWords('cancelled')).toBe('cancelled');
    expect(outcomeWords('cancelled', mark)).toBe('cancelled by Task-2');
    expect(outcomeWords('done', mark)).toBe('done');
    expect(outcomeWords('exploded')).toBe('exploded');
  });

  it('has a sign unless it is done', () => {
    expect(['cancelled', 'failed', 'destroyed'].map(isSigned)).toEqual([true, true, true]);
    expect(['done', 'exploded', null, undefined].map(isSigned)).toEqual([false, false, false, false]);
  });
});

describe('what a task is doing', () => {
  it('is what its state says, and else something other', () => {
    expect(['running', 'waiting', 'ready', 'created', 'blocked', 'held'].map(activityOf)).toEqual([
      'running',
      'waiting',
      'ready',
      'created',
      'other',
      'other',
    ]);
  });

  it('shows in one pixel as the strongest of all', () => {
    const sequence = ['other', 'waiting', 'created', 'ready', 'running', 'held'] as const;
    const rises = sequence.slice(1).map((one, index) => stronger(one, sequence[index] ?? one));
    expect(rises).toEqual([true, true, true, true, true]);
    expect(stronger('running', 'running')).toBe(false);
  });

  it('lasts to the moment, and never ends before it began', () => {
    const lane = laneOf(whole.slice(0, 3));
    const [ran, waits] = lane.stretches;
    if (ran === undefined || waits === undefined) throw new Error('there are two stretches');
    expect([endOf(ran, 999), endOf(waits, 999), endOf(waits, 3)]).toEqual([30, 999, 30]);
  });

  it('is counted from the moment it begins', () => {
    const lane = laneOf(whole);
    expect([19, 20, 30, 999].map((moment) => begunBy(lane, moment))).toEqual([0, 1, 2, 6]);
  });
});
