/** A worker that has rehearsed gives what one gives that has not: Python does not remember it. */
import { expect } from '@playwright/test';
import type { RehearsalPlan } from '../../src/runtime/protocol.ts';
import type { HarnessPage, RunOptions } from '../harness.ts';
import { test } from '../harness.ts';

/** What there is in memory, and what of Python's goes by the order of things. Where it lies is different in each worker. */
const PROGRAM = [
  'import asyncio, gc, os, sys, threading, tracemalloc',
  'print([*sys.modules], [*sys.path_importer_cache], sys.path, [type(one) for one in sys.meta_path])',
  'print(os.getcwd(), sorted(os.listdir("/")), os.open("main.py", os.O_RDONLY), sorted(os.environ.items()))',
  'print([sys.monitoring.get_tool(number) for number in range(6)], sys.gettrace(), sys.getprofile())',
  'async def name(): return asyncio.current_task().get_name()',
  'print(asyncio.run(name()), threading.Thread().name, threading.enumerate(), repr(asyncio.sleep))',
  'import sqlite3, decimal, json',
  'print(sqlite3.connect(":memory:").execute("select 1 + 1").fetchone(), decimal.Decimal(1) / 3, json.dumps([1]))',
].join('\n');

/** The memory probe looks when real time wants it, and these are others after each look. */
const COUNTS =
  '\nprint(len(gc.get_objects()), gc.get_count(), gc.get_freeze_count(), gc.isenabled(), tracemalloc.is_tracing())';

const programFor = ({ probes }: RehearsalPlan): string => PROGRAM + (probes.includes('memory') ? '' : COUNTS);

const PLANS: readonly RehearsalPlan[] = [
  { probes: ['imports', 'tasks'], model: null },
  { probes: ['memory'], model: null },
  { probes: ['pool'], model: null },
  { probes: ['threads'], model: 'cpython314' },
  { probes: ['threads', 'tasks'], model: 'free-threaded' },
];

/** Has the worker that the next run takes rehearse, once it is warm. */
async function rehearse({ page }: HarnessPage, plan: RehearsalPlan): Promise<void> {
  const begun = (): Promise<boolean> => page.evaluate((one) => window.faultline.rehearse(one), plan);
  await expect.poll(begun, { timeout: 60_000 }).toBe(true);
}

const asked = ({ probes, model }: RehearsalPlan): RunOptions => ({
  probes: [...probes],
  ...(model === null ? {} : { schedule: { model, strategy: { kind: 'realistic' } } }),
});

for (const plan of PLANS) {
  test(`after ${plan.probes.join(' and ')}, ${plan.model ?? 'without a schedule'}`, async ({ harness }) => {
    const failed: string[] = [];
    harness.page.on('console', (message) => failed.push(message.text()));
    const before = await harness.run(programFor(plan), asked(plan));
    expect(before.end.ending).toEqual({ kind: 'finished' });
    await rehearse(harness, plan);
    const after = await harness.run(programFor(plan), asked(plan));
    expect(after.stdout.split('\n')).toEqual(before.stdout.split('\n'));
    expect(after.end.ending).toEqual(before.end.ending);
    expect(failed).toEqual([]);
  });
}
