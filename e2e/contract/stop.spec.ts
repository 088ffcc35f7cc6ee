/** Whatever a program does, Stop ends it within a second, keeps what it reported, and the next run works. */
import { expect } from '@playwright/test';
import { test } from '../harness.ts';

const TASKS = 'import asyncio, time\n';
const RUNAWAYS: Readonly<Record<string, string>> = {
  'an endless loop': 'while True: pass',
  'a long time.sleep': 'import time\ntime.sleep(60)',
  'sleep(0) for ever': `${TASKS}async def f():\n    while True: await asyncio.sleep(0)\nasyncio.run(f())`,
  'short sleeps for ever': `${TASKS}async def f():\n    while True: await asyncio.sleep(0.001)\nasyncio.run(f())`,
  'a loop inside a task': `${TASKS}async def f():\n    while True: pass\nasync def m(): await asyncio.gather(f(), f())\nasyncio.run(m())`,
  'a loop that catches everything':
    'while True:\n    try:\n        while True: pass\n    except BaseException: pass',
  'a task that catches everything': `${TASKS}async def f():\n    while True:\n        try: await asyncio.sleep(0.01)\n        except BaseException: pass\nasyncio.run(f())`,
  'a long call of C code': 'sum(range(10**13))',
  'an endless print': 'while True: print("again and again")',
  'deep generators': 'def g():\n    while True: yield\nfor _ in g(): pass',
  'a handler of the heartbeat that fails':
    'import signal\nsignal.signal(signal.SIGVTALRM, lambda *a: 1 / 0)\nwhile True: pass',
  'a signal handler that ignores':
    'import signal\nfor s in signal.valid_signals():\n    try: signal.signal(s, lambda *a: None)\n    except (OSError, ValueError): pass\nwhile True: pass',
};
/** A second, counted by a timer of the page's: of it most is grace for the program. */
const MOST_TICKS = 100;
/** Once the program has said that it has begun: a busy machine may take a while to get there. */
const STOP_AFTER = { output: 200 };

for (const pace of ['real', 'fast'] as const) {
  for (const [name, endless] of Object.entries(RUNAWAYS)) {
    // In fast forward a wait is skipped at once, and these would end by themselves.
    if (pace === 'fast' && name === 'a long time.sleep') continue;
    test(`${name} stops, at ${pace} pace`, async ({ harness }) => {
      const run = await harness.runQuietly(`print("kept")\n${endless}`, {
        pace,
        stopAfter: STOP_AFTER,
        limits: { events: 5_000_000, outputChars: 100_000_000 },
      });
      expect(run.end.ending).toEqual({ kind: 'stopped' });
      expect(run.stdout).toMatch(/^kept\n/);
      expect(run.stopTicks).toBeLessThan(MOST_TICKS);
      const next = await harness.run('print("works")');
      expect(next.end.ending).toEqual({ kind: 'finished' });
      expect(next.stdout).toBe('works\n');
    });
  }
}

test('Stop leaves another run alone', async ({ harness }) => {
  const [spinning, patient] = await Promise.all([
    harness.run('while True:\n    try:\n        while True: pass\n    except BaseException: pass', {
      pace: 'real',
      stopAfter: 100,
    }),
    harness.run('import time\ntime.sleep(1.5)\nprint("undisturbed")', { pace: 'real' }),
  ]);
  expect(spinning.end.ending).toEqual({ kind: 'stopped' });
  expect(patient.end.ending).toEqual({ kind: 'finished' });
  expect(patient.stdout).toBe('undisturbed\n');
});

test('what runs after Stop is not part of the run', async ({ harness }) => {
  const lastWords =
    'import time\ntry:\n    print("kept")\n    time.sleep(60)\nfinally:\n    print("too late")';
  const { end, stdout } = await harness.run(lastWords, { pace: 'real', stopAfter: STOP_AFTER });
  expect(end.ending).toEqual({ kind: 'stopped' });
  expect(stdout).toBe('kept\n');
});
