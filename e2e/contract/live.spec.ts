/** A run is seen while it happens: output and events arrive before the program has ended. */
import { expect } from '@playwright/test';
import { test } from '../harness.ts';

const PROMISE_MS = 100;
/** What a program waits between two lines; a busy machine may take as many times longer as it likes. */
const BEAT_MS = 20;

/** A program that writes lines, each with the real milliseconds since the one before it: how slow the machine is now. */
const beating = (beats: number, wait: string): string =>
  [
    'import time',
    'last = time.perf_counter()',
    `for _ in range(${beats}):`,
    `    ${wait}`,
    '    now = time.perf_counter()',
    '    print(round((now - last) * 1000))',
    '    last = now',
  ].join('\n');

/** The middle one. */
const median = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;

for (const [name, wait] of Object.entries({
  waits: `time.sleep(${BEAT_MS / 1000})`,
  computes: `until = time.perf_counter() + ${BEAT_MS / 1000}\n    while time.perf_counter() < until: pass`,
})) {
  test(`what happens is seen within a tenth of a second, while a program ${name}`, async ({ harness }) => {
    const { delays, stdout } = await harness.run(beating(60, wait), { pace: 'real' });
    const beats = stdout.trim().split('\n').map(Number);
    // The machine that is slow to run the program is slow to carry its news: both are measured in the same run.
    const slowness = Math.max(1, median(beats) / BEAT_MS);
    expect(delays.length).toBeGreaterThan(10);
    expect(median(delays)).toBeLessThan(PROMISE_MS * slowness);
  });
}

test('batches come all through a computation, not at its end', async ({ harness }) => {
  const wait = `until = time.perf_counter() + ${BEAT_MS / 1000}\n    while time.perf_counter() < until: pass`;
  const { events, delays } = await harness.run(beating(100, wait), { pace: 'real' });
  // Two seconds at least. Each batch holds what a tenth of a second brings, so at most five lines of twenty ms.
  expect(delays.length).toBeGreaterThan(events.length / (PROMISE_MS / BEAT_MS));
});

test('what was printed is seen even when a long call of C code follows', async ({ harness }) => {
  const { stdout, end } = await harness.run('print("first")\nsum(range(10**13))', {
    pace: 'real',
    stopAfter: { output: 200 },
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
    '    passed = [end - start for start, end in zip(starts, ends)]',
    '    print(int(min(passed)), max(passed) - min(passed) < 1)',
    'asyncio.run(main())',
  ].join('\n');
  const { stdout, end } = await harness.run(clocks);
  expect(stdout).toBe('120 True\n');
  expect(Math.round((end.time - end.wall) / 1e6)).toBe(120);
});
