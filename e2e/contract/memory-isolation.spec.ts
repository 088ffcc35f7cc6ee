/** Memory is the program's alone: what it prints, what we record of it and what we have loaded do not show in it. */
import { expect } from '@playwright/test';
import type { HarnessRun } from '../../src/harness/harness.ts';
import { test, type HarnessPage } from '../harness.ts';
import { marksOn } from './memory.ts';

const probes = ['memory'];
const KEPT = 'kept = [bytes(100) for _ in range(300)]\n';
const loop = (line: string, times = 2000): string => `for number in range(${times}):\n    ${line}\n`;

/** What was held, each time that somebody looked, from when all was kept. */
const levelsOf = (run: HarnessRun): number[] => {
  const track = run.events.find((event) => event.word === 'track' && event.label === 'traced bytes')?.track;
  const levels = run.events.flatMap((event) =>
    event.word === 'gauge' && event.track === track ? [event.value] : [],
  );
  return levels.slice(levels.findIndex((level) => level > 35_000));
};

const PRINTING: Readonly<Record<string, string>> = {
  lines: loop('print("request", number)', 4000),
  'long lines': loop('print("x" * 100, number)'),
  'lines to stderr': `import sys\n${loop('print("request", number, file=sys.stderr)')}`,
  'without an end of line': loop('print(number, end=" ")'),
  'lines that are flushed': loop('print("request", number, flush=True)'),
  bytes: `import sys\n${loop('sys.stdout.buffer.write(b"request %d\\n" % number)')}`,
  'letters that are not ASCII': loop('print("größer als", number)'),
};

/** Runs in silence, by their programs: many tests compare with the same one. */
const inSilence = new Map<string, HarnessRun>();

async function silently(harness: HarnessPage, program: string): Promise<HarnessRun> {
  const run = inSilence.get(program) ?? (await harness.run(program, { probes }));
  inSilence.set(program, run);
  return run;
}

for (const [what, printing] of Object.entries(PRINTING)) {
  test(`printing ${what} leaves memory as it is`, async ({ harness }) => {
    const silent = await silently(harness, KEPT + loop('number + 1', 40_000));
    const run = await harness.run(KEPT + printing, { probes });
    expect(run.end.ending).toEqual({ kind: 'finished' });
    const bytes = silent.counters['traced bytes'] ?? 0;
    expect(bytes).toBeGreaterThan(35_000);
    expect(Math.abs((run.counters['traced bytes'] ?? 0) - bytes)).toBeLessThan(1000);
    expect(run.counters['growth'] ?? 0).toBe(0);
    // Not only at the end.
    const levels = levelsOf(run);
    const silentLevels = levelsOf(silent);
    expect(levels.length).toBeGreaterThan(3);
    // CPython keeps blocks of what is freed for what comes next, some 3 kB, and they count as who had them last. Lines
    // that are not ended wait in the stream: some 60 short texts.
    const [kept, waiting] = [4000, what === 'without an end of line' ? 3000 : 0];
    expect(Math.min(...levels)).toBeGreaterThan(Math.min(...silentLevels) - kept);
    expect(Math.max(...levels)).toBeLessThan(Math.max(...silentLevels) + waiting + 1000);
  });
}

// Growth is counted from the first look, so time for one passes before anything is kept.
const leaking = (lines: number): string =>
  `import logging, sys\nlogging.warning("first")\nkept = []\n${loop('number + 1', 100_000)}for number in range(${lines}):\n    kept.append(bytes(20))\n`;

for (const [what, line, lines] of [
  ['prints', 'print("request", number)', 1000],
  ['prints long lines', 'print("x" * 200, number)', 1000],
  ['prints to stderr', 'print("request", number, file=sys.stderr)', 1000],
  // What a logger frees, CPython keeps for what comes next: up to 3.5 kB however many lines there are, so there are more.
  ['logs', 'logging.warning("request %s", number)', 4000],
] as const) {
  test(`a program that leaks grows as much when it ${what} as in silence`, async ({ harness }) => {
    const silent = await silently(harness, `${leaking(lines)}    number + 1\n`);
    const run = await harness.run(`${leaking(lines)}    ${line}\n`, { probes });
    expect(run.end.ending).toEqual({ kind: 'finished' });
    const growth = silent.counters['growth'] ?? 0;
    expect(growth).toBeGreaterThan(30 * lines);
    expect(Math.abs((run.counters['growth'] ?? 0) - growth)).toBeLessThan(500);
    const bytes = silent.counters['traced bytes'] ?? 0;
    expect(bytes).toBeGreaterThan(40 * lines);
    // Were anything of each line kept, it would be more than a byte a line. How often somebody looked, which the machine
    // decides, moves the end by some hundred bytes.
    expect(Math.abs((run.counters['traced bytes'] ?? 0) - bytes)).toBeLessThan(lines);
  });
}

test('a program that is cut short while it prints still holds what it holds', async ({ harness }) => {
  const run = await harness.run(`${KEPT}while True: print("request")`, { probes });
  expect(run.end.ending).toMatchObject({ kind: 'capped' });
  const silent = await harness.run(KEPT + loop('number + 1'), { probes });
  const bytes = silent.counters['traced bytes'] ?? 0;
  expect(Math.abs((run.counters['traced bytes'] ?? 0) - bytes)).toBeLessThan(2500);
});

const CLASS = 'class A:\n    def close(self): pass\n';

for (const [what, kept, holders] of [
  ['atexit', 'import atexit\nfor _ in range(7): atexit.register(A().close)\n', 'an exit function'],
  [
    'weakref.finalize',
    'import weakref\ndef make():\n    a = A()\n    weakref.finalize(a, a.close)\nfor _ in range(7): make()\n',
    'of `weakref`',
  ],
  [
    'an argument of weakref.finalize',
    'import weakref\nclass Part: pass\nparts = [Part() for _ in range(7)]\nfor part in parts: weakref.finalize(part, print, A())\n',
    'tuple `args` <- `_Info` <- dict `_registry` <- class `finalize` <- global `finalize` of `weakref`',
  ],
  [
    'an argument of an exit function',
    'import atexit\nfor _ in range(7): atexit.register(print, A())\n',
    '`A` <- tuple <- ',
  ],
  [
    'the default value of an exit function',
    'import atexit\n@atexit.register\ndef bye(kept=[A() for _ in range(7)]): pass\ndel bye\n',
    '`A` <- list <- function `bye` <- an exit function, registered with `atexit`',
  ],
  [
    'an exit stack',
    'import atexit, contextlib\nstack = contextlib.ExitStack()\nfor _ in range(7): stack.callback(A().close)\natexit.register(stack.close)\ndel stack\n',
    'deque `_exit_callbacks` <- `ExitStack` <- bound method `close` <- an exit function, registered with `atexit`',
  ],
  [
    'a log that is written at the end',
    'import atexit\nclass Log:\n    def __init__(self):\n        self.lines = [A()]\n        atexit.register(self.flush)\n    def flush(self): self.lines.clear()\nfor _ in range(7): Log()\n',
    'list `lines` <- `Log` <- bound method `flush` <- an exit function, registered with `atexit`',
  ],
  [
    'a hook that threading calls',
    'import threading\nfor _ in range(7): threading._register_atexit(A().close)\n',
    'list <- global `_threading_atexits` of `threading`',
  ],
] as const) {
  test(`what ${what} keeps until the end is held at the end`, async ({ harness }) => {
    const run = await harness.run(CLASS + kept, { probes });
    expect(run.counters['A']).toBe(7);
    expect(marksOn(run, 'held by/A').join(' <- ')).toContain(holders);
    expect(run.counters).not.toHaveProperty('late garbage');
  });
}

test('what is let go when the program is over is let go then, and was held before', async ({ harness }) => {
  const program = [
    'import gc, weakref',
    'class Reader:',
    '    def __init__(self, number):',
    '        self.number = number',
    '        weakref.finalize(self, self.close)',
    '    def close(self): print("closed", self.number)',
    'for number in range(12): Reader(number)',
    'gc.collect()',
    'print("open:", sum(type(one) is Reader for one in gc.get_objects()))',
  ].join('\n');
  const run = await harness.run(program, { probes });
  const closed = Array.from({ length: 12 }, (_, index) => `closed ${11 - index}\n`);
  expect(run.stdout).toBe(`open: 12\n${closed.join('')}`);
  expect(run.counters['Reader']).toBe(12);
  expect(marksOn(run, 'held by/Reader')[1]).toBe('bound method `close`');
});

test('what a pool that is never shut down keeps is held at the end', async ({ harness }) => {
  const program = `${CLASS}from concurrent.futures import ThreadPoolExecutor\npool = ThreadPoolExecutor(2, initializer=lambda a: None, initargs=(A(),))\nprint(pool.submit(pow, 2, 3).result())\n`;
  const run = await harness.run(program, { probes });
  expect(run.stdout).toBe('8\n');
  expect(run.counters['A']).toBe(1);
});

test('the collector comes by itself long before 20,000 cycles of garbage', async ({ harness }) => {
  const program =
    'import gc\nfreed = []\ngc.callbacks.append(lambda phase, info: phase == "stop" and freed.append(info["collected"]))\nclass Node:\n    def __init__(self): self.me = self\nfor _ in range(20_000): Node()\nprint(sum(freed) > 10_000, gc.get_freeze_count())\n';
  expect((await harness.run(program, { probes: [] })).stdout).toBe('True 0\n');
});

test('a chain ends in a name of a module that the program imports', async ({ harness }) => {
  const program = `${CLASS}import logging\nclass Mine(logging.Handler):\n    def emit(self, record): pass\nfor _ in range(3): logging.getLogger("shared").addHandler(Mine())\n`;
  const run = await harness.run(program, { probes });
  expect(run.counters['Mine']).toBe(3);
  expect(marksOn(run, 'held by/Mine').at(-1)).toMatch(/of `logging`$/);
});

for (const [where, program, chain] of [
  [
    'a logger of a module that the program has not imported',
    'import logging\nlogging.getLogger("asyncio").addFilter(A().close)\n',
    [
      'bound method `close`',
      'list `filters`',
      '`Logger`',
      'dict `loggerDict`',
      '`Manager`',
      'class `Logger`',
      'global `Logger` of `logging`',
    ],
  ],
  [
    'the factory of all log records',
    'import logging.handlers\nlogging.setLogRecordFactory(A().close)\n',
    ['bound method `close`', 'global `_logRecordFactory` of `logging`'],
  ],
  [
    'the way warnings are shown',
    'import warnings\nwarnings.showwarning = A().close\n',
    ['bound method `close`', 'global `showwarning` of `warnings`'],
  ],
  [
    'the main thread',
    'import threading\nthreading.current_thread().kept = A()\n',
    ['`_MainThread.kept`', 'global `_main_thread` of `threading`'],
  ],
  [
    'the encoder of JSON',
    'import json\njson.JSONEncoder.default = A().close\n',
    ['bound method `close`', 'class `JSONEncoder`', 'global `JSONEncoder` of `json`'],
  ],
  [
    'a class of queues',
    'import queue\nqueue.Queue.made = [A()]\n',
    ['list `made`', 'class `Queue`', 'global `Queue` of `queue`'],
  ],
  [
    'the register of copies',
    'import copyreg\ncopyreg.pickle(A, A().close)\n',
    ['bound method `close`', 'dict', 'global `dispatch_table` of `copyreg`'],
  ],
  [
    'a class of tasks',
    'import asyncio\nasyncio.Task.kept = A()\n',
    ['class `Task`', 'global `Task` of `asyncio`'],
  ],
  [
    'a thread that waits',
    'import threading, time\ndef wait():\n    kept = A()\n    event.wait()\nevent = threading.Event()\nthreading.Thread(target=wait, daemon=True).start()\ntime.sleep(0.1)\n',
    ['local `kept` of `wait`, a call that has not returned'],
  ],
  [
    'a generator that waits',
    'def wait():\n    kept = A()\n    yield kept\nrunning = wait()\nnext(running)\n',
    ['suspended call of `wait`', 'global `running`'],
  ],
  ['a default value', 'def add(kept=[A()]): pass\n', ['list', 'function `add`', 'global `add`']],
  [
    'a partial call',
    'import functools\nlater = functools.partial(print, A())\n',
    ['tuple `args`', '`partial`', 'global `later`'],
  ],
] as const) {
  test(`a chain leads from what ${where} holds to a name`, async ({ harness }) => {
    const run = await harness.run(CLASS + program, { probes });
    expect(run.end.ending).toEqual({ kind: 'finished' });
    expect(marksOn(run, 'held by/A')).toEqual(['`A`', ...chain]);
  });
}
