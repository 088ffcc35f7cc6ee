/** One run as the page holds it: delivered in order, ended once, never believed beyond its caps. */
import { expect, test } from 'vitest';
import { RECORD_INTS } from '../../trace/vocabulary.ts';
import type { RunRequest, WorkerOrder } from '../protocol.ts';
import type { Question, Scheduled, SearchReport } from '../schedule.ts';
import { ActiveRun } from './active-run.ts';
import type { WorkerLink } from './runner-frame.ts';
import type { RunEnd } from './runtime.ts';

const request: RunRequest = {
  program: { files: { 'main.py': '' }, entry: 'main.py' },
  probes: [],
  packages: [],
  pace: 'fast',
  limits: { events: 100, outputChars: 100 },
  schedule: null,
  search: null,
};

const batch = (events: number, strings: string[] = []) => ({
  kind: 'batch',
  records: new Int32Array(events * RECORD_INTS),
  strings,
});
const ended = { kind: 'ended', ending: { kind: 'finished' }, time: 5, wall: 7 };

const exitedWith = (status: number) => ({ ...ended, ending: { kind: 'exited', status, message: '' } });
const stuckOn = (waits: unknown[]) => ({ ...ended, ending: { kind: 'stuck', waits } });
const raisedAt = (line: number) => {
  const frames = [{ file: 'main.py', line, function: 'f', source: '', own: true }];
  const error = { type: 'E', message: '', frames, inner: [], traceback: '' };
  return { ...ended, ending: { kind: 'raised', error } };
};

const scheduleOf = (kind: 'realistic' | 'manual'): RunRequest['schedule'] => ({
  model: 'cpython314',
  strategy: kind === 'manual' ? { kind, decisions: [] } : { kind },
  check: null,
});
const searching: RunRequest = {
  ...request,
  schedule: scheduleOf('realistic'),
  search: { method: 'random', schedules: 10, seed: 0 },
};
const stepped: RunRequest = { ...request, schedule: scheduleOf('manual') };

const report: SearchReport = {
  tried: 3,
  failed: 0,
  cut: 0,
  complete: false,
  pruned: 0,
  unseen: null,
  outcomes: [],
  others: 0,
  smallest: null,
  seconds: 0.2,
  done: false,
};
const searched = (more: Partial<SearchReport> = {}) => ({
  kind: 'searched',
  report: { ...report, ...more },
});
const asked = {
  kind: 'asked',
  question: {
    step: 4,
    current: 0,
    threads: [
      { number: 0, name: 'MainThread', state: 'waiting', place: null, instruction: '', waits: 'lock' },
      { number: 1, name: 'Thread-1', state: 'ready', place: null, instruction: 'NOP', waits: '' },
    ],
  },
};
const scheduled: Scheduled = {
  steps: 9,
  switches: 2,
  preemptions: 1,
  decisions: [[4, 1]],
  strayed: null,
  check: null,
  search: null,
  fallback: null,
};

function stage(of: RunRequest = request) {
  const log: string[] = [];
  const ends: RunEnd[] = [];
  const link: WorkerLink = { number: 0, port: new MessageChannel().port1, parked: false, onLost: null };
  const orders: WorkerOrder[] = [];
  link.port.postMessage = (order: WorkerOrder) => void orders.push(order);
  const listener = {
    started: () => void log.push('started'),
    batch: (records: Int32Array) => void log.push(`batch ${records.length / RECORD_INTS}`),
    searched: ({ tried }: SearchReport) => void log.push(`searched ${tried}`),
    asked: ({ step }: Question) => void log.push(`asked ${step}`),
    ended: (end: RunEnd) => {
      log.push(end.ending.kind);
      ends.push(end);
    },
  };
  const run = new ActiveRun(link, of, [], listener, () => log.push('over'));
  const { port } = link;
  const onMessage = port.onmessage;
  const deliver = (data: unknown): void => void onMessage?.call(port, new MessageEvent('message', { data }));
  return { log, ends, link, orders, run, deliver, listener };
}

test('what the worker says arrives in order, and the end once', () => {
  const { log, ends, deliver } = stage();
  for (const message of [{ kind: 'started' }, batch(2), ended, ended, batch(1)]) deliver(message);
  expect(log).toEqual(['started', 'batch 2', 'finished', 'over']);
  expect(ends[0]).toEqual({ ending: { kind: 'finished' }, time: 5, wall: 7, scheduled: null, faults: [] });
});

test.each([
  ['nonsense', 42],
  ['an ending of no kind', { kind: 'ended', ending: { kind: 'won' }, time: 0, wall: 0 }],
  ['an impossible time', { kind: 'ended', ending: { kind: 'finished' }, time: -1, wall: 0 }],
  ['records that are no records', { kind: 'batch', records: [1, 2], strings: [] }],
  ['a message out of turn', { kind: 'ready', abilities: { python: '', suspends: true } }],
  ['an exit status that no shell sees', exitedWith(Infinity)],
  ['half an exit status', exitedWith(0.5)],
  ['a cap below all numbers', { ...ended, ending: { kind: 'capped', what: 'events', limit: -1e308 } }],
  ['a line beyond all files', raisedAt(1e300)],
  ['a line before the first', raisedAt(0)],
  ['strings that are mostly holes', { ...batch(0), strings: Array(50_000_000) }],
  ['a few holes among the strings', { ...batch(0), strings: Array(5) }],
  ['waits of a million letters each', stuckOn(Array(100).fill('N'.repeat(1_000_000)))],
  ['waits that are holes', stuckOn(Array(1_000))],
  [
    'too many waits',
    { kind: 'ended', ending: { kind: 'stuck', waits: Array(1001).fill('') }, time: 0, wall: 0 },
  ],
])('%s ends the run as a report that does not hold', (_name, message) => {
  const { ends, deliver } = stage();
  deliver(message);
  expect(ends.map(({ ending }) => ending)).toMatchObject([{ kind: 'crashed', cause: 'report' }]);
});

test('a second start is out of turn', () => {
  const { log, deliver } = stage();
  deliver({ kind: 'started' });
  deliver({ kind: 'started' });
  expect(log).toEqual(['started', 'crashed', 'over']);
});

test('events far beyond the cap end the run, batches without events too', () => {
  const many = stage();
  many.deliver(batch(20_000));
  expect(many.ends[0]?.ending).toEqual({ kind: 'capped', what: 'events', limit: 10_400 });
  const empty = stage();
  for (let count = 0; count < 20_000 && empty.ends.length === 0; count++) empty.deliver(batch(0));
  expect(empty.ends[0]?.ending.kind).toBe('capped');
});

test('text far beyond the cap ends the run, and is called text', () => {
  const { ends, deliver } = stage();
  for (let count = 0; count < 10 && ends.length === 0; count++) deliver(batch(1, ['x'.repeat(900_000)]));
  expect(ends[0]?.ending).toMatchObject({ kind: 'capped', what: 'text' });
});

test('a run ended from outside stands at the last time it reported', () => {
  const { ends, run, deliver } = stage();
  deliver({ kind: 'started' });
  const records = new Int32Array(RECORD_INTS);
  records[2] = 1234;
  deliver({ kind: 'batch', records, strings: [] });
  run.end({ kind: 'stopped' });
  expect(ends[0]?.time).toBe(1234);
});

test('a worker that dies takes its run with it', () => {
  const { ends, link } = stage();
  link.onLost?.('memory');
  expect(ends[0]?.ending).toEqual({ kind: 'crashed', cause: 'interpreter', reason: 'memory' });
});

test('a search says how far it has come, and in the end what it found', () => {
  const { log, ends, deliver } = stage(searching);
  deliver({ kind: 'started' });
  deliver(searched());
  deliver(searched({ tried: 10, done: true }));
  const found = { ...scheduled, search: { ...report, tried: 10, done: true } };
  deliver({ ...ended, scheduled: found });
  expect(log).toEqual(['started', 'searched 3', 'searched 10', 'finished', 'over']);
  expect(ends[0]?.scheduled).toEqual(found);
});

test('reports of a search that nobody asked for, before it began or after its last are out of turn', () => {
  const before = stage(searching);
  before.deliver(searched());
  const other = stage();
  for (const message of [{ kind: 'started' }, searched()]) other.deliver(message);
  const after = stage(searching);
  for (const message of [{ kind: 'started' }, searched({ done: true }), searched()]) after.deliver(message);
  for (const { ends } of [before, other, after]) {
    expect(ends[0]?.ending).toMatchObject({ kind: 'crashed', cause: 'report' });
  }
});

test('reports of a search are held to a size and to a number', () => {
  const big = stage(searching);
  big.deliver({ kind: 'started' });
  const decisions = Array.from({ length: 200_000 }, (): [number, number] => [0, 0]);
  const outcome = { kind: 'passed', words: '', count: 1, preemptions: 0, decisions } as const;
  big.deliver(searched({ outcomes: [outcome, outcome, outcome] }));
  expect(big.ends[0]?.ending).toMatchObject({ kind: 'crashed', cause: 'report' });
  const many = stage(searching);
  many.deliver({ kind: 'started' });
  for (let count = 0; count < 20_000 && many.ends.length === 0; count++) many.deliver(searched());
  expect(many.ends[0]?.ending.kind).toBe('capped');
});

test('a question is answered once, and only with a thread that can go on', () => {
  const { log, orders, run, deliver } = stage(stepped);
  const choose = (thread: number) => run.choose({ thread, stride: 'line' });
  choose(1);
  deliver({ kind: 'started' });
  deliver(asked);
  choose(0);
  choose(7);
  choose(1);
  choose(1);
  expect(orders.slice(1)).toEqual([{ kind: 'choose', choice: { thread: 1, stride: 'line' } }]);
  deliver(asked);
  expect(log).toEqual(['started', 'asked 4', 'asked 4']);
});

test('questions of a run that is not stepped, and a second one before the answer, are out of turn', () => {
  const other = stage(searching);
  const eager = stage(stepped);
  for (const message of [{ kind: 'started' }, asked]) other.deliver(message);
  for (const message of [{ kind: 'started' }, asked, asked]) eager.deliver(message);
  for (const { ends } of [other, eager]) {
    expect(ends[0]?.ending).toMatchObject({ kind: 'crashed', cause: 'report' });
  }
});

test.each([
  ['a schedule', request, scheduled],
  ['a search', stepped, { ...scheduled, search: report }],
])('an end that tells of %s that the run did not have does not hold', (_name, of, reported) => {
  const { ends, deliver } = stage(of);
  deliver({ ...ended, scheduled: reported });
  expect(ends[0]?.ending).toMatchObject({ kind: 'crashed', cause: 'report' });
});

/** A run whose listener takes longer over each portion than a slice may last. */
function slowStage() {
  const staged = stage({ ...request, limits: { events: 50_000, outputChars: 100 } });
  const { batch: take } = staged.listener;
  staged.listener.batch = (records) => {
    const until = performance.now() + 10;
    while (performance.now() < until);
    take(records);
  };
  return staged;
}

const FLOOD = 10 * 1_024;

test('a flood is delivered in order, a slice at a time, and the end after all of it', async () => {
  const { log, deliver } = slowStage();
  deliver({ kind: 'started' });
  deliver(batch(FLOOD));
  deliver(batch(1));
  deliver(ended);
  const first = log.length;
  expect(log.at(-1)).toBe('batch 1024');
  expect(first).toBeLessThan(4);
  while (!log.includes('over')) await new Promise((resolve) => setTimeout(resolve));
  expect(log).toEqual(['started', ...Array(10).fill('batch 1024'), 'batch 1', 'finished', 'over']);
});

test('what was reported and not delivered yet is left out when a run is cut short', async () => {
  const { log, ends, run, deliver } = slowStage();
  deliver({ kind: 'started' });
  const { records, ...rest } = batch(FLOOD);
  for (let event = 0; event < FLOOD; event += 1) records[event * RECORD_INTS + 2] = event;
  deliver({ ...rest, records });
  deliver({ ...ended, time: FLOOD });
  expect(run.isOver).toBe(true);
  expect(ends).toEqual([]);
  run.cutShort();
  run.cutShort();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(log.slice(-2)).toEqual(['finished', 'over']);
  expect(log.length).toBeLessThan(6);
  expect(ends).toMatchObject([{ ending: { kind: 'finished' }, time: (log.length - 3) * 1_024 - 1 }]);
});

test('caps are counted when it comes, not when it is delivered', () => {
  const { run, deliver } = slowStage();
  deliver({ kind: 'started' });
  for (let count = 0; count < 100 && !run.isOver; count += 1) deliver(batch(FLOOD));
  expect(run.isOver).toBe(true);
});
