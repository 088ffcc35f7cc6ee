/** When nothing can go on, the ending says who waits for what, where, and who goes round in a circle. */
import { expect } from '@playwright/test';
import { test } from '../harness.ts';
import { program } from './threads.ts';

interface Stuck {
  readonly text: string;
  readonly waits: readonly string[];
  readonly cycle?: readonly string[];
}

const CIRCLE = [
  'A waits for lock `b`, held by B (main.py, line 12)',
  'B waits for lock `a`, held by A (main.py, line 19)',
];
const ITSELF = ['MainThread waits for lock `lock`, held by itself (main.py, line 4)'];
const NAMESAKES = [
  'worker #1 waits for lock `accounts[1].lock`, held by worker #2 (main.py, line 17)',
  'worker #2 waits for lock `accounts[0].lock`, held by worker #1 (main.py, line 17)',
];
const FORKS = [0, 1, 2].map(
  (n) => `P${n} waits for lock \`forks[${(n + 1) % 3}]\`, held by P${(n + 1) % 3} (main.py, line 12)`,
);

const PROGRAMS: Readonly<Record<string, Stuck>> = {
  'two locks in opposite order': {
    text: program('deadlock.py'),
    waits: ['MainThread waits for A to end (main.py, line 27)', ...CIRCLE],
    cycle: CIRCLE,
  },
  'a lock that is taken twice': {
    text: 'import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()\n',
    waits: ITSELF,
    cycle: ITSELF,
  },
  'dining philosophers': {
    text: program('philosophers.py'),
    waits: ['MainThread waits for P0 to end', ...FORKS],
    cycle: FORKS,
  },
  'a notification that came too early': {
    text: 'import threading\nready = threading.Condition()\nwith ready: ready.notify()\nwith ready:\n    ready.wait()\n',
    waits: ['MainThread waits for Condition.wait of `ready` (main.py, line 5)'],
  },
  'a join that never ends': {
    text: 'import threading\nevent = threading.Event()\nthread = threading.Thread(target=event.wait, name="waiter")\nthread.start()\nthread.join()\n',
    waits: ['MainThread waits for waiter to end (main.py, line 5)', 'waiter waits for Event.wait of `event`'],
  },
  'threads that join each other': {
    text: 'import threading\nmain = threading.current_thread()\nthread = threading.Thread(target=main.join, name="T")\nthread.start()\nthread.join()\n',
    waits: ['MainThread waits for T to end (main.py, line 5)', 'T waits for MainThread to end'],
    cycle: ['MainThread waits for T to end (main.py, line 5)', 'T waits for MainThread to end'],
  },
  'a loop in a thread that waits for ever': {
    text: 'import asyncio, threading\nasync def wait(): await asyncio.Event().wait()\ndef run(): asyncio.run(wait())\nthread = threading.Thread(target=run, name="L")\nthread.start()\nthread.join()\n',
    waits: [
      'MainThread waits for L to end (main.py, line 6)',
      'Task-1 wait waits for Event.wait (main.py, line 2)',
      'L waits for its event loop (main.py, line 3)',
    ],
  },
  'a lock that the main thread took with it': {
    text: 'import threading\nlock = threading.Lock()\nlock.acquire()\nthreading.Thread(target=lock.acquire, name="T").start()\nprint("main ends")\n',
    waits: ['MainThread waits for T to end', 'T waits for lock `lock`, held by MainThread'],
    cycle: ['MainThread waits for T to end', 'T waits for lock `lock`, held by MainThread'],
  },
  'a worker that nobody tells to end, after an error': {
    text: 'import queue, threading\njobs = queue.Queue()\ndef work():\n    while True: jobs.get()\nthreading.Thread(target=work, name="W").start()\n1 / 0\n',
    waits: ['MainThread waits for W to end', 'W waits for Queue.get of `jobs` (main.py, line 4)'],
  },
  'threads of the same name': {
    text: program('namesakes.py'),
    waits: ['MainThread waits for worker #1 to end (main.py, line 27)', ...NAMESAKES],
    cycle: NAMESAKES,
  },
  'a pool that waits for itself': {
    text: 'from concurrent.futures import ThreadPoolExecutor\npool = ThreadPoolExecutor(1)\ndef outer(): return pool.submit(print).result()\npool.submit(outer).result()\n',
    waits: [
      'MainThread waits for Future.result (main.py, line 4)',
      'ThreadPoolExecutor-0_0 waits for Future.result (main.py, line 3)',
    ],
  },
};

for (const [name, { text, waits, cycle = [] }] of Object.entries(PROGRAMS)) {
  test(`${name}: who waits for what`, async ({ harness }) => {
    const { end, stderr } = await harness.run(text, {
      probes: ['threads'],
      schedule: { model: 'cpython314', strategy: { kind: 'realistic' } },
    });
    expect(end.ending).toEqual({ kind: 'stuck', waits, cycle });
    // What went wrong before is not forgotten.
    expect(stderr.includes('ZeroDivisionError')).toBe(text.includes('1 / 0'));
  });
}

test('a check that waits in vain says what it waits for', async ({ harness }) => {
  const { end } = await harness.run('import threading\nlock = threading.Lock()\nlock.acquire()\n', {
    schedule: { model: 'cpython314', strategy: { kind: 'realistic' }, check: 'lock.acquire()' },
  });
  const waits = ['MainThread waits for lock `lock`, held by itself'];
  expect(end.ending).toEqual({ kind: 'stuck', waits, cycle: waits });
});

test('a search goes on where a check waits in vain, or never ends', async ({ harness }) => {
  const text =
    'import threading\nlock = threading.Lock()\nlock.acquire()\ndef forever():\n    while True: pass\n';
  for (const [check, kind, words] of [
    ['lock.acquire()', 'failed', 'deadlock: MainThread waits for lock `lock`, held by itself'],
    [
      'forever()',
      'cut',
      'not over in time: a loop without an end, or one so long that 100 rounds of it would do as well',
    ],
  ] as const) {
    const { report } = await harness.search(
      text,
      { method: 'random', schedules: 2, seed: 1 },
      { schedule: { model: 'cpython314', strategy: { kind: 'realistic' }, check } },
    );
    expect(report?.outcomes).toMatchObject([{ kind, words, count: 2 }]);
  }
});

test('a deadlock that a search has found is replayed as it was found', async ({ harness }) => {
  const text = [
    'import threading',
    'red, blue = threading.Lock(), threading.Lock()',
    'def take(first, second):',
    '    with first:',
    '        with second: pass',
    'threads = [threading.Thread(target=take, args=pair) for pair in [(red, blue), (blue, red)]]',
    'for each in threads: each.start()',
    'for each in threads: each.join()',
  ].join('\n');
  for (const model of ['cpython314', 'before310'] as const) {
    const { report } = await harness.search(
      text,
      { method: 'exhaustive', bound: 1, schedules: 999 },
      { schedule: { model, strategy: { kind: 'realistic' }, check: null } },
    );
    const decisions = report?.smallest?.outcome.decisions ?? [];
    const run = await harness.run(text, {
      probes: ['tasks', 'threads'],
      schedule: { model, strategy: { kind: 'replay', decisions }, check: null },
    });
    expect(run.end.ending.kind).toBe('stuck');
    expect(run.scheduled).toMatchObject({ strayed: null, decisions });
  }
});
