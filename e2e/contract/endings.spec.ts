/** How runs end: each ending says what CPython would say, about the person's own lines and nothing of ours. */
import { expect } from '@playwright/test';
import { test } from '../harness.ts';

test('an exception shows the own lines and hides ours', async ({ harness }) => {
  const files = {
    'main.py':
      'import asyncio\nfrom shop.orders import order\n\nasync def main():\n    order(0)\n\nasyncio.run(main())\n',
    'shop/__init__.py': '',
    'shop/orders.py': 'import json\n\ndef order(n):\n    return json.loads("{" * (1 // n))\n',
  };
  const { end, stderr } = await harness.run(files);
  if (end.ending.kind !== 'raised') throw new Error(end.ending.kind);
  const { error } = end.ending;
  expect(error).toMatchObject({ type: 'ZeroDivisionError', message: 'division by zero' });
  expect(error.frames.filter(({ own }) => own)).toMatchObject([
    { file: 'main.py', line: 7, function: '<module>', source: 'asyncio.run(main())' },
    { file: 'main.py', line: 5, function: 'main', source: 'order(0)' },
    { file: 'shop/orders.py', line: 4, function: 'order' },
  ]);
  expect(error.frames.some(({ file }) => file.includes('/asyncio/runners.py'))).toBe(true);
  expect(JSON.stringify(error) + stderr).not.toMatch(/faultline|pyodide/);
  expect(stderr).toBe(error.traceback);
});

test('an exception is reported with its cause, its notes and its group, without our frames', async ({
  harness,
}) => {
  const chained = [
    'import asyncio, time',
    'async def f(n):',
    '    await asyncio.sleep(n)',
    '    try: time.sleep(-1)',
    '    except ValueError as error:',
    '        error.add_note("a note")',
    '        raise KeyError(n) from error',
    'async def main():',
    '    async with asyncio.TaskGroup() as group:',
    '        for n in (1, 1): group.create_task(f(n))',
    'asyncio.run(main())',
  ].join('\n');
  const { end, stderr } = await harness.run(chained);
  if (end.ending.kind !== 'raised') throw new Error(end.ending.kind);
  expect(end.ending.error.type).toBe('ExceptionGroup');
  for (const words of [
    'a note',
    'KeyError: 1',
    'direct cause',
    'ValueError: sleep length must be non-negative',
  ]) {
    expect(stderr).toContain(words);
  }
  expect(stderr).not.toMatch(/faultline|pyodide/);
});

test('a syntax error names its line', async ({ harness }) => {
  const { end, stderr } = await harness.run('x = 1\nif x\n    pass\n');
  expect(end.ending).toMatchObject({
    kind: 'raised',
    error: {
      type: 'SyntaxError',
      message: "expected ':'",
      frames: [{ file: 'main.py', line: 2, own: true }],
    },
  });
  expect(stderr).toContain('    if x\n');
});

test('a failed task that nobody awaits is reported at the end, as is a coroutine never awaited', async ({
  harness,
}) => {
  const forgotten = [
    'import asyncio',
    'async def bad(): raise ValueError("nobody looks")',
    'async def main():',
    '    task = asyncio.create_task(bad())',
    '    await asyncio.sleep(1)',
    '    bad()',
    '    print("end of main")',
    'asyncio.run(main())',
  ].join('\n');
  const { end, stdout, stderr, events } = await harness.run(forgotten);
  expect(end.ending).toEqual({ kind: 'finished' });
  expect(stdout).toBe('end of main\n');
  expect(stderr).toContain('Task exception was never retrieved');
  expect(stderr).toContain('ValueError: nobody looks');
  expect(stderr).toMatch(/main\.py:6: RuntimeWarning: coroutine 'bad' was never awaited/);
  expect(stderr).not.toContain('faultline');
  expect(events.some((event) => event.word === 'close' && event.outcome === 'failed')).toBe(true);
});

for (const [call, ending, words] of [
  ['sys.exit()', { kind: 'finished' }, ''],
  ['sys.exit(0)', { kind: 'finished' }, ''],
  ['sys.exit(3)', { kind: 'exited', status: 3, message: '' }, ''],
  ['sys.exit(-1)', { kind: 'exited', status: 255, message: '' }, ''],
  ['sys.exit(True)', { kind: 'exited', status: 1, message: '' }, ''],
  ['sys.exit("no more")', { kind: 'exited', status: 1, message: 'no more' }, 'no more\n'],
  ['raise SystemExit(1, 2)', { kind: 'exited', status: 1, message: '(1, 2)' }, '(1, 2)\n'],
  ['exit(4)', { kind: 'exited', status: 4, message: '' }, ''],
  ['asyncio.run(leave())', { kind: 'exited', status: 5, message: '' }, ''],
] as const) {
  test(`${call} ends as in CPython`, async ({ harness }) => {
    const program = `import asyncio, sys\nasync def leave(): sys.exit(5)\n${call}\nprint("not reached")\n`;
    const { end, stdout, stderr } = await harness.run(program);
    expect(end.ending).toEqual(ending);
    expect(stdout).toBe('');
    expect(stderr).toBe(words);
  });
}

test('input() explains itself and never hangs', async ({ harness }) => {
  for (const ask of ['input("name? ")', 'sys.stdin.read()', 'next(iter(sys.stdin))']) {
    const { end } = await harness.run(`import sys\n${ask}`);
    expect(end.ending).toMatchObject({ kind: 'raised', error: { type: 'EOFError' } });
    expect(JSON.stringify(end.ending)).toContain('no keyboard input');
  }
});

test('a program that can never go on is stuck, and says who waits for what', async ({ harness }) => {
  const stuck = [
    'import asyncio',
    'async def wait_for(event): await event.wait()',
    'async def main():',
    '    event = asyncio.Event()',
    '    await asyncio.gather(wait_for(event), asyncio.sleep(2))',
    'asyncio.run(main())',
  ].join('\n');
  for (const pace of ['fast', 'real'] as const) {
    const { end } = await harness.run(stuck, { pace });
    if (end.ending.kind !== 'stuck') throw new Error(end.ending.kind);
    expect(end.ending.waits).toEqual([
      'Task-1 main waits for gather (main.py, line 5)',
      'Task-2 wait_for waits for Event.wait (main.py, line 2)',
    ]);
    expect(end.time).toBeGreaterThanOrEqual(2_000_000);
    // What was computed takes its real time, on a busy machine more of it.
    if (pace === 'fast') expect(Math.round((end.time - end.wall) / 1e6)).toBe(2);
  }
});

test('caps cut a run short and keep what was there', async ({ harness }) => {
  const limits = { events: 1000, outputChars: 500 };
  const many =
    'import asyncio\nasync def f(): await asyncio.sleep(0)\n' +
    'async def main():\n    while True: await asyncio.create_task(f())\nasyncio.run(main())';
  const lanes = await harness.run(many, { limits });
  expect(lanes.end.ending).toEqual({ kind: 'capped', what: 'lanes', limit: 250 });
  expect(lanes.events.filter(({ word }) => word === 'track').length).toBeLessThanOrEqual(250);
  const output = await harness.run('while True: print("0123456789")', { limits });
  expect(output.end.ending).toEqual({ kind: 'capped', what: 'output', limit: 500 });
  expect(output.stdout).toBe('0123456789\n'.repeat(46).slice(0, 500));
  const once = await harness.run('print("x" * 10_000_000)', { limits });
  expect(once.end.ending).toEqual({ kind: 'capped', what: 'output', limit: 500 });
  expect(once.stdout).toBe('x'.repeat(500));
});

for (const [name, deep] of Object.entries({
  'in Python': 'def f(n): return f(n + 1)\nf(0)',
  'in Python with the limit lifted':
    'import sys\nsys.setrecursionlimit(10**9)\ndef f(n): return f(n + 1)\nf(0)',
  'through C': 'class A:\n    def __repr__(self): return repr(self)\nrepr(A())',
  'through sorted': 'def f(x): return sorted([x], key=f)\nf(1)',
  'through properties': 'class A:\n    def __getattr__(self, name): return getattr(self, name + "x")\nA().x',
  'in a coroutine': 'import asyncio\nasync def f(n): return await f(n + 1)\nasyncio.run(f(0))',
})) {
  test(`recursion without an end raises RecursionError, ${name}`, async ({ harness }) => {
    const { end } = await harness.run(`print("before")\n${deep}`);
    expect(end.ending).toMatchObject({ kind: 'raised', error: { type: 'RecursionError' } });
  });
}

test('recursion inside C that only the browser can end crashes its own run and no other', async ({
  harness,
}) => {
  // CPython guards such recursion by the size of its C stack; the browser's stack for WebAssembly is smaller still.
  const nested = 'x = []\nfor _ in range(100_000): x = [x]\nprint("before")\nrepr(x)';
  const { end, stdout } = await harness.run(nested);
  expect(['crashed', 'raised']).toContain(end.ending.kind);
  expect(stdout).toBe('before\n');
  expect((await harness.run('print("works")')).stdout).toBe('works\n');
});

test('a program that writes over all of its memory ends its own run, in few words', async ({ harness }) => {
  const { end, stdout } = await harness.run(
    'import ctypes\nprint("before", flush=True)\nctypes.memset(0, 65, 10_000_000)',
  );
  expect(end.ending).toMatchObject({ kind: 'crashed', cause: 'interpreter' });
  expect(JSON.stringify(end.ending).length).toBeLessThan(1_000);
  expect(stdout).toBe('before\n');
  expect((await harness.run('print("works")')).stdout).toBe('works\n');
});

test('running out of memory raises MemoryError, and the next run has all of it again', async ({
  harness,
}) => {
  const hoard = 'kept = []\nwhile True: kept.append(bytearray(50_000_000))';
  const { end } = await harness.run(hoard);
  expect(end.ending).toMatchObject({ kind: 'raised', error: { type: 'MemoryError' } });
  const next = await harness.run('print(len(bytearray(200_000_000)))');
  expect(next.stdout).toBe('200000000\n');
});

test('an exception of any size or kind is reported', async ({ harness }) => {
  const quiet = 'import sys\nsys.excepthook = lambda *_: None\n';
  const long = await harness.run(`${quiet}raise ValueError("x" * 3_000_000)`);
  expect(long.end.ending).toMatchObject({ kind: 'raised', error: { type: 'ValueError' } });
  const surrogate = await harness.run(`${quiet}raise ValueError("\\udc80")`);
  expect(surrogate.end.ending).toMatchObject({ kind: 'raised', error: { type: 'ValueError' } });
  const mute = 'class E(BaseException):\n    def __str__(self): raise RuntimeError\nraise E';
  const { end } = await harness.run(mute);
  expect(end.ending).toMatchObject({ kind: 'raised', error: { type: 'E' } });
});

test('names and labels of any length are reported', async ({ harness }) => {
  const named =
    'import asyncio\nasync def f(): pass\nasync def m(): await asyncio.create_task(f(), name="x" * 3_000_000)\nasyncio.run(m())';
  const { end, counters } = await harness.run(named);
  expect(end.ending).toEqual({ kind: 'finished' });
  expect(counters['tasks done']).toBe(2);
});

test('an ending is held to a sum, not only text by text', async ({ harness }) => {
  const waiting = [
    'import asyncio',
    'async def main():',
    '    event = asyncio.Event()',
    '    waits = [asyncio.create_task(event.wait(), name="N" * 100_000) for _ in range(1_200)]',
    '    await asyncio.gather(*waits)',
    'asyncio.run(main())',
  ].join('\n');
  const { end } = await harness.runQuietly(waiting);
  if (end.ending.kind !== 'stuck') throw new Error(end.ending.kind);
  expect(end.ending.waits).toHaveLength(1_000);
  expect(end.ending.waits.join('').length).toBeLessThan(1_300_000);
  expect(end.ending.waits.at(-1)).toMatch(/^N{200}/);
});

/** Lists of very long texts: the program, what is expected all the same, and how many characters that may come to. */
const LONG_TOGETHER: Readonly<
  Record<string, readonly [program: string, expected: Record<string, unknown>, all: number]>
> = {
  'threads that wait': [
    'import threading\nevent = threading.Event()\nfor n in range(60): threading.Thread(target=event.wait, name=f"{n}" + "N" * 400_000).start()',
    { kind: 'stuck', waits: { length: 61 }, cycle: [] },
    1_300_000,
  ],
  'threads in a circle of locks': [
    'import threading, time\nlocks = [threading.Lock() for _ in range(60)]\ndef eat(n):\n    with locks[n - 1]:\n        time.sleep(1)\n        with locks[n]: pass\nfor n in range(60): threading.Thread(target=eat, args=(n,), name=f"{n}" + "N" * 400_000).start()',
    { kind: 'stuck', waits: { length: 61 }, cycle: { length: 60 } },
    1_300_000,
  ],
  'exceptions of a group': [
    'raise ExceptionGroup("g" * 1_000_000, [type("T" * 100_000, (Exception,), {})("v" * 1_000_000) for _ in range(200)])',
    { kind: 'raised', error: { type: 'ExceptionGroup' } },
    1_300_000,
  ],
  'notes of an exception': [
    'error = ValueError("noted")\nerror.__notes__ = ["n" * 1_000_000 for _ in range(60)]\nraise error',
    { kind: 'raised', error: { type: 'ValueError' } },
    300_000,
  ],
  'causes of an exception': [
    'error = None\nfor _ in range(300):\n    later = RuntimeError("m" * 200_000)\n    later.__cause__, error = error, later\nraise error',
    { kind: 'raised', error: { type: 'RuntimeError' } },
    400_000,
  ],
  'functions of a traceback': [
    'names = [chr(97 + n % 26) * 20_000 + str(n) for n in range(300)]\ntext = "\\n".join(f"def {a}(): {b}()" for a, b in zip(names, names[1:]))\nexec(f"{text}\\ndef {names[-1]}(): 1 / 0\\n{names[0]}()")',
    { kind: 'raised', error: { type: 'ZeroDivisionError', message: 'division by zero' } },
    1_300_000,
  ],
};

for (const [what, [program, expected, all]] of Object.entries(LONG_TOGETHER)) {
  test(`an ending is held to a sum: ${what}`, async ({ harness }) => {
    const { end } = await harness.runQuietly(program);
    expect(end.ending).toMatchObject(expected);
    expect(JSON.stringify(end.ending).length).toBeLessThan(all);
    expect((await harness.run('print("works")')).stdout).toBe('works\n');
  });
}
