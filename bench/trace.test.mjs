// Traces: which tasks the page's thread had, and what each of them did.
import { expect, it } from 'vitest';
import { keptOf, marksOf, navigationTo, tasksOf } from './trace.mjs';

const thread = { pid: 1, tid: 2, cat: 'devtools.timeline', ph: 'X' };
/** @type {(name: string, ts: number, dur: number, url?: string) => import('./trace.mjs').Event} */
const timed = (name, ts, dur, url) => ({
  ...thread,
  name,
  ts,
  dur,
  ...(url === undefined ? {} : { args: { data: { url } } }),
});
/** @type {(name: string, ts: number) => import('./trace.mjs').Event} */
const mark = (name, ts) => ({ ...thread, cat: 'blink.user_timing', ph: 'I', name, ts });

const navigation = {
  ...mark('navigationStart', 1_000_000),
  args: { data: { documentLoaderURL: 'http://127.0.0.1:1/#/imports' } },
};
const events = [
  navigation,
  timed('RunTask', 500_000, 400_000),
  timed('RunTask', 1_100_000, 60_000),
  timed('EvaluateScript', 1_101_000, 50_000, 'http://127.0.0.1:1/assets/MonacoCode-H8g0BclH.js'),
  timed('RunTask', 1_170_000, 20_000),
  {
    ...timed('v8.compileModule', 1_171_000, 2_000),
    args: { fileName: 'http://127.0.0.1:1/assets/enter-D6AhArm-.js' },
  },
  timed('RunTask', 1_195_000, 4_000),
  timed('v8.evaluateModule', 1_195_500, 3_000),
  timed('ThreadControllerImpl::RunTask', 1_200_000, 90_000),
  timed('Layout', 1_201_000, 80_000),
  timed('FunctionCall', 1_202_000, 1_000, 'http://127.0.0.1:1/assets/second-CE1airEb.js'),
  mark('bench: the editor is mounted', 1_250_000),
  mark('faultline: Python is wanted', 1_150_000),
  { ...timed('RunTask', 1_300_000, 900_000), tid: 3 },
];

it('lists the tasks of that thread from the navigation on, the longest first', () => {
  const found = navigationTo(events, 'http://127.0.0.1:1/');
  expect(tasksOf(events, found)).toEqual([
    { start: 200, took: 90, work: 'Layout (bench: the editor is mounted)' },
    { start: 100, took: 60, work: 'EvaluateScript MonacoCode.js (faultline: Python is wanted)' },
    { start: 170, took: 20, work: 'v8.compileModule enter.js' },
    { start: 195, took: 4, work: 'v8.evaluateModule enter.js' },
  ]);
});

it('refuses a trace of something else', () => {
  expect(() => navigationTo(events, 'http://127.0.0.1:2/')).toThrow('no navigation');
});

it('lists marks of all threads, and keeps them with what took time', () => {
  expect(marksOf(events, navigation, 'faultline: ')).toEqual([{ at: 150, what: 'Python is wanted' }]);
  const kept = JSON.parse(keptOf([...events, timed('Paint', 1_400_000, 10)], 'faultline: ')).traceEvents;
  expect(kept.map(({ name = '' }) => name)).not.toContain('Paint');
  expect(kept.map(({ name = '' }) => name)).toContain('faultline: Python is wanted');
});
