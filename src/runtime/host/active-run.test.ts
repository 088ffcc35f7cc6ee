/** One run as the page holds it: told in order, ended once, never believed beyond its caps. */
import { expect, test } from 'vitest';
import { RECORD_INTS } from '../../trace/vocabulary.ts';
import type { RunRequest } from '../protocol.ts';
import { ActiveRun } from './active-run.ts';
import type { WorkerLink } from './runner-frame.ts';
import type { RunEnd } from './runtime.ts';

const request: RunRequest = {
  program: { files: { 'main.py': '' }, entry: 'main.py' },
  probes: [],
  pace: 'fast',
  limits: { events: 100, outputChars: 100 },
};

const batch = (events: number, strings: string[] = []) => ({
  kind: 'batch',
  records: new Int32Array(events * RECORD_INTS),
  strings,
});
const ended = { kind: 'ended', ending: { kind: 'finished' }, time: 5, wall: 7 };

function stage() {
  const log: string[] = [];
  const ends: RunEnd[] = [];
  const link: WorkerLink = { number: 0, port: new MessageChannel().port1, onLost: null };
  const listener = {
    started: () => void log.push('started'),
    batch: (records: Int32Array) => void log.push(`batch ${records.length / RECORD_INTS}`),
    ended: (end: RunEnd) => {
      log.push(end.ending.kind);
      ends.push(end);
    },
  };
  const run = new ActiveRun(link, request, listener, () => log.push('over'));
  const { port } = link;
  const heard = port.onmessage;
  const say = (data: unknown): void => void heard?.call(port, new MessageEvent('message', { data }));
  return { log, ends, link, run, say };
}

test('what the worker says arrives in order, and the end once', () => {
  const { log, ends, say } = stage();
  for (const message of [{ kind: 'started' }, batch(2), ended, ended, batch(1)]) say(message);
  expect(log).toEqual(['started', 'batch 2', 'finished', 'over']);
  expect(ends[0]).toEqual({ ending: { kind: 'finished' }, time: 5, wall: 7 });
});

test.each([
  ['nonsense', 42],
  ['an ending of no kind', { kind: 'ended', ending: { kind: 'won' }, time: 0, wall: 0 }],
  ['an impossible time', { kind: 'ended', ending: { kind: 'finished' }, time: -1, wall: 0 }],
  ['records that are no records', { kind: 'batch', records: [1, 2], strings: [] }],
  ['a message out of turn', { kind: 'ready', abilities: { python: '', suspends: true } }],
  [
    'too many waits',
    { kind: 'ended', ending: { kind: 'stuck', waits: Array(1001).fill('') }, time: 0, wall: 0 },
  ],
])('%s ends the run as a report that does not hold', (_name, message) => {
  const { ends, say } = stage();
  say(message);
  expect(ends.map(({ ending }) => ending)).toMatchObject([{ kind: 'crashed', cause: 'report' }]);
});

test('a second start is out of turn', () => {
  const { log, say } = stage();
  say({ kind: 'started' });
  say({ kind: 'started' });
  expect(log).toEqual(['started', 'crashed', 'over']);
});

test('events far beyond the cap end the run, batches without events too', () => {
  const many = stage();
  many.say(batch(20_000));
  expect(many.ends[0]?.ending).toEqual({ kind: 'capped', what: 'events', limit: 100 });
  const empty = stage();
  for (let count = 0; count < 20_000 && empty.ends.length === 0; count++) empty.say(batch(0));
  expect(empty.ends[0]?.ending.kind).toBe('capped');
});

test('text far beyond the cap ends the run, and is called text', () => {
  const { ends, say } = stage();
  for (let count = 0; count < 10 && ends.length === 0; count++) say(batch(1, ['x'.repeat(900_000)]));
  expect(ends[0]?.ending).toMatchObject({ kind: 'capped', what: 'text' });
});

test('a run ended from outside stands at the last time it reported', () => {
  const { ends, run, say } = stage();
  say({ kind: 'started' });
  const records = new Int32Array(RECORD_INTS);
  records[2] = 1234;
  say({ kind: 'batch', records, strings: [] });
  run.end({ kind: 'stopped' });
  expect(ends[0]?.time).toBe(1234);
});

test('a worker that dies takes its run with it', () => {
  const { ends, link } = stage();
  link.onLost?.('memory');
  expect(ends[0]?.ending).toEqual({ kind: 'crashed', cause: 'interpreter', reason: 'memory' });
});
