/** The memory probe on the real interpreter: the lesson's sides, its half fixes, its variations and what learners try. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { HarnessRun } from '../../src/app/harness.ts';
import { test, type HarnessPage } from '../harness.ts';
import { marksOn, placesOn } from './memory.ts';

const lesson = (side: string): string =>
  readFileSync(join(import.meta.dirname, '../../lessons/3-memory', side, 'main.py'), 'utf8');

const broken = lesson('broken');
const fixed = lesson('fixed');

const watch = (harness: HarnessPage, program: string | Record<string, string>): Promise<HarnessRun> =>
  harness.run(program, { probes: ['memory'] });

/** The program with one piece of it replaced, which it must have. */
function edited(program: string, from: string, to: string): string {
  expect(program).toContain(from);
  return program.replace(from, to);
}

test('the broken side keeps every screen, and the chain says why', async ({ harness }) => {
  const run = await watch(harness, broken);
  expect(run.stdout).toBe('50 of 50 screens showed the price\n');
  expect(run.counters).toMatchObject({ Screen: 50, 'feed.listeners': 50, Feed: 1 });
  expect(run.counters).not.toHaveProperty('late garbage');
  expect(marksOn(run, 'held by/Screen')).toEqual([
    '`Screen`',
    'bound method `show`',
    'list `listeners`',
    '`Feed`',
    'global `feed`',
  ]);
  expect(placesOn(run, 'growth/main.py:18')).toEqual(['main.py:18']);
  expect(run.counters['main.py:18']).toBeGreaterThan(2_500_000);
});

test('the fixed side keeps none, without waiting for the collector', async ({ harness }) => {
  const run = await watch(harness, fixed);
  expect(run.stdout).toBe('50 of 50 screens showed the price\n');
  expect(run.counters).toMatchObject({ Screen: 0, 'Screen (peak)': 1, 'feed.listeners': 0 });
  expect(run.counters['traced bytes (peak)']).toBeLessThan(400_000);
  expect(run.counters['growth'] ?? 0).toBeLessThan(20_000);
  expect(marksOn(run, 'held by/Screen')).toEqual([]);
});

test('a plain weak reference frees the screens and delivers nothing', async ({ harness }) => {
  const wrong = 'weakref.ref(callback)';
  const run = await watch(
    harness,
    edited(fixed, 'weakref.WeakMethod(callback, self.listeners.remove)', wrong),
  );
  expect(run.stdout).toBe('0 of 50 screens showed the price\n');
  expect(run.counters['Screen']).toBe(0);
});

test('unsubscribing by hand frees them as well', async ({ harness }) => {
  const publish = '    feed.publish(42)\n';
  const run = await watch(
    harness,
    edited(broken, publish, `${publish}    feed.listeners.remove(screen.show)\n`),
  );
  expect(run.stdout).toBe('50 of 50 screens showed the price\n');
  expect(run.counters).toMatchObject({ Screen: 0, 'feed.listeners': 0 });
});

const SELF_REFERENCE = [
  'class Node(list):',
  '    pass',
  '',
  '',
  'def create_leak():',
  '    leak = Node()',
  '    leak.append(leak)',
  '',
  '',
  'for _ in range(20_000):',
  '    create_leak()',
].join('\n');

test('the published example is late garbage: none is left, and nobody holds one', async ({ harness }) => {
  const run = await watch(harness, SELF_REFERENCE);
  expect(run.counters['Node']).toBe(0);
  expect(run.counters['freed by the collector']).toBe(20_000);
  expect(run.counters['collections']).toBeGreaterThanOrEqual(1);
  expect(marksOn(run, 'held by/Node')).toEqual([]);
});

test('with the collector off all of it waits for the last run', async ({ harness }) => {
  const run = await watch(harness, `import gc\ngc.disable()\n${SELF_REFERENCE}`);
  expect(run.counters).toMatchObject({ Node: 0, 'late garbage': 20_000, collections: 1 });
  expect(marksOn(run, 'late garbage')).toEqual(['Node 20000']);
});

test('as it was published, with a plain list, it ends as its own last line says', async ({ harness }) => {
  const run = await watch(
    harness,
    'import gc\ndef create_leak():\n    leak = []\n    leak.append(leak)\ncreate_leak()\nprint(gc.collect() >= 1, gc.garbage)\n',
  );
  expect(run.stdout).toBe('True []\n');
});

test('what the question of the lesson says of its four objects', async ({ harness }) => {
  const four = [
    'import gc',
    'from functools import lru_cache',
    'class One(list): pass',
    'class Two:',
    '    def method(self): pass',
    'class Three:',
    '    @lru_cache',
    '    def method(self): pass',
    'class Four:',
    '    def __del__(self): pass',
    'def begin():',
    '    one = One(); one.append(one)',
    '    lives_on.append(Two().method)',
    '    Three().method()',
    '    a, b = Four(), Four(); a.other, b.other = b, a',
    'lives_on = []',
    'begin()',
    'gc.collect()',
    'print(sorted(type(o).__name__ for o in gc.get_objects() if type(o) in (One, Two, Three, Four)))',
  ].join('\n');
  const run = await watch(harness, four);
  expect(run.stdout).toBe("['Three', 'Two']\n");
  expect(run.counters).toMatchObject({ Two: 1, Three: 1 });
});

const report = (cache: string) =>
  [
    'from functools import cached_property, lru_cache',
    'class Report:',
    '    def __init__(self): self.rows = bytearray(100_000)',
    `    @${cache}`,
    '    def total(self): return sum(self.rows)',
    'for _ in range(50):',
    cache === 'cached_property' ? '    Report().total' : '    Report().total()',
  ].join('\n');

for (const [cache, left] of [
  ['lru_cache', 50],
  ['lru_cache(maxsize=10)', 10],
  ['cached_property', 0],
] as const) {
  test(`a method with ${cache} keeps ${left} of 50 objects`, async ({ harness }) => {
    const run = await watch(harness, report(cache));
    expect(run.counters['Report'] ?? 0).toBe(left);
    const chain = ['`Report`', 'lru_cache of `total`', 'class `Report`', 'global `Report`'];
    expect(marksOn(run, 'held by/Report')).toEqual(left === 0 ? [] : chain);
  });
}

for (const [cache, left] of [
  ['{}', 100],
  ['weakref.WeakValueDictionary()', 0],
] as const) {
  test(`a cache that is ${cache} keeps ${left} of 100`, async ({ harness }) => {
    const run = await watch(
      harness,
      `import weakref\nclass Page: pass\ncache = ${cache}\ndef load(n):\n    page = Page()\n    cache[n] = page\nfor n in range(100):\n    load(n)\n`,
    );
    expect(run.counters['Page'] ?? 0).toBe(left);
    expect(marksOn(run, 'held by/Page')).toEqual(left === 0 ? [] : ['`Page`', 'dict', 'global `cache`']);
  });
}

/** Five exceptions are kept; `kept` says how. */
const keeps = (kept: string) =>
  `class Big: pass\nkept = []\ndef work():\n    big = Big()\n    raise ValueError\nfor _ in range(5):\n    try: work()\n    except ValueError as error: kept.append(${kept})\n`;

test('an exception kept with its traceback keeps the variables of its frames', async ({ harness }) => {
  const run = await watch(harness, keeps('error'));
  expect(run.counters['Big']).toBe(5);
  expect(marksOn(run, 'held by/Big').slice(0, 4)).toEqual([
    '`Big`',
    'frame of `work`',
    'traceback',
    'exception `ValueError`',
  ]);
  const without = await watch(harness, keeps('error.with_traceback(None)'));
  expect(without.counters['Big'] ?? 0).toBe(0);
});
