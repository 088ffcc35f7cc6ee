/** The file of our own for runs: it is read again as it was written, and nothing else is. */
import { expect, it } from 'vitest';
import { traceOf } from '../testing/scriptedTrace.ts';
import { fact } from '../testing/wire.ts';
import { labelOf } from '../trace/facts.ts';
import { readTraceFile, writeTraceFile } from './traceFile.ts';
import type { TracedRun } from './tracedRun.ts';

const trace = traceOf([
  [0, 'track', 'threads'],
  [1, 'open', 'threads', 'T1', 'main.py:3'],
  [2, 'mark', 'threads', fact('read', { variable: 'counter', value: '41' }), 'plain'],
  [3, 'print', 'threads', 'é 漢 "quoted"\n'],
]);
const run: TracedRun = {
  program: { files: { 'main.py': 'print(1)\n' }, entry: 'main.py' },
  pace: 'fast',
  schedule: null,
  trace,
  ending: { kind: 'stuck', waits: [labelOf(fact('lock', { name: 'bank', holder: null }))], cycle: [] },
  time: 3.5,
  scheduled: null,
};
const text = writeTraceFile({ lesson: 'threads', part: 'cause', broken: run });

it('is read again as it was written', () => {
  const read = readTraceFile(text);
  if (!read.ok) throw new Error(read.error);
  const { broken, ...about } = read.value;
  expect(about).toEqual({ lesson: 'threads', part: 'cause' });
  expect(broken?.trace.batch()).toEqual(trace.batch());
  expect({ ...broken, trace: null }).toEqual({ ...run, trace: null });
});

it('is JSON with a line for each event, and says what the words of events are', () => {
  expect(JSON.parse(text)).toMatchObject({
    kind: 'faultline trace',
    format: 1,
    words: ['track', 'open', 'close', 'mark', 'gauge', 'tally', 'state', 'link', 'print'],
  });
  expect(text.split('\n').filter((line) => /^\[[-\d,]+\],?$/.test(line))).toHaveLength(trace.count);
});

it('is no other file', () => {
  for (const other of [
    '',
    'null',
    '{}',
    text.replace('"format":1', '"format":2'),
    text.replace(/^\[0,/m, '["0",'),
  ]) {
    expect(readTraceFile(other)).toEqual({ ok: false, error: 'no trace' });
  }
});

it('is refused where its events contradict one another', () => {
  const reversed = text.replace(/^\[1,.*$/m, '[1,0,1,77,-1,0,0,0],');
  expect(readTraceFile(reversed)).toEqual({ ok: false, error: 'contradictory' });
});
