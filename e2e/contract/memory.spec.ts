/** The memory probe on the real interpreter: the lesson's sides, its half fixes, its variations and what learners try. */
import { expect } from '@playwright/test';
import type { HarnessRun } from '../../src/harness/harness.ts';
import { test, type HarnessPage } from '../harness.ts';
import { marksOn, placesOn } from './memory.ts';
import { lessonCalled, mainOf } from './versions.ts';

const lesson = lessonCalled('memory');

const watch = (harness: HarnessPage, program: string | Record<string, string>): Promise<HarnessRun> =>
  harness.run(program, { probes: ['memory'] });

test('the broken side keeps every screen, and the chain says why', async ({ harness }) => {
  const run = await watch(harness, mainOf(lesson, 'broken'));
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
  const run = await watch(harness, mainOf(lesson, 'fixed'));
  expect(run.stdout).toBe('50 of 50 screens showed the price\n');
  expect(run.counters).toMatchObject({ Screen: 0, 'Screen (peak)': 1, 'feed.listeners': 0 });
  expect(run.counters['traced bytes (peak)']).toBeLessThan(400_000);
  expect(run.counters['growth'] ?? 0).toBeLessThan(20_000);
  expect(marksOn(run, 'held by/Screen')).toEqual([]);
});

test('a plain weak reference frees the screens and delivers nothing', async ({ harness }) => {
  const run = await watch(harness, mainOf(lesson, 'plain-weakref'));
  expect(run.stdout).toBe('0 of 50 screens showed the price\n');
  expect(run.counters['Screen']).toBe(0);
});

test('unsubscribing by hand frees them as well', async ({ harness }) => {
  const run = await watch(harness, mainOf(lesson, 'unsubscribed'));
  expect(run.stdout).toBe('50 of 50 screens showed the price\n');
  expect(run.counters).toMatchObject({ Screen: 0, 'feed.listeners': 0 });
});

test('the published example is late garbage: none is left, and nobody holds one', async ({ harness }) => {
  const run = await watch(harness, mainOf(lesson, 'famous-example'));
  expect(run.counters['Node']).toBe(0);
  expect(run.counters['freed by the collector']).toBe(20_000);
  expect(run.counters['collections']).toBeGreaterThanOrEqual(1);
  expect(marksOn(run, 'held by/Node')).toEqual([]);
});

test('with the collector off all of it waits for the last run', async ({ harness }) => {
  const run = await watch(harness, mainOf(lesson, 'collector-off'));
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

const cached = mainOf(lesson, 'cached-method');

for (const [what, program, left] of [
  ['lru_cache', cached, 50],
  ['lru_cache(maxsize=10)', cached.replace('@lru_cache', '@lru_cache(maxsize=10)'), 10],
  ['cached_property', mainOf(lesson, 'cached-property'), 0],
] as const) {
  test(`a method with ${what} keeps ${left} of 50 objects`, async ({ harness }) => {
    const run = await watch(harness, program);
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

test('an exception kept with its traceback keeps the variables of its frames', async ({ harness }) => {
  const kept = mainOf(lesson, 'kept-exception');
  const run = await watch(harness, kept);
  expect(run.stdout).toBe('50 orders could not be shipped: no address for order 0\n');
  expect(run.counters['Order']).toBe(50);
  expect(marksOn(run, 'held by/Order').slice(0, 4)).toEqual([
    '`Order`',
    'frame of `ship`',
    'traceback',
    'exception `ValueError`',
  ]);
  for (const less of ['error.with_traceback(None)', 'str(error)']) {
    const without = await watch(harness, kept.replace('append(error)', `append(${less})`));
    expect(without.counters['Order'] ?? 0, less).toBe(0);
  }
});
