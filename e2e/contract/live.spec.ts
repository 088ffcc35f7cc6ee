/** A run is seen while it happens: output and events arrive before the program has ended. */
import { expect } from '@playwright/test';
import { test } from '../harness.ts';

/**
 * The promise is 100 ms. A batch is timed from its last event to its arrival, in a browser that shares two cores
 * with the test itself, so the bound of a single batch is wider and the promise is asked of nine in ten.
 */
const PROMISE_MS = 100;
const BOUND_MS = 250;

test('what happens is seen within a tenth of a second', async ({ harness }) => {
  const mixed = [
    'import asyncio, time',
    'async def wait(n):',
    '    for _ in range(10): await asyncio.sleep(0.05 + n / 1000)',
    'async def compute():',
    '    for _ in range(20):',
    '        until = time.perf_counter() + 0.02',
    '        while time.perf_counter() < until: pass',
    '        await asyncio.sleep(0)',
    'async def main(): await asyncio.gather(compute(), *(wait(n) for n in range(5)))',
    'asyncio.run(main())',
  ].join('\n');
  const { delays } = await harness.run(mixed, { pace: 'real' });
  expect(delays.length).toBeGreaterThan(10);
  const sorted = delays.toSorted((one, other) => one - other);
  expect(sorted[Math.floor(sorted.length * 0.9)]).toBeLessThan(PROMISE_MS);
  expect(sorted.at(-1)).toBeLessThan(BOUND_MS);
});

test('batches come all through a computation, not at its end', async ({ harness }) => {
  const computing =
    'import time\nend = time.perf_counter() + 1\nn = 0\nwhile time.perf_counter() < end:\n    n += 1\n    if n % 1000 == 0: print(n)';
  const { delays, end } = await harness.runQuietly(computing, { pace: 'real' });
  expect(delays.length).toBeGreaterThan(end.wall / 1000 / PROMISE_MS);
});

test('what was printed is seen even when a long call of C code follows', async ({ harness }) => {
  const { stdout, end } = await harness.run('print("first")\nsum(range(10**13))', {
    pace: 'real',
    stopAfter: 200,
  });
  expect(end.ending).toEqual({ kind: 'stopped' });
  expect(stdout).toBe('first\n');
});

test('clocks agree: the page, the program and the events', async ({ harness }) => {
  const clocks = [
    'import asyncio, time',
    'async def main():',
    '    loop = asyncio.get_running_loop()',
    '    starts = [clock() for clock in (time.time, time.monotonic, time.perf_counter, loop.time)]',
    '    starts += [time.time_ns() / 1e9, time.monotonic_ns() / 1e9]',
    '    await asyncio.sleep(60)',
    '    time.sleep(60)',
    '    ends = [clock() for clock in (time.time, time.monotonic, time.perf_counter, loop.time)]',
    '    ends += [time.time_ns() / 1e9, time.monotonic_ns() / 1e9]',
    '    print(*(round(end - start) for start, end in zip(starts, ends)))',
    'asyncio.run(main())',
  ].join('\n');
  const { stdout, end } = await harness.run(clocks);
  expect(stdout).toBe('120 120 120 120 120 120\n');
  expect(Math.round(end.time / 1e6)).toBe(120);
});
