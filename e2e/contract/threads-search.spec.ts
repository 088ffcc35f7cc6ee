/** The exhaustive search finds what an independent enumeration finds, and says complete only when it is. */
import { expect } from '@playwright/test';
import { test } from '../harness.ts';
import { lock, outcomesOf, read, unlock, write, type Memory, type Step } from './interleavings.ts';
import { searchOptions, exhaust, distinctOutcomes, twoThreads } from './threads.ts';

const MANY = 99;

interface ModelledProgram {
  readonly text: string;
  /** an expression over the program's globals that names all that can differ */
  readonly check: string;
  readonly threads: readonly (readonly Step[])[];
  readonly initial?: Memory;
  readonly outcome: (shared: Memory) => string;
}

const increment = [read('n'), write('n', 1)];
const skipUnless =
  (name: string, least: number, to: number): Step =>
  (_shared, own) =>
    (own[name] ?? 0) >= least ? undefined : to;

/** Programs, and the same as abstract threads. */
const MODELLED_PROGRAMS: Readonly<Record<string, ModelledProgram>> = {
  'a counter, two threads': {
    text: twoThreads('n = 0\ndef one():\n    global n\n    n += 1'),
    check: 'n == 2',
    threads: [increment, increment],
    outcome: ({ n }) => `n = ${n}`,
  },
  'a counter, three threads': {
    text: twoThreads('n = 0\ndef one():\n    global n\n    n += 1').replace(
      '(target=one)]',
      '(target=one)] + [threading.Thread(target=one)]',
    ),
    check: 'n == 3',
    threads: [increment, increment, increment],
    outcome: ({ n }) => `n = ${n}`,
  },
  'a counter, two threads, twice each': {
    text: twoThreads('n = 0\ndef one():\n    global n\n    for _ in range(2): n += 1'),
    check: 'n == 4',
    threads: [
      [...increment, ...increment],
      [...increment, ...increment],
    ],
    outcome: ({ n }) => `n = ${n}`,
  },
  'two locks in opposite order': {
    text: twoThreads(
      'a, b, n = threading.Lock(), threading.Lock(), 0\ndef one():\n    with a:\n        with b: pass\ndef two():\n    with b:\n        with a: pass',
      'two',
    ),
    check: 'n == 0',
    threads: [
      [lock('a'), lock('b'), unlock('b'), unlock('a')],
      [lock('b'), lock('a'), unlock('a'), unlock('b')],
    ],
    outcome: () => 'n = 0',
  },
  'a check and then an act': {
    text: twoThreads(
      'stock, sold = 1, 0\ndef one():\n    global stock, sold\n    if stock > 0:\n        stock -= 1\n        sold += 1',
    ),
    check: '(stock, sold) == (0, 1)',
    threads: Array.from({ length: 2 }, () => [
      read('stock'),
      skipUnless('stock', 1, 6),
      read('stock'),
      write('stock', -1),
      read('sold'),
      write('sold', 1),
    ]),
    initial: { stock: 1, sold: 0 },
    outcome: ({ stock, sold }) => `stock = ${stock}, sold = ${sold}`,
  },
  'get and set of a dictionary': {
    text: twoThreads("d = {}\ndef one(): d['n'] = d.get('n', 0) + 1"),
    check: "d['n'] == 2",
    threads: [increment, increment],
    outcome: ({ n }) => `d['n'] = ${n}`,
  },
  'a counter behind a lock': {
    text: twoThreads('lock, n = threading.Lock(), 0\ndef one():\n    global n\n    with lock: n += 1'),
    check: 'n == 2',
    threads: Array.from({ length: 2 }, () => [lock('l'), ...increment, unlock('l')]),
    outcome: ({ n }) => `n = ${n}`,
  },
  'a counter behind a lock for one thread only': {
    text: twoThreads(
      'lock, n = threading.Lock(), 0\ndef one():\n    global n\n    with lock: n += 1\ndef two():\n    global n\n    n += 1',
      'two',
    ),
    check: 'n == 2',
    threads: [[lock('l'), ...increment, unlock('l')], increment],
    outcome: ({ n }) => `n = ${n}`,
  },
};

for (const [name, { text, check, threads, initial = {}, outcome }] of Object.entries(MODELLED_PROGRAMS)) {
  test(`${name}: the outcomes of an independent enumeration, bound by bound`, async ({ harness }) => {
    const compare = async (bound: number | null): Promise<void> => {
      const report = await exhaust(harness, text, check, bound);
      const expected = outcomesOf(threads, { n: 0, ...initial }, outcome, bound ?? MANY);
      expect(distinctOutcomes(report), `at most ${bound} preemptions`).toEqual(expected);
      expect(report.complete).toBe(true);
    };
    await Promise.all([0, 1, null].map(compare));
  });
}

test('a right program fails in none of the schedules, a wrong one with the fewest preemptions', async ({
  harness,
}) => {
  const { text: right, check } = pick('a counter behind a lock');
  expect(await exhaust(harness, right, check, null)).toMatchObject({
    failed: 0,
    smallest: null,
    complete: true,
  });

  const { text: wrong, check: holds } = pick('two locks in opposite order');
  const { smallest, failed } = await exhaust(harness, wrong, holds, 2);
  expect(failed).toBeGreaterThan(0);
  expect(smallest).toMatchObject({
    reproduced: 10,
    replays: 10,
    outcome: { preemptions: 1, kind: 'failed' },
  });
  expect(smallest?.outcome.words).toMatch(
    /^deadlock: .* waits for lock `b`, held by .*; .* waits for lock `a`, held by /,
  );

  // The same schedule fails in the same way when it is run by itself.
  const decisions = smallest?.outcome.decisions ?? [];
  const run = await harness.run(wrong, {
    probes: ['threads'],
    schedule: { model: 'before310', strategy: { kind: 'replay', decisions }, check: holds },
  });
  expect(run.scheduled).toMatchObject({ strayed: null, preemptions: 1 });
  expect(run.end.ending).toMatchObject({ kind: 'stuck' });
  const cycle = run.end.ending.kind === 'stuck' ? run.end.ending.cycle : [];
  expect(`deadlock: ${cycle.join('; ')}`).toBe(smallest?.outcome.words);
});

test('under CPython 3.14 the published increment cannot be interrupted, with a call it can', async ({
  harness,
}) => {
  const { text, check } = pick('a counter, two threads, twice each');
  const whole = await exhaust(harness, text, check, null, 'cpython314');
  expect(whole).toMatchObject({ failed: 0, complete: true });
  const called = await exhaust(harness, text.replace('n += 1', 'n = n + int(1)'), check, null, 'cpython314');
  expect(distinctOutcomes(called)).toEqual(['n = 2', 'n = 3', 'n = 4']);
});

test('a loop that waits does not trap the search', async ({ harness }) => {
  const spin = twoThreads(
    'flag = False\nseen = 0\ndef one():\n    global seen\n    while not flag: pass\n    seen = 1\ndef two():\n    global flag\n    flag = True',
    'two',
  );
  expect(await exhaust(harness, spin, 'seen == 1', 2)).toMatchObject({ failed: 0, cut: 0, complete: true });
  const unheard = spin.replace('flag = True', 'pass');
  const report = await exhaust(harness, unheard, 'seen == 1', 0, 'before310', 3);
  expect(report).toMatchObject({ complete: false });
  expect(report.cut).toBeGreaterThan(0);
});

test('what was cut short is not complete', async ({ harness }) => {
  const { text, check } = pick('a counter, three threads');
  const report = await exhaust(harness, text, check, null, 'before310', 20);
  expect(report).toMatchObject({ tried: 20, complete: false, done: true });
  const { report: chance } = await harness.search(
    text,
    { method: 'random', schedules: 30 },
    searchOptions(check),
  );
  expect(chance).toMatchObject({ tried: 30, complete: false });
});

test('a failure in any thread, an error in the main thread, an exit: each is an outcome', async ({
  harness,
}) => {
  const popped = await exhaust(harness, twoThreads('l = [1]\ndef one(): l.pop()'), 'True', null);
  expect(distinctOutcomes(popped)).toEqual([
    'IndexError: pop from empty list in Thread-1 (one)',
    'IndexError: pop from empty list in Thread-2 (one)',
  ]);
  const asserted = `${twoThreads('n = 0\ndef one():\n    global n\n    n += 1')}assert n == 2, n\n`;
  expect(distinctOutcomes(await exhaust(harness, asserted, 'True', null))).toEqual([
    'AssertionError: 1',
    'the check is True',
  ]);
  const waiting =
    'import threading, queue\nq = queue.Queue()\nthreading.Thread(target=q.get).start()\nassert False, "seen"\n';
  expect(distinctOutcomes(await exhaust(harness, waiting, 'True', null))).toEqual(['AssertionError: seen']);
});

test('a beat that comes while a failure is put into words ends nothing', async ({ harness }) => {
  const slowly =
    'import threading, queue\nq = queue.Queue()\nthreading.Thread(target=q.get).start()\nclass Slow(Exception):\n    def __str__(self):\n        for _ in range(100_000): pass\n        return "told"\nraise Slow\n';
  const report = await exhaust(harness, slowly, 'True', null);
  expect(distinctOutcomes(report)).toEqual(['Slow: told']);
  expect(report).toMatchObject({ complete: true, done: true });
});

function pick(name: string): ModelledProgram {
  const program = MODELLED_PROGRAMS[name];
  if (program === undefined) throw new Error(`there is no "${name}"`);
  return program;
}
