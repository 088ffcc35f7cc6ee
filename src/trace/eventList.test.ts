/** Events by their numbers, with their times, and none beyond. */
import { expect, it } from 'vitest';
import { traceOf } from '../testing/scriptedTrace.ts';
import { itemsUntil } from './binarySearch.ts';
import { EventList } from './eventList.ts';

it('lists events with their times; where there is none the time is infinite', () => {
  const { stream } = traceOf([
    [10, 'track', 'T'],
    [20, 'open', 'T', 'work'],
    [30, 'close', 'T', 'done'],
  ]).picture;
  const events = new EventList(stream);
  events.push(0);
  events.push(2);
  expect([-1, 0, 1, 2].map((index) => events.timeAt(index))).toEqual([Infinity, 10, 30, Infinity]);
  expect([9, 10, 29, 30].map((moment) => itemsUntil(events, moment))).toEqual([0, 1, 1, 2]);
});
