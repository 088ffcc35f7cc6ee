/** Where each model lets a thread be switched out, and what each strategy makes of it. */
import { expect } from '@playwright/test';
import { test } from '../harness.ts';
import { program, random, sentences, twoThreads, words } from './threads.ts';

const PUBLISHED = program('counter.py');
const CALLS = PUBLISHED.replace('counter += 1', 'counter = counter + int(1)');
const CHECK = 'counter == 10_000';

test('the published counter is right under CPython 3.14, whatever the seed', async ({ harness }) => {
  const plan = { method: 'random', schedules: 25 } as const;
  const { report } = await harness.search(PUBLISHED, plan, {
    schedule: { ...random('cpython314', 0), check: CHECK },
  });
  expect(report).toMatchObject({ tried: 25, failed: 0, cut: 0, complete: false, smallest: null });
  expect(words(report)).toEqual(['counter = 10000']);
});

for (const [name, model, text] of [
  ['a call in the expression', 'cpython314', CALLS],
  ['the published counter', 'before310', PUBLISHED],
  ['the published counter', 'free-threaded', PUBLISHED],
] as const) {
  test(`${name} loses updates under ${model}, whatever the seed`, async ({ harness }) => {
    const { stdout, scheduled } = await harness.run(text, {
      probes: [],
      schedule: { ...random(model, 7), check: CHECK },
    });
    expect(Number(stdout)).toBeLessThan(10_000);
    expect(Number(stdout)).toBeGreaterThan(0);
    expect(scheduled?.check).toEqual({ holds: false, words: `counter = ${Number(stdout)}` });
    const shorter = text.replace('range(1000)', 'range(50)');
    const { report } = await harness.search(
      shorter,
      { method: 'random', schedules: 15 },
      {
        schedule: { ...random(model, 0), check: 'counter == 500' },
      },
    );
    expect(report).toMatchObject({ tried: 15, failed: 15 });
  });
}

test('only the free-threaded model says that there is no GIL', async ({ harness }) => {
  const ask =
    'import sys, sysconfig\nprint(sys._is_gil_enabled(), sysconfig.get_config_var("Py_GIL_DISABLED"))';
  const printed = [];
  for (const model of ['cpython314', 'free-threaded'] as const) {
    printed.push((await harness.run(ask, { schedule: random(model, 0) })).stdout);
  }
  expect(printed).toEqual(['True 0\n', 'False 1\n']);
});

test('the realistic strategy switches at the switch interval, which the program may set', async ({
  harness,
}) => {
  const spin = [
    'import sys, threading',
    'sys.setswitchinterval(INTERVAL)',
    'out = []',
    'def work(name):',
    '    for n in range(2000): out.append(name)',
    'threads = [threading.Thread(target=work, args=(name,)) for name in "ab"]',
    'for thread in threads: thread.start()',
    'for thread in threads: thread.join()',
    'print(sys.getswitchinterval(), sum(one != other for one, other in zip(out, out[1:])))',
  ].join('\n');
  const changes = [];
  for (const interval of ['0.005', '0.0001', '0.00001']) {
    const { stdout, end } = await harness.run(spin.replace('INTERVAL', interval), {
      schedule: { model: 'cpython314', strategy: { kind: 'realistic' } },
    });
    expect(end.ending).toEqual({ kind: 'finished' });
    const [reported, count] = stdout.split(' ').map(Number);
    expect(reported).toBeCloseTo(Number(interval), 9);
    changes.push(count ?? 0);
  }
  const [usual = 0, short = 0, shortest = 0] = changes;
  // 2000 rounds of two points of 250 ns are some 1 ms: less than the usual interval.
  expect(usual).toBe(1);
  expect(short).toBeGreaterThan(5);
  expect(shortest).toBeGreaterThan(50);
});

test('round robin gives every thread its points in turn', async ({ harness }) => {
  const turns = [
    'import threading',
    'out = []',
    'def work(name):',
    '    for n in range(30): out.append(name)',
    'threads = [threading.Thread(target=work, args=(name,)) for name in "abc"]',
    'for thread in threads: thread.start()',
    'for thread in threads: thread.join()',
    'print("".join(out))',
  ].join('\n');
  const { stdout, scheduled } = await harness.run(turns, {
    schedule: { model: 'before310', strategy: { kind: 'round-robin', every: 9 } },
  });
  // No thread gets two turns before the others have had theirs, as long as all run.
  const runs = stdout.match(/(.)\1*/g) ?? [];
  expect(
    runs
      .slice(3, 12)
      .map((run) => run[0])
      .join(''),
  ).toMatch(/^(abc){3}$|^(bca){3}$|^(cab){3}$/);
  expect(scheduled?.preemptions).toBeGreaterThan(20);
});

test('PCT finds the bug of depth 2 more often than chance, and says the same each time', async ({
  harness,
}) => {
  const once = twoThreads('counter = 0\ndef one():\n    global counter\n    counter += 1');
  const found = async (plan: Parameters<typeof harness.search>[1]): Promise<number> => {
    const { report } = await harness.search(once, plan, {
      schedule: { model: 'before310', strategy: { kind: 'realistic' }, check: 'counter == 2' },
    });
    expect(report).toMatchObject({ tried: 200, complete: false });
    expect(report?.smallest).toMatchObject({
      reproduced: 10,
      outcome: { preemptions: 1, words: 'counter = 1' },
    });
    return report?.failed ?? 0;
  };
  const pct = await found({ method: 'pct', schedules: 200, depth: 3 });
  expect(pct).toBeGreaterThan(await found({ method: 'random', schedules: 200 }));
  expect(pct).toBe(await found({ method: 'pct', schedules: 200, depth: 3 }));
});

test('by hand: two threads that take turns at each instruction lose an update', async ({ harness }) => {
  const once = `${twoThreads('counter = 0\ndef one():\n    global counter\n    counter += 1')}print(counter)`;
  // The main thread until both have been started, then one after the other, to the end of both.
  const turns = [...Array<number>(8).fill(0), 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 2];
  const { stdout, end, questions, scheduled } = await harness.run(once, {
    probes: ['threads'],
    schedule: { model: 'before310', strategy: { kind: 'manual' } },
    choices: turns.map((thread) => ({ thread, stride: 'instruction' })),
  });
  expect(end.ending).toEqual({ kind: 'finished' });
  expect(stdout).toBe('1\n');
  expect(questions).toHaveLength(turns.length);
  const asked = questions[8]?.threads.map(({ name, state, instruction, waits }) => [
    name,
    state,
    instruction,
    waits,
  ]);
  expect(asked).toEqual([
    ['MainThread', 'waiting', 'CALL', 'Thread.start of `threads[1]`'],
    ['Thread-1 (one)', 'ready', 'LOAD_GLOBAL counter', ''],
    ['Thread-2 (one)', 'ready', '', ''],
  ]);
  expect(questions[15]?.threads[2]).toMatchObject({
    instruction: 'BINARY_OP +=',
    place: { file: 'main.py', line: 5 },
  });

  const again = await harness.run(once, {
    probes: ['threads'],
    schedule: { model: 'before310', strategy: { kind: 'replay', decisions: scheduled?.decisions ?? [] } },
  });
  expect(again.stdout).toBe('1\n');
  expect(again.scheduled).toMatchObject({ strayed: null, decisions: scheduled?.decisions });
});

test('the words of a lost update come from the trace', async ({ harness }) => {
  const once = twoThreads('counter = 0\ndef one():\n    global counter\n    counter += 1');
  const { report } = await harness.search(
    once,
    { method: 'exhaustive', bound: 1, schedules: 100 },
    {
      schedule: { model: 'before310', strategy: { kind: 'realistic' }, check: 'counter == 2' },
    },
  );
  const decisions = report?.smallest?.outcome.decisions ?? [];
  const replayed = await harness.run(once, {
    probes: ['threads'],
    schedule: { model: 'before310', strategy: { kind: 'replay', decisions }, check: 'counter == 2' },
  });
  expect(replayed.scheduled).toMatchObject({
    strayed: null,
    decisions,
    preemptions: 1,
    check: { holds: false },
  });
  expect(sentences(replayed)).toEqual([
    'Thread-1 (one) read 0 and was switched out; Thread-2 (one) wrote 1; Thread-1 (one) wrote 1 again.',
  ]);
});
