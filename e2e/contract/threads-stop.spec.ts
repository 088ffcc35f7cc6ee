/** Whatever threads do, Stop ends them, keeps what they did, and leaves nothing behind; and there may be many of them. */
import { expect } from '@playwright/test';
import { test } from '../harness.ts';
import { random } from './threads.ts';

const RUNAWAYS: Readonly<Record<string, string>> = {
  'threads that loop': 'def work():\n    while True: pass',
  'threads that sleep for ever': 'def work():\n    while True: time.sleep(0.01)',
  'threads that swallow every exception':
    'def work():\n    while True:\n        try:\n            while True: pass\n        except BaseException: pass',
  'threads that wait for a lock in a loop':
    'lock = threading.Lock()\ndef work():\n    while True:\n        try:\n            with lock: time.sleep(0.001)\n        except BaseException: pass',
  'threads that start threads':
    'def work():\n    while True:\n        try: threading.Thread(target=time.sleep, args=(0.001,)).start()\n        except RuntimeError: pass',
};

for (const [name, body] of Object.entries(RUNAWAYS)) {
  test(`${name} stop, and the next run is clean`, async ({ harness }) => {
    const text = `import threading, time\nprint("kept")\n${body}\nfor _ in range(3): threading.Thread(target=work).start()\n`;
    // On a machine that is busy otherwise the program may not hear of it within its grace, and is cut off.
    await expect(async () => {
      const run = await harness.runQuietly(text, {
        probes: ['threads'],
        schedule: random('cpython314', 1),
        stopAfter: { output: 200 },
        limits: { events: 50_000_000, outputChars: 100_000 },
      });
      expect(run.end.ending).toEqual({ kind: 'stopped' });
      expect(run.stdout).toBe('kept\n');
      expect(run.scheduled?.steps).toBeGreaterThan(0);
    }).toPass();
    const next = await harness.run('import threading\nprint(threading.enumerate())', { probes: [] });
    expect(next.stdout).toBe('[<_MainThread(MainThread, started 1)>]\n');
  });
}

test('a program that only looks at the clock comes to its end', async ({ harness }) => {
  const busy =
    'import threading, time\ndef work():\n    until = time.monotonic() + 0.01\n    while time.monotonic() < until: pass\n    print("over")\nfor _ in range(2): threading.Thread(target=work).start()\n';
  const { stdout, end } = await harness.run(busy, { schedule: random('cpython314', 1) });
  expect(end.ending).toEqual({ kind: 'finished' });
  expect(stdout).toBe('over\nover\n');
});

test('200 threads at once work', async ({ harness }) => {
  const many =
    'import threading\nbarrier = threading.Barrier(201)\ndone = []\ndef work(n):\n    barrier.wait()\n    done.append(n)\nthreads = [threading.Thread(target=work, args=(n,)) for n in range(200)]\nfor t in threads: t.start()\nprint(threading.active_count())\nbarrier.wait()\nfor t in threads: t.join()\nprint(sorted(done) == list(range(200)))\n';
  const { stdout, end } = await harness.runQuietly(many, {
    probes: ['threads'],
    schedule: random('before310', 1),
  });
  expect(end.ending).toEqual({ kind: 'finished' });
  expect(stdout).toBe('201\nTrue\n');
});

test('too many threads are an error in words, and those that run go on', async ({ harness }) => {
  const tooMany =
    'import threading\nstop = threading.Event()\nstarted = 0\ntry:\n    for _ in range(600):\n        threading.Thread(target=stop.wait).start()\n        started += 1\nexcept RuntimeError as error:\n    print(error)\nstop.set()\nprint(started >= 200, started == threading.active_count() - 1 or "some are over")\n';
  const { stdout, end } = await harness.runQuietly(tooMany, {
    probes: [],
    schedule: random('cpython314', 1),
  });
  expect(end.ending).toEqual({ kind: 'finished' });
  expect(stdout).toMatch(/^can't start new thread.*\nTrue (True|some are over)\n$/);
});

test('the garbage is collected while many threads stand in the middle of something', async ({ harness }) => {
  const collect = [
    'import gc, threading',
    'gc.set_threshold(20, 2, 2)',
    'class Thing:',
    '    def __repr__(self): return f"{self.n}"',
    'def deep(level, n):',
    '    things = [Thing() for _ in range(5)]',
    '    for one in things: one.all, one.n = things, n',
    '    if level: return max([deep(level - 1, n)], key=lambda text: len(text))',
    '    gc.collect()',
    '    return repr(things)',
    'out = []',
    'def work(n):',
    '    for _ in range(5): out.append(deep(5, n))',
    'threads = [threading.Thread(target=work, args=(n,)) for n in range(30)]',
    'for t in threads: t.start()',
    'for t in threads: t.join()',
    'print(sorted(set(out)) == sorted(str([n] * 5) for n in range(30)), len(out), gc.isenabled())',
  ].join('\n');
  const { stdout, end } = await harness.runQuietly(collect, {
    probes: [],
    schedule: random('before310', 1, 0.01),
  });
  expect(end.ending).toEqual({ kind: 'finished' });
  expect(stdout).toBe('True 150 True\n');
});
