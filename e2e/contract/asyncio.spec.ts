/** asyncio is CPython's own: the same order, the same seconds, one loop for each asyncio.run. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../harness.ts';

const program = (name: string): string => readFileSync(join(import.meta.dirname, 'programs', name), 'utf8');

test('ten calls of asyncio.run build ten loops', async ({ harness }) => {
  const ten = 'import asyncio\nasync def f(): await asyncio.sleep(1)\nfor _ in range(10): asyncio.run(f())\n';
  const { end, counters } = await harness.run(ten);
  expect(end.ending).toEqual({ kind: 'finished' });
  expect(counters).toMatchObject({ 'event loops': 10, tasks: 10, 'tasks done': 10, 'in flight (peak)': 1 });
  // Without what was computed in real time, of which a busy machine needs more.
  expect(Math.round((end.time - end.wall) / 1e6)).toBe(10);
});

for (const probes of [['tasks'], []]) {
  test(`all of asyncio does what CPython does, ${probes.length} probes`, async ({ harness }) => {
    // On a clock that nothing but the program moves: its last lines tell which of two came first.
    const { end, stdout, stderr } = await harness.run(program('asyncio_tour.py'), {
      probes,
      schedule: { model: 'cpython314', strategy: { kind: 'realistic' } },
    });
    expect(stdout).toBe(program('asyncio_tour.txt'));
    expect(stderr).toBe('');
    expect(end.ending).toEqual({ kind: 'finished' });
  });
}

test('in fast forward a virtual hour takes no time and keeps the order', async ({ harness }) => {
  const hours = [
    'import asyncio',
    'async def f(n):',
    '    await asyncio.sleep(3600 + n)',
    '    print(n)',
    'async def main(): await asyncio.gather(*(f(n) for n in reversed(range(20))))',
    'asyncio.run(main())',
  ].join('\n');
  const { end, stdout } = await harness.run(hours);
  expect(stdout.trim().split('\n').map(Number)).toEqual(Array.from({ length: 20 }, (_, n) => n));
  expect(end.time / 1e6).toBeGreaterThan(3600);
  // Computing takes its real time also here, and a busy machine is slow at it.
  expect(end.time / end.wall).toBeGreaterThan(100);
});

test('at real pace waiting takes its time, together as well as alone', async ({ harness }) => {
  const five = [
    'import asyncio',
    'async def f(): await asyncio.sleep(0.4)',
    'async def main(): await asyncio.gather(*(f() for _ in range(50)))',
    'asyncio.run(main())',
  ].join('\n');
  const { end } = await harness.run(five, { pace: 'real' });
  expect(end.time / end.wall).toBeCloseTo(1, 1);
  expect(end.wall / 1e6).toBeGreaterThan(0.4);
  // One after another they would take twenty seconds.
  expect(end.wall / 1e6).toBeLessThan(10);
});

test('time.sleep in a coroutine holds the loop, and the probe says so', async ({ harness }) => {
  const blocking = [
    'import asyncio, time',
    'async def f(n):',
    '    print("in", n)',
    '    time.sleep(0.5)',
    '    print("out", n)',
    'async def main(): await asyncio.gather(f(1), f(2), f(3))',
    'asyncio.run(main())',
  ].join('\n');
  const { stdout, counters, events } = await harness.run(blocking);
  expect(stdout.trim().split('\n')).toEqual(['in 1', 'out 1', 'in 2', 'out 2', 'in 3', 'out 3']);
  expect(counters).toMatchObject({ 'loop held': 3, 'in flight (peak)': 1 });
  const held = events.filter((event) => event.word === 'mark' && event.name === 'holds the event loop');
  const place = { file: 'main.py', line: 4 };
  expect(held.map((mark) => mark.place)).toEqual([place, place, place]);
});

test('debug mode still warns of slow callbacks', async ({ harness }) => {
  const slow = 'import asyncio, time\nasync def f(): time.sleep(0.3)\nasyncio.run(f(), debug=True)\n';
  const { stderr } = await harness.run(slow);
  expect(stderr).toMatch(/^Executing <Task finished .*took 0\.3\d\d seconds/m);
});

test('loops can be made and run by hand', async ({ harness }) => {
  const byHand = [
    'import asyncio',
    'async def f(): await asyncio.sleep(1); return 1',
    'loop = asyncio.new_event_loop()',
    'asyncio.set_event_loop(loop)',
    'print(loop.run_until_complete(f()))',
    'loop.call_later(1, loop.stop)',
    'loop.run_forever()',
    'loop.close()',
    'with asyncio.Runner() as runner: print(runner.run(f()), runner.run(f()))',
    'print(asyncio.Runner(loop_factory=asyncio.EventLoop).run(f()))',
    'try: asyncio.get_running_loop()',
    'except RuntimeError as error: print(error)',
    'async def nested(): asyncio.run(f())',
    'try: asyncio.run(nested())',
    'except RuntimeError as error: print(error)',
  ].join('\n');
  const { stdout, end } = await harness.run(byHand);
  expect(end.ending).toEqual({ kind: 'finished' });
  expect(stdout.trim().split('\n')).toEqual([
    '1',
    '1 1',
    '1',
    'no running event loop',
    'asyncio.run() cannot be called from a running event loop',
  ]);
});
