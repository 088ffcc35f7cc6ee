/** Programs that do something very often: watching them neither ends nor bends them, and what is reported stays true. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { HarnessRun } from '../../src/harness/harness.ts';
import { test, type HarnessPage } from '../harness.ts';
import { random, sentences } from './threads.ts';

const program = (name: string): string =>
  readFileSync(join(import.meta.dirname, 'programs/watching', `${name}.py`), 'utf8');

const watched = (harness: HarnessPage, text: string): Promise<HarnessRun> =>
  harness.run(text, {
    probes: ['tasks', 'threads', 'pool'],
    packages: text.includes('sqlalchemy') ? ['sqlalchemy'] : [],
    pace: 'fast',
    schedule: { model: 'cpython314', strategy: { kind: 'realistic' } },
  });

/** What CPython prints, and figures that must be exact. */
const EXPECTED: Record<string, { stdout: string; counters?: Record<string, number>; virtual?: number }> = {
  counter: { stdout: '200000\n', counters: { hits: 200_000, 'hits (peak)': 200_000 } },
  busy_wait: { stdout: '0.2\n', virtual: 0.2 },
  attribute: { stdout: '100000\n' },
  list_of_numbers: { stdout: '[8000, 8000, 16000]\n', counters: { 'totals[2]': 16_000 } },
  dictionary: { stdout: "{'yes': 30000, 'no': 10000}\n", counters: { "votes['yes']": 30_000 } },
  closure: { stdout: '30000\n', counters: { seen: 30_000 } },
  switched_off: { stdout: 'True 0.0\n' },
  containers: {
    stdout: '8000 8000 16000 8000 1600\n',
    counters: { "seen['a']": 8_000, "seen['b']": 8_000 },
  },
  alive_polling: { stdout: '0.1\n', virtual: 0.1 },
  lock_polling: { stdout: '0.09\n', virtual: 0.1 },
  deadlines: { stdout: '0.0 True\n', virtual: 0.1 },
  event_polling: { stdout: '0.1\n', virtual: 0.1 },
  queue_polling: { stdout: 'parcel 0.05\n', virtual: 0.05 },
  lock: { stdout: '30000 False\n', counters: { stock: 30_000 } },
  yielding: { stdout: '0.05 True\n', virtual: 0.05 },
  long_calculation: { stdout: '44999850000\n', counters: { total: 44_999_850_000 } },
  producer_consumer: { stdout: '8000 31996000 True\n' },
  many_objects: { stdout: '6000 6000\n', counters: { paid: 6_000 } },
  check_then_act: { stdout: '0\n' },
  task_steps: { stdout: 'all stepped\n' },
  statements: { stdout: '31996000\n', counters: { 'checked out': 0, 'checked out (peak)': 1 } },
};

for (const [name, { stdout, counters, virtual }] of Object.entries(EXPECTED)) {
  test(`${name} comes to its end, and its figures are exact`, async ({ harness }) => {
    const run = await watched(harness, program(name));
    expect(run.end.ending).toEqual({ kind: 'finished' });
    expect(run.stdout).toBe(stdout);
    expect(run.counters).toMatchObject(counters ?? {});
    expect(run.events.length).toBeLessThan(150_000);
    if (virtual !== undefined) expect(run.end.time / 1e6).toBeCloseTo(virtual, 2);
  });
}

test('all that two threads print is there', async ({ harness }) => {
  const run = await watched(harness, program('printing'));
  expect(run.end.ending).toEqual({ kind: 'finished' });
  expect(run.stdout.split('\n')).toHaveLength(20_001);
});

test('the last touch of a turn is drawn, whatever touches', async ({ harness }) => {
  const run = await watched(harness, program('appending'));
  const tracks = new Set(run.events.filter((event) => event.word === 'mark').map((event) => event.track));
  const untilTheEnd = [...tracks].flatMap((track) => {
    const lane = run.events.filter((event) => event.track === track);
    const wrote = lane.findLast((event) => event.word === 'mark' && event.name === 'wrote results');
    const end = lane.find((event) => event.word === 'close');
    return wrote && end ? [end.time - wrote.time] : [];
  });
  expect(untilTheEnd).toHaveLength(2);
  // In microseconds of the program's clock; a thread comes to its end soon after it has appended for the last time.
  expect(Math.max(...untilTheEnd)).toBeLessThan(10);
});

test('an item is not taken for the attribute of the same name', async ({ harness }) => {
  const run = await watched(harness, program('item_and_attribute'));
  expect(run.stdout).toBe('6000 -6000\n');
  const { 'stats.n (left out)': attribute = 0, "stats['n'] (left out)": item = 0 } = run.counters;
  expect(Math.abs(attribute - item)).toBeLessThanOrEqual(2);
  expect(run.counters).toMatchObject({ 'stats.n': 6000, "stats['n']": -6000 });
});

test('a million rounds: every touch is drawn or counted', async ({ harness }) => {
  const run = await watched(harness, program('counter').replace('100_000', '1_000_000'));
  expect(run.end.ending).toEqual({ kind: 'finished' });
  expect(run.stdout).toBe('2000000\n');
  const drawn = run.events.filter((event) => event.word === 'mark' && /^(read|wrote) hits/.test(event.name));
  // One write of the module's, one read of the last line's.
  expect(drawn.length + (run.counters['hits (left out)'] ?? 0)).toBe(4_000_002);
});

test('lost updates of a long race are counted exactly, and reported', async ({ harness }) => {
  const text = program('counter').replace('100_000', '20_000');
  const run = await harness.run(text, {
    probes: ['threads'],
    pace: 'fast',
    schedule: random('before310', 1),
  });
  const lost = run.counters['lost updates'] ?? 0;
  // Each lost update takes one or more additions with it.
  expect(lost).toBeGreaterThan(100);
  expect(Number(run.stdout)).toBeLessThanOrEqual(40_000 - lost);
  expect(sentences(run).length).toBe(200);
});

test('a search of a long program says what to make smaller, and does not go on for ever', async ({
  harness,
}) => {
  const { report } = await harness.search(
    program('counter').replace('100_000', '50_000_000'),
    { method: 'random', schedules: 200, seed: 1 },
    { schedule: { model: 'before310', strategy: { kind: 'realistic' }, check: 'hits == 100_000_000' } },
  );
  expect(report).toMatchObject({ tried: 3, cut: 3, outcomes: [{ kind: 'cut' }] });
  expect(report?.outcomes[0]?.words).toContain('100 rounds');
});
