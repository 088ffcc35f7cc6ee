/** The probe of threads is transparent: it is visible neither where keys are compared nor at the exit of Python. */
import { expect } from '@playwright/test';
import { test } from '../harness.ts';
import { program, random } from './threads.ts';

test('a program prints the same with and without the probe, to its last finaliser', async ({ harness }) => {
  const source = program('transparency.py');
  const schedule = random('cpython314', 1);
  const watched = await harness.run(source, { probes: ['threads'], schedule });
  const alone = await harness.run(source, { probes: [], schedule });
  expect(watched.stdout).toBe(alone.stdout);
  expect(watched.stderr).toBe('');
  expect(watched.stdout.match(/compared/g)).toHaveLength(6);
  expect(watched.stdout.match(/del a thread's/g)).toHaveLength(2);
  // The two left behind, in the order in which the interpreter comes by them.
  const last = watched.stdout.split('end\n')[1]?.trim().split('\n').toSorted();
  expect(last).toEqual(["del in a cycle with the module's names", "del left behind with the module's names"]);
});

test('who sleeps goes on in time, whatever another thread does meanwhile', async ({ harness }) => {
  const { stdout } = await harness.run(program('wakes_beside.py'), {
    probes: ['threads', 'tasks'],
    schedule: { model: 'cpython314', strategy: { kind: 'realistic' }, check: null },
  });
  expect(stdout).toBe(`${'0.01\n'.repeat(6)}True\n`);
});

test("a traceback that the program prints has the program's frames only", async ({ harness }) => {
  const source = [
    'import threading, traceback, queue, logging, sys',
    'def work():',
    '    try: threading.Lock().release()',
    '    except RuntimeError: traceback.print_exc()',
    '    try: queue.SimpleQueue().get(timeout=0.1)',
    '    except queue.Empty: logging.exception("none")',
    '    traceback.print_stack()',
    'thread = threading.Thread(target=work)',
    'thread.start()',
    'thread.join()',
  ].join('\n');
  const { stderr, end } = await harness.run(source, {
    probes: ['threads'],
    schedule: random('cpython314', 1),
  });
  expect(end.ending.kind).toBe('finished');
  expect(stderr).toContain('RuntimeError: release unlocked lock');
  expect(stderr).toContain('_queue.Empty');
  expect(stderr).toContain('in _bootstrap_inner');
  expect(stderr).not.toContain('faultline');
});

test('a collection frees what lies in a cycle of lists and dicts, whatever was done to them', async ({
  harness,
}) => {
  const source = [
    'import gc, threading, weakref',
    'class Part: pass',
    'def cycle(kind):',
    '    part, one, other = Part(), kind(), [0]',
    '    if kind is list: one.append(one); one.append(part)',
    '    else: one["self"] = one; one["part"] = part',
    '    other.append(one)',
    '    (one.append if kind is list else lambda it: one.update(other=it))(other)',
    '    return weakref.ref(part)',
    'kept = [Part()]',
    'kept.append(kept)',
    'def work():',
    '    parts = [cycle(kind) for kind in (list, dict)]',
    '    gc.collect()',
    '    print([part() for part in parts], len(kept))',
    'thread = threading.Thread(target=work); thread.start(); thread.join()',
  ].join('\n');
  for (const probes of [['threads'], ['tasks', 'threads', 'pool']] as const) {
    const { stdout, end } = await harness.run(source, {
      probes: [...probes],
      schedule: random('cpython314', 1),
    });
    expect(end.ending.kind).toBe('finished');
    expect(stdout).toBe('[None, None] 2\n');
  }
});

test('a thread that makes many small objects beside much data is not held up', async ({ harness }) => {
  const source = [
    'import threading',
    'data = {n: [[n]] * 8 for n in range(90)}',
    'names = [{str(n): [n]} for n in range(90)]',
    'class Point:',
    '    def __init__(self, x): self.x = x',
    'def work():',
    '    total = 0',
    '    for n in range(6000):',
    '        total += Point(n).x',
    '    print(total)',
    'thread = threading.Thread(target=work); thread.start(); thread.join()',
  ].join('\n');
  const run = await harness.run(source, { probes: ['threads'], schedule: random('cpython314', 1) });
  expect(run.end.ending.kind).toBe('finished');
  expect(run.stdout).toBe(`${(6000 * 5999) / 2}\n`);
});
