/** Pools where the browser cannot suspend Python: one thread is served, and waits for itself in vain. */
import { expect, test } from '@playwright/test';
import type { HarnessRun } from '../../src/app/harness.ts';
import { edited, endsOf, program } from './pools.ts';

const ALONE = program(`
gc.disable()
engine = create_engine("sqlite:///shop.db", pool_size=2, max_overflow=1, pool_timeout=1)
kept = []
for number in range(5):
    try:
        connection = engine.connect()
        kept.append(connection.scalar(text("SELECT :n * 2"), {"n": number}))
    except TimeoutError:
        kept.append(None)
print(kept, engine.pool.checkedout())
del connection
gc.collect()
print(engine.pool.checkedout())`);

test('a program without threads runs as ever; one with threads says why it cannot go on', async ({
  page,
}) => {
  await page.goto('./harness.html?suspend=no');
  await page.waitForFunction(() => window.faultline.status().kind === 'ready');
  const run = (text: string): Promise<HarnessRun> =>
    page.evaluate(
      (code) =>
        window.faultline.run({
          program: { files: { 'main.py': code }, entry: 'main.py' },
          probes: ['pool'],
          packages: ['sqlalchemy'],
          pace: 'fast',
        }),
      text,
    );
  const alone = await run(ALONE);
  expect(alone.end.ending).toEqual({ kind: 'finished' });
  expect(alone.stdout).toBe('[0, 2, 4, None, None] 3\n0\n');
  expect(endsOf(alone)).toEqual(['collected', 'collected', 'collected']);
  expect(alone.counters).toMatchObject({ timeouts: 2, 'waiting (peak)': 1 });
  const together = await run(edited('broken'));
  expect(together.end.ending).toMatchObject({
    kind: 'raised',
    error: { message: expect.stringContaining('This browser cannot suspend Python') },
  });
});
