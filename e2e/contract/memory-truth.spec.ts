/** Memory is the program's alone: what it prints, what we record of it and what we have loaded do not show in it. */
import { expect } from '@playwright/test';
import type { HarnessRun } from '../../src/app/harness.ts';
import { test } from '../harness.ts';
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

for (const [what, printing] of Object.entries(PRINTING)) {
  test(`printing ${what} leaves memory as it is`, async ({ harness }) => {
    const silent = await harness.run(KEPT + loop('number + 1', 40_000), { probes });
    const run = await harness.run(KEPT + printing, { probes });
    expect(run.end.ending).toEqual({ kind: 'finished' });
    const bytes = silent.counters['traced bytes'] ?? 0;
    expect(bytes).toBeGreaterThan(35_000);
    expect(Math.abs((run.counters['traced bytes'] ?? 0) - bytes)).toBeLessThan(1000);
    expect(run.counters['growth'] ?? 0).toBe(0);
    // Not only at the end.
    const levels = levelsOf(run);
    const inSilence = levelsOf(silent);
    expect(levels.length).toBeGreaterThan(3);
    // CPython keeps blocks of what is freed for what comes next, some 3 kB, and they count as who had them last. Lines
    // that are not ended wait in the stream: some 60 short texts.
    const [kept, waiting] = [4000, what === 'without an end of line' ? 3000 : 0];
    expect(Math.min(...levels)).toBeGreaterThan(Math.min(...inSilence) - kept);
    expect(Math.max(...levels)).toBeLessThan(Math.max(...inSilence) + waiting + 1000);
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
] as const) {
  test(`what ${what} keeps until the end is held at the end`, async ({ harness }) => {
    const run = await harness.run(CLASS + kept, { probes });
    expect(run.counters['A']).toBe(7);
    expect(marksOn(run, 'held by/A').join(' <- ')).toContain(holders);
    expect(run.counters).not.toHaveProperty('late garbage');
  });
}

test('what a pool that is never shut down keeps is held at the end', async ({ harness }) => {
  const program = `${CLASS}from concurrent.futures import ThreadPoolExecutor\npool = ThreadPoolExecutor(2, initializer=lambda a: None, initargs=(A(),))\nprint(pool.submit(pow, 2, 3).result())\n`;
  const run = await harness.run(program, { probes });
  expect(run.stdout).toBe('8\n');
  expect(run.counters['A']).toBe(1);
});

const tracing = (line: string) =>
  `import gc, tracemalloc\ntracemalloc.start()\n${KEPT}${loop(line)}gc.collect()\nnow = tracemalloc.get_traced_memory()\ntop = tracemalloc.take_snapshot().statistics("lineno")[0]\nprint()\nprint(top.traceback[0].filename, top.count, *now)\n`;

test("the program's own tracemalloc has its own lines on top, and its own sum", async ({ harness }) => {
  for (const watched of [['tasks'], ['memory']]) {
    const [file, count, current, peak] =
      (await harness.run(tracing('print("request", number)'), { probes: watched })).stdout
        .trim()
        .split('\n')
        .at(-1)
        ?.split(' ') ?? [];
    expect(file).toBe('/program/main.py');
    // The list itself may lie where one that was freed before tracing began has lain: then it is no block of its own.
    expect(['301', '302']).toContain(count);
    expect(Number(current)).toBeLessThan(39_000);
    // Before the collection some 3 kB of blocks may have lain free, and a line that is printed takes a moment's 1.5 kB.
    expect(Number(peak)).toBeLessThan(41_500);
  }
});

test("the program's own tracemalloc compares snapshots, and follows as many frames as it was told to", async ({
  harness,
}) => {
  const program = [
    'import tracemalloc',
    'tracemalloc.start(25)',
    'def make():',
    '    return [bytes(1000) for _ in range(100)]',
    'before = tracemalloc.take_snapshot()',
    'kept = make()',
    'after = tracemalloc.take_snapshot()',
    'grown = after.compare_to(before, "lineno")[0]',
    'print(grown.traceback[0].filename, grown.traceback[0].lineno, grown.count_diff, grown.size_diff > 100_000)',
    'chain = after.statistics("traceback")[0].traceback',
    'print([frame.lineno for frame in chain], chain.total_nframe, tracemalloc.get_traceback_limit())',
  ].join('\n');
  for (const watched of [['tasks'], ['memory']]) {
    const { stdout } = await harness.run(program, { probes: watched });
    // 100 objects and the list with its items, of which some may lie where others have lain before.
    expect(stdout).toMatch(/^\/program\/main\.py 4 10[0-4] True\n\[6, 4\] None 25\n$/);
  }
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
