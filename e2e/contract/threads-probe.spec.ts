/** What the threads probe reports: lanes, waits, locks, values, and the classic mistakes in words. */
import { expect } from '@playwright/test';
import type { HarnessRun } from '../../src/harness/harness.ts';
import type { TraceEvent } from '../../src/trace/vocabulary.ts';
import { test, type HarnessPage } from '../harness.ts';
import { random, sentences, twoThreads } from './threads.ts';

/** The run of the first schedule with at most one preemption after which the check does not hold. */
async function failing(harness: HarnessPage, text: string, check: string): Promise<HarnessRun> {
  const { report } = await harness.search(
    text,
    { method: 'exhaustive', bound: 1, schedules: 999 },
    {
      schedule: { ...random('before310', 0), check },
    },
  );
  const decisions = report?.smallest?.outcome.decisions;
  if (decisions === undefined) throw new Error('no schedule fails');
  return harness.run(text, {
    probes: ['threads'],
    schedule: { model: 'before310', strategy: { kind: 'replay', decisions } },
  });
}

/** The path of each track: labels from its root, e.g. `shared/counter`. */
function paths(events: readonly TraceEvent[]): Map<number, string> {
  const found = new Map<number, string>();
  for (const event of events) {
    if (event.word !== 'track') continue;
    const parent = event.parent === null ? undefined : found.get(event.parent);
    found.set(event.track, parent === undefined ? event.label : `${parent}/${event.label}`);
  }
  return found;
}

/** What is reported on one track, in a few words each. */
function reportedOn({ events }: HarnessRun, path: string): string[] {
  const all = paths(events);
  return events.flatMap((event) => {
    if (all.get(event.track) !== path) return [];
    if (event.word === 'gauge') return [`${event.value}`];
    if (event.word === 'mark') return [event.name];
    if (event.word === 'state') return [[event.state, event.detail].filter(Boolean).join(' ')];
    return event.word === 'open' || event.word === 'close' ? [event.word] : [];
  });
}

const MISTAKES: Readonly<Record<string, readonly [text: string, check: string, sentence: string]>> = {
  'a lost update': [
    twoThreads('class A: pass\na = A()\na.balance = 40\ndef one(): a.balance += 1'),
    'a.balance == 42',
    'Thread-1 (one) read 40 and was switched out; Thread-2 (one) wrote 41; Thread-1 (one) wrote 41 again.',
  ],
  'a lost update of an item': [
    twoThreads("d = {'n': 0}\ndef one(): d['n'] = d['n'] + 1"),
    "d['n'] == 2",
    'Thread-1 (one) read 0 and was switched out; Thread-2 (one) wrote 1; Thread-1 (one) wrote 1 again.',
  ],
  'a stale check': [
    twoThreads(
      "stock = {'apples': 1}\ndef one():\n    if stock['apples'] > 0:\n        stock['apples'] -= 1",
    ),
    "stock['apples'] == 0",
    "Thread-1 (one) looked at stock['apples'] and saw 1; Thread-2 (one) wrote 0; Thread-1 (one) went on as if nothing had changed.",
  ],
  'a half-done update': [
    twoThreads(
      'left = right = 0\nseen = None\ndef one():\n    global left, right\n    left = 1\n    right = 1\ndef two():\n    global seen\n    seen = (left, right)',
      'two',
    ),
    'seen[0] == seen[1]',
    'Thread-1 (one) wrote left = 1; Thread-2 (two) read it and right = 0; only then Thread-1 (one) wrote right = 1.',
  ],
};

for (const [name, [text, check, sentence]] of Object.entries(MISTAKES)) {
  test(`${name} is reported in a sentence`, async ({ harness }) => {
    expect(sentences(await failing(harness, text, check))).toEqual([sentence]);
  });
}

test('nothing is reported of code that is right', async ({ harness }) => {
  const right = twoThreads(
    'lock, n, x = threading.Lock(), 0, None\ndef one():\n    global n, x\n    for _ in range(20):\n        with lock:\n            if n < 99: n += 1\n            x = n',
  );
  const run = await harness.run(right, { probes: ['threads'], schedule: random('before310', 3, 0.3) });
  expect(run.end.ending).toEqual({ kind: 'finished' });
  expect(run.scheduled?.preemptions).toBeGreaterThan(10);
  expect(sentences(run)).toEqual([]);
  expect(run.counters).not.toHaveProperty('lost updates');
});

test('lanes, locks and values of one schedule, in their order', async ({ harness, suspends }) => {
  const text = twoThreads(
    'lock, n = threading.Lock(), 0\ndef one():\n    global n\n    with lock:\n        n += 1',
  );
  const run = await harness.run(text, {
    probes: ['threads'],
    // In which the second waits for the lock: rewritten code has a point for each statement, not for each instruction.
    schedule: suspends
      ? { model: 'before310', strategy: { kind: 'round-robin', every: 4 } }
      : random('before310', 1, 0.4),
  });
  expect(reportedOn(run, 'shared/n')).toEqual(['0', '1', '2']);
  const held = reportedOn(run, 'locks/lock').filter((state) => /held|free/.test(state));
  expect(held).toEqual(['held Thread-1 (one)', 'free', 'held Thread-2 (one)', 'free']);
  const second = reportedOn(run, 'threads/Thread-2 (one)');
  expect(second.slice(0, 2)).toEqual(['open', 'ready started']);
  expect(second).toContain('waiting lock `lock`, held by Thread-1 (one)');
  expect(second.filter((one) => / n = /.test(one))).toEqual(['read n = 1', 'wrote n = 2']);
  expect(second.at(-1)).toBe('close');
  expect(reportedOn(run, 'threads/MainThread').join('\n')).toMatch(/^waiting Thread-[12] \(one\) to end$/m);
  const times = run.events.map(({ time }) => time);
  expect(times.every((time, index) => index === 0 || time > (times[index - 1] ?? 0))).toBe(true);
});

test('a probe calls nothing of the program and keeps nothing of it', async ({ harness }) => {
  const touchy = twoThreads(
    [
      'calls = []',
      'class Touchy:',
      '    n = 0',
      '    def __repr__(self): calls.append("repr"); return "touchy"',
      '    def __eq__(self, other): calls.append("eq"); return True',
      '    def __hash__(self): calls.append("hash"); return 1',
      '    def __bool__(self): calls.append("bool"); return True',
      '    def __len__(self): calls.append("len"); return 0',
      '    __class__ = property(lambda self: calls.append("class") or Touchy)',
      '    def __getattribute__(self, name): calls.append(name); return object.__getattribute__(self, name)',
      '    def __del__(self): calls.append("del")',
      'shared = None',
      'def one():',
      '    global shared',
      '    shared = Touchy()',
      '    shared.n = 1',
      '    local = {"it": shared}',
      '    local["it"].n',
      '    shared = None',
      '    del local',
      '    calls.append("end")',
    ].join('\n'),
  );
  const outputs = [];
  for (const probes of [[], ['threads']]) {
    const { stdout } = await harness.run(`${touchy}print(calls)`, {
      probes,
      schedule: { model: 'before310', strategy: { kind: 'realistic' } },
    });
    outputs.push(stdout);
  }
  const expected = "['n', 'del', 'end', 'n', 'del', 'end']\n";
  expect(outputs).toEqual([expected, expected]);
});

test('a class that computes `__dict__` is left alone, by probes and when names are looked for', async ({
  harness,
}) => {
  const text = twoThreads(
    [
      'class Touchy:',
      '    n = 0',
      '    @property',
      '    def __dict__(self): raise ValueError("asked")',
      'touchy = Touchy()',
      'def one():',
      '    own = touchy',
      '    touchy.n',
      '    touchy.n = 1',
    ].join('\n'),
  );
  const run = await harness.run(`${text}print(touchy.n)`, {
    probes: ['threads'],
    schedule: { model: 'before310', strategy: { kind: 'realistic' } },
  });
  expect(run).toMatchObject({ stdout: '1\n', stderr: '', end: { ending: { kind: 'finished' } } });
});

test('a metaclass is not asked, and a class may say of its module what it likes', async ({ harness }) => {
  const text = twoThreads(
    [
      'calls = []',
      'class Meta(type):',
      '    def __getattribute__(cls, name): calls.append(name); return type.__getattribute__(cls, name)',
      'class Touchy(metaclass=Meta): pass',
      'class Items(list, metaclass=Meta): __module__ = None',
      'touchy, items, shared = Touchy(), Items(), None',
      'def one():',
      '    global shared',
      '    shared = touchy',
      '    items.append(touchy)',
      '    shared = items',
      '    touchy.n = Touchy',
    ].join('\n'),
  );
  const run = await harness.run(`${text}print(calls)`, {
    probes: ['threads'],
    schedule: { model: 'before310', strategy: { kind: 'realistic' } },
  });
  expect(run).toMatchObject({ stdout: '[]\n', end: { ending: { kind: 'finished' } } });
});

test('a check that would exit has failed', async ({ harness }) => {
  const schedule = { model: 'before310', strategy: { kind: 'realistic' }, check: 'exit(3)' } as const;
  const run = await harness.run('n = 1\n', { probes: ['threads'], schedule });
  expect(run).toMatchObject({ end: { ending: { kind: 'finished' } } });
  expect(run.scheduled?.check).toEqual({ holds: false, words: 'the check raised SystemExit: 3' });
});
