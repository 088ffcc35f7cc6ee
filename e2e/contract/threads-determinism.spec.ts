/** The same program, model, strategy and seed: the same decisions and the same events, whatever came before. */
import { expect } from '@playwright/test';
import type { HarnessRun, HarnessSearch } from '../../src/harness/harness.ts';
import { HarnessPage, test } from '../harness.ts';
import { program, random } from './threads.ts';

const CHURNED = program('churned.py');
const optionsWith = (seed: number) => ({
  probes: ['threads', 'tasks'],
  schedule: random('before310', seed, 0.1),
});

/** All that a run shows but how long it really took. */
const seen = ({ events, stdout, stderr, scheduled, end }: HarnessRun) => ({
  events,
  stdout,
  stderr,
  scheduled,
  ending: end.ending,
  time: end.time,
});

/** The same of a search. */
const timeless = ({ report, end }: HarnessSearch) => ({ ...report, seconds: 0, ending: end.ending });

// The same steps of the program leave holes of another number and size.
const after = (many: number) => ({
  'main.py': `junk = list(map(bytes, range(${many})))\ndel junk[::2]\nimport other\n`,
  'other.py': CHURNED,
});

test('the same seed repeats, after other runs and in a fresh page; another seed differs', async ({
  harness,
  browser,
  baseURL,
  suspends,
}) => {
  const first = await harness.run(CHURNED, optionsWith(1));
  expect(first.end.ending).toEqual({ kind: 'finished' });
  // Rewritten code has a point for each statement, not for each instruction.
  expect(first.scheduled?.decisions.length).toBeGreaterThan(suspends ? 50 : 20);
  expect(first.events.length).toBeGreaterThan(500);
  await harness.run('junk = [[object() for _ in range(99)] for _ in range(999)]', { probes: [] });
  expect(seen(await harness.run(CHURNED, optionsWith(1)))).toEqual(seen(first));

  const fresh = await HarnessPage.open(browser, baseURL ?? '', undefined, {}, suspends);
  expect(seen(await fresh.run(CHURNED, optionsWith(1)))).toEqual(seen(first));
  await fresh.page.close();

  const other = await harness.run(CHURNED, optionsWith(2));
  expect(other.scheduled?.decisions).not.toEqual(first.scheduled?.decisions);
});

test('what lies in memory has no say', async ({ harness }) => {
  const baseline = await harness.run(after(10), optionsWith(3));
  expect(seen(await harness.run(after(20_000), optionsWith(3)))).toEqual(seen(baseline));
});

test('a replay of the decisions shows the same events', async ({ harness }) => {
  const first = await harness.run(CHURNED, optionsWith(4));
  const decisions = first.scheduled?.decisions ?? [];
  const replayed = await harness.run(CHURNED, {
    probes: ['threads', 'tasks'],
    schedule: { model: 'before310', strategy: { kind: 'replay', decisions } },
  });
  expect(replayed.scheduled?.strayed).toBeNull();
  expect(replayed.events).toEqual(first.events);
  expect(replayed.scheduled?.decisions).toEqual(decisions);
});

test('a replay of another program says where it strayed', async ({ harness }) => {
  const { scheduled } = await harness.run('print(1)', {
    schedule: { model: 'before310', strategy: { kind: 'replay', decisions: [[3, 7]] } },
  });
  expect(scheduled?.strayed).not.toBeNull();
});

test('probes change nothing: the same decisions and the same output without', async ({ harness }) => {
  const watched = await harness.run(CHURNED, optionsWith(5));
  const alone = await harness.run(CHURNED, { ...optionsWith(5), probes: [] });
  expect(alone.stdout).toBe(watched.stdout);
  expect(alone.stderr).toBe(watched.stderr);
  expect(alone.scheduled).toEqual(watched.scheduled);
});

test('searches repeat', async ({ harness }) => {
  const race = program('counter.py').replace('1000', '5').replace('range(10)', 'range(3)');
  for (const plan of [
    { method: 'random', schedules: 40, seed: 3 },
    { method: 'pct', schedules: 40, seed: 3 },
    { method: 'exhaustive', bound: 1, schedules: 500 },
  ] as const) {
    const searched = { schedule: { ...random('before310', 0), check: 'counter == 15' } };
    const first = await harness.search(race, plan, searched);
    expect(first.report?.failed).toBeGreaterThan(0);
    expect(timeless(await harness.search(race, plan, searched))).toEqual(timeless(first));
  }
});
