/** `npm run try` from outside: what stands on standard output and standard error, and the exit code. */
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './try.ts';

const SLEEPS =
  'import asyncio, sys\nasyncio.run(asyncio.sleep(100))\nprint("slept")\nprint("aside", file=sys.stderr)\n';

test('--json prints one object and nothing else', async ({ folder }) => {
  const call = [folder.save('main.py', SLEEPS), '--json', '--pace', 'fast', '--probes', 'tasks,output'];
  const { code, stdout, stderr } = await folder.callWarm(call);
  expect(code).toBe(0);
  expect(stderr).toBe('');
  const report: unknown = JSON.parse(stdout);
  expect(report).toMatchObject({ ending: 'finished', stdout: 'slept\n', stderr: 'aside\n' });
  expect(report).toMatchObject({ counters: { tasks: 1, 'tasks failed': 0, 'event loops': 1 } });
  expect(Math.round(Number(Reflect.get(Object(report), 'virtual_s')))).toBe(100);
  expect(Number(Reflect.get(Object(report), 'elapsed_s'))).toBeLessThan(10);
});

test('without it standard output is the program alone, and a person reads the rest beside it', async ({
  folder,
}) => {
  folder.save('boom.py', 'import sys\nprint("before", sys.argv[1:])\n1 / 0\n');
  const { code, stdout, stderr } = await folder.callWarm(['boom.py', '--', 'one', '--two']);
  expect(code).toBe(1);
  expect(stdout).toBe("before ['one', '--two']\n");
  expect(stderr).toContain('File "boom.py", line 3, in <module>');
  expect(stderr).toMatch(/\nending: +raised \(ZeroDivisionError\)\nelapsed: +\d+\.\d+ (ms|s)\n$/);
});

test('a traceback in JSON names files as they were named in the call', async ({ folder }) => {
  folder.save('boom.py', 'import warnings\ndef f():\n    raise ValueError(__file__)\nf()\n');
  const report: unknown = JSON.parse((await folder.callWarm(['./boom.py', '--json'])).stdout);
  const frame = { file: 'boom.py', own: true };
  expect(report).toMatchObject({
    error: {
      frames: [
        { ...frame, line: 4 },
        { ...frame, line: 3 },
      ],
    },
  });
  expect(JSON.stringify(report)).not.toContain('/program/');
});

test('a program comes on standard input too', async ({ folder }) => {
  const input = '\uFEFFprint("from stdin")\r\n1 / 0\r\n';
  const { code, stdout, stderr } = await folder.callWarm(['-'], { input });
  expect([code, stdout]).toEqual([1, 'from stdin\n']);
  expect(stderr).toContain('File "<stdin>", line 2, in <module>\n    1 / 0\n');
});

test('the imports probe watches a program that begins as it is told to', async ({ folder }) => {
  folder.save('main.py', 'print(__name__)\n');
  const { code, stdout } = await folder.callWarm([
    '.',
    '--json',
    '--probes',
    'imports',
    '--entry',
    'import main',
  ]);
  expect(code).toBe(0);
  const report: unknown = JSON.parse(stdout);
  expect(report).toMatchObject({ stdout: 'main\n', counters: { 'bodies run': 2, 'modules loaded': 1 } });
  expect(report).not.toHaveProperty(['counters', 'tasks']);
});

test('a wrong call is answered with a sentence, and its exit code, before anything runs', async ({
  folder,
}) => {
  folder.save('main.py', 'print("ran")\n');
  const entry = await folder.callWarm(['.', '--entry', 'other.py']);
  expect(entry).toMatchObject({ code: 2, stdout: '' });
  expect(entry.stderr).toMatch(/^There is no "other\.py" in "\." to begin with\. There are: .*main\.py/);
  for (const check of ['n ==', 'x = 1', 'await x', '1 2', '(', 'import os']) {
    const call = ['main.py', '--search', '5', '--check', check];
    // oxlint-disable-next-line no-await-in-loop -- one at a time: they share two cores
    const { code, stdout, stderr } = await folder.callWarm(call);
    expect([check, code, stdout]).toEqual([check, 2, '']);
    expect(stderr).toContain(`--check "${check}" is not an expression: `);
  }
});

test('a lesson is measured, and a mistake in one has its own exit code', async ({ folder }) => {
  const lesson = join(import.meta.dirname, '../../lessons/1-asyncio');
  const { code, stdout } = await folder.callWarm([lesson, '--pace', 'fast']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^broken: finished\n[^]*holds[^]*\nfixed: finished\n[^]*holds\n$/);
  expect(stdout).not.toContain('DOES NOT HOLD');
  folder.saveLesson('7-halves', '---\ntitle: Half\nprobes: [tasks]\n---\n');
  const half = await folder.callWarm(['7-halves']);
  expect(half.code).toBe(3);
  expect(half.stderr).toContain('lessons/7-halves/lesson.md:');
  // Its programs can be tried all the same.
  expect(await folder.callWarm(['7-halves/broken'])).toMatchObject({ code: 0, stdout: 'half\n' });
});

const RACE = `import threading
counter = 0
def add():
    global counter
    for _ in range(3):
        value = counter
        counter = int(value + 1)
threads = [threading.Thread(target=add) for _ in range(2)]
for thread in threads: thread.start()
for thread in threads: thread.join()
`;

test('each failing seed that a random search names fails by itself', async ({ folder }) => {
  const call = [folder.save('race.py', RACE), '--json', '--model', 'before310', '--check', 'counter == 6'];
  const found: unknown = JSON.parse((await folder.callWarm([...call, '--search', '60'])).stdout);
  const { failed, seeds } = Reflect.get(Object(found), 'search');
  expect(failed).toBeGreaterThan(0);
  expect(seeds).toHaveLength(Math.min(20, failed));
  for (const seed of seeds.slice(0, 5)) {
    // oxlint-disable-next-line no-await-in-loop -- one at a time: they share two cores
    const alone = await folder.callWarm([...call, '--strategy', 'random', '--seed', String(seed)]);
    expect(JSON.parse(alone.stdout)).toMatchObject({ check: { holds: false } });
    expect(alone.code).toBe(1);
  }
});
