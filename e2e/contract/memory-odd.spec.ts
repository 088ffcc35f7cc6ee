/** What learners try on the memory lesson: large, odd and hostile programs end in words and cannot see the probe. */
import { expect } from '@playwright/test';
import { test } from '../harness.ts';
import { marksOn } from './memory.ts';
import { random, twoThreads } from './threads.ts';

const probes = ['memory'];

test('a million small objects are counted in few looks', async ({ harness }) => {
  test.slow();
  const million =
    'class Thing:\n    def __init__(self, n): self.n = n\nthings = []\nfor n in range(1_000_000):\n    things.append(Thing(n))\n';
  const run = await harness.run(million, { probes });
  expect(run.end.ending).toEqual({ kind: 'finished' });
  expect(run.counters).toMatchObject({ Thing: 1_000_000, things: 1_000_000 });
  expect(marksOn(run, 'held by/Thing')).toEqual(['`Thing`', 'list', 'global `things`']);
  expect(run.events.length).toBeLessThan(10_000);
});

const leakOf = (blocks: number) =>
  `class Block:\n    def __init__(self): self.bytes = bytearray(1_000_000)\nkept = []\nfor _ in range(${blocks}):\n    kept.append(Block())\n`;

test('a leak of 300 MB runs to its end and is measured', async ({ harness }) => {
  const run = await harness.run(leakOf(300), { probes });
  expect(run.end.ending).toEqual({ kind: 'finished' });
  expect(run.counters['Block']).toBe(300);
  expect(run.counters['traced bytes']).toBeGreaterThan(300_000_000);
  expect(run.counters['traced bytes']).toBeLessThan(310_000_000);
});

test('a leak of more than there is ends in MemoryError, and what holds it is still reported', async ({
  harness,
}) => {
  const run = await harness.run(leakOf(3000), { probes });
  expect(run.end.ending).toMatchObject({ kind: 'raised', error: { type: 'MemoryError' } });
  expect(marksOn(run, 'held by/Block')).toEqual(['`Block`', 'list', 'global `kept`']);
});

test('objects with slots and without weak references are counted', async ({ harness }) => {
  const run = await harness.run('class P:\n    __slots__ = ("x", "y")\nkept = [P() for _ in range(500)]\n', {
    probes,
  });
  expect(run.counters['P']).toBe(500);
});

test('gc.freeze hides objects for a while, not at the end', async ({ harness }) => {
  const run = await harness.run(
    'import gc\nclass T: pass\nkept = [T() for _ in range(100)]\ngc.freeze()\nmore = [T() for _ in range(9)]\n',
    { probes },
  );
  expect(run.counters['T']).toBe(109);
});

const UNAFFECTED: Readonly<Record<string, string>> = {
  'a __del__ that raises, alone and in a cycle': [
    'class Bad:',
    '    def __del__(self): raise ValueError("no")',
    'for _ in range(3): Bad()',
    'bad = Bad()',
    'bad.me = bad',
    'del bad',
    'print("end")',
  ].join('\n'),
  'tracemalloc of its own': [
    'import tracemalloc',
    'print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory())',
    'tracemalloc.start(5)',
    'first = tracemalloc.take_snapshot()',
    'kept = [bytes(1000) for _ in range(100)]',
    'second = tracemalloc.take_snapshot()',
    'print([d.traceback[0].lineno for d in second.compare_to(first, "lineno") if d.size_diff > 10_000])',
    'print(tracemalloc.get_traceback_limit())',
    'tracemalloc.stop()',
    'print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory())',
  ].join('\n'),
  'callbacks of the collector': [
    'import gc',
    'seen = []',
    'def hear(phase, info): seen.append((phase, sorted(info)))',
    'print(gc.callbacks, gc.get_freeze_count())',
    'gc.callbacks.append(hear)',
    'gc.collect()',
    'print(seen[:2], gc.callbacks == [hear])',
    'def bad(phase, info): raise KeyError("x")',
    'gc.callbacks[:] = [bad]',
    'gc.collect()',
    'gc.callbacks.clear()',
  ].join('\n'),
  'a cycle with a finaliser': [
    'class Node:',
    '    def __del__(self, say=print): say("gone")',
    'node = Node()',
    'node.me = node',
    'del node',
    'print("end")',
  ].join('\n'),
};

for (const [name, program] of Object.entries(UNAFFECTED)) {
  test(`${name} is as without a probe`, async ({ harness }) => {
    const watched = await harness.run(program, { probes });
    const alone = await harness.run(program, { probes: [] });
    expect(watched.end.ending).toEqual({ kind: 'finished' });
    expect(watched.stdout).toBe(alone.stdout);
    expect(watched.stdout).not.toBe('');
    expect(watched.stderr.replaceAll(/0x[0-9a-f]+/g, '')).toBe(alone.stderr.replaceAll(/0x[0-9a-f]+/g, ''));
  });
}

test('threads are scheduled as without the probe', async ({ harness }) => {
  const text = twoThreads('n = 0\ndef one():\n    global n\n    for _ in range(20): n += int(1)');
  const schedule = random('cpython314', 3, 0.3);
  const runs = [];
  for (const watched of [['threads'], ['threads', 'memory']]) {
    runs.push(await harness.run(text, { probes: watched, schedule }));
  }
  const [alone, together] = runs;
  expect(alone?.scheduled?.preemptions).toBeGreaterThan(0);
  expect(together?.scheduled?.decisions).toEqual(alone?.scheduled?.decisions);
  expect(together?.scheduled?.steps).toBe(alone?.scheduled?.steps);
});

test('a run that is stopped says who holds what', async ({ harness }) => {
  const program =
    'class T: pass\nkept = [T(), T()]\nprint("kept")\nwhile True:\n    for n in range(1000): n * n\n';
  // On a machine that is busy otherwise the program may not hear of it within its grace, and is cut off.
  await expect(async () => {
    const run = await harness.run(program, { probes, stopAfter: { output: 300 } });
    expect(run.end.ending).toEqual({ kind: 'stopped' });
    expect(marksOn(run, 'held by/T')).toEqual(['`T`', 'list', 'global `kept`']);
  }).toPass();
});
