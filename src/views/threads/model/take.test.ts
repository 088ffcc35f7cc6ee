/** What is done about the events of a lane: those that somebody wants to know of count, and no others. */
import { describe, expect, it } from 'vitest';
import { traceOf } from '../../../testing/scriptedTrace.ts';
import { takeOf } from './take.ts';

function lane() {
  const found = traceOf([
    [1, 'track', 'T1'],
    [2, 'track', 'T2'],
    [3, 'open', 'T1', 'work'],
    [4, 'state', 'T1', 'running'],
    [5, 'state', 'T1', 'waiting'],
    [6, 'mark', 'T1', 'noted', 'plain'],
    [7, 'link', 'T1', 'T2', 'woke it'],
    [8, 'gauge', 'T1', 12],
    [9, 'close', 'T1', 'done'],
  ]).picture.laneLabelled('T1');
  if (found === null) throw new Error('there is no T1');
  return found;
}

describe('an event of a lane', () => {
  it('is told, by its word and its place in the lane', () => {
    const told: unknown[] = [];
    const take = takeOf(lane(), {
      state: ({ state }, index) => told.push([state, index]),
      mark: ({ name }) => told.push(name),
      link: ({ why }) => told.push(why),
      gauge: ({ value }) => told.push(value),
      close: () => told.push('closed'),
    });
    const counted = [take('state', 1), take('mark', 0), take('link', 0), take('gauge', 0), take('close', 0)];
    expect(counted).toEqual([true, true, true, true, true]);
    expect(told).toEqual([['waiting', 1], 'noted', 'woke it', 12, 'closed']);
  });

  it('does not count where nobody wants to know of it', () => {
    const take = takeOf(lane(), { state: () => {} });
    expect([take('mark', 0), take('close', 0), take('open', 0), take('tally', 0), take('print', 0)]).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it('does not count where the lane has no such item', () => {
    const told: string[] = [];
    const take = takeOf(lane(), { state: ({ state }) => told.push(state) });
    expect([take('state', 2), take('state', -1)]).toEqual([false, false]);
    expect(told).toEqual([]);
  });
});
