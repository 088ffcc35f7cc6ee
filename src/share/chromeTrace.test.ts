/** Chrome's trace format: what each word of a run becomes. */
import { expect, it } from 'vitest';
import { traceOf } from '../testing/scriptedTrace.ts';
import { chromeTraceOf } from './chromeTrace.ts';

const { picture } = traceOf([
  [0, 'track', 'tasks'],
  [1, 'track', 'Task-1', 'tasks'],
  [2, 'track', 'in flight'],
  [5, 'open', 'Task-1', 'fetch', 'main.py:4'],
  [6, 'gauge', 'in flight', 1],
  [7, 'state', 'Task-1', 'waiting', 'sleep'],
  [8, 'mark', 'Task-1', 'late', 'bad', 'main.py:5'],
  [9, 'link', 'Task-1', 'in flight', 'counts'],
  [10, 'print', 'Task-1', 'hello\n'],
  [12, 'close', 'Task-1', 'done'],
  [13, 'open', 'Task-1', 'again'],
]);
const trace = chromeTraceOf([{ name: 'Broken', picture, end: 20 }], String, { lesson: 'One' });
const named = (name: string) => trace.traceEvents.find((event) => event.name === name);

it('has a process for a side, and a thread for the output and for each lane with something on it', () => {
  expect(named('process_name')).toEqual({ ph: 'M', name: 'process_name', pid: 1, args: { name: 'Broken' } });
  const threads = trace.traceEvents
    .filter(({ name }) => name === 'thread_name')
    .map(({ args }) => args['name']);
  expect(threads).toEqual(['print', 'Task-1']);
});

it('has spans and states as slices, those that were open to the end of the run', () => {
  const place = { outcome: 'done', at: 'main.py:4' };
  expect(named('fetch')).toEqual({ ph: 'X', name: 'fetch', pid: 1, tid: 2, ts: 5, dur: 7, args: place });
  expect(named('waiting: sleep')).toMatchObject({ ph: 'X', ts: 7, dur: 5 });
  expect(named('again')).toMatchObject({ ph: 'X', ts: 13, dur: 7 });
});

it('has marks, links and prints as instants, and gauges as counters', () => {
  expect(named('late')).toEqual({
    ph: 'i',
    s: 't',
    name: 'late',
    pid: 1,
    tid: 2,
    ts: 8,
    args: { tone: 'bad', at: 'main.py:5' },
  });
  expect(named('→ in flight: counts')).toMatchObject({ ph: 'i', ts: 9 });
  expect(named('hello\n')).toMatchObject({ ph: 'i', tid: 1, ts: 10, args: { stream: 'stdout' } });
  expect(named('in flight')).toEqual({ ph: 'C', name: 'in flight', pid: 1, ts: 6, args: { value: 1 } });
});
