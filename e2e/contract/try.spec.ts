/** `npm run try` from outside: what stands on standard output, and the exit code. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const ROOT = join(import.meta.dirname, '../..');

/** Calls the script as npm does; a program of one file is written first. */
function tryOut(
  program: string,
  ...options: string[]
): Promise<{ code: number; stdout: string; stderr: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'faultline-try-'));
  writeFileSync(join(folder, 'main.py'), program);
  return new Promise((resolve) => {
    const args = [join(ROOT, 'scripts/try.mjs'), folder, ...options];
    execFile(process.execPath, args, { cwd: ROOT }, (error, stdout, stderr) => {
      rmSync(folder, { recursive: true });
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

const SLEEPS =
  'import asyncio, sys\nasyncio.run(asyncio.sleep(100))\nprint("slept")\nprint("aside", file=sys.stderr)\n';

test('--json prints one object and nothing else', async () => {
  const { code, stdout } = await tryOut(SLEEPS, '--json', '--pace', 'fast', '--probes', 'tasks,output');
  expect(code).toBe(0);
  const report: unknown = JSON.parse(stdout);
  expect(report).toMatchObject({ ending: 'finished', stdout: 'slept\n', stderr: 'aside\n' });
  expect(report).toMatchObject({ counters: { tasks: 1, 'event loops': 1 } });
  expect(Math.round(Number(Reflect.get(Object(report), 'virtual_s')))).toBe(100);
  expect(Number(Reflect.get(Object(report), 'elapsed_s'))).toBeLessThan(10);
});

test('without it a person reads the output, the ending, the time and the counters', async () => {
  const { code, stdout, stderr } = await tryOut('print("before")\n1 / 0\n');
  expect(code).toBe(1);
  expect(stdout).toMatch(/^before\n\nending: +raised \(ZeroDivisionError\)\nelapsed: +\d+\.\d{3} s\n/);
  expect(stderr).toContain('line 2, in <module>');
});

test('the imports probe watches a program that begins as it is told to', async () => {
  const { code, stdout } = await tryOut(
    'print(__name__)\n',
    '--json',
    '--probes',
    'imports',
    '--entry',
    'import main',
  );
  expect(code).toBe(0);
  const report: unknown = JSON.parse(stdout);
  expect(report).toMatchObject({ stdout: 'main\n', counters: { 'bodies run': 2, 'modules loaded': 1 } });
});

test('a wrong call is answered with a sentence and another exit code', async () => {
  const { code, stdout, stderr } = await tryOut('', '--entry', 'other.py');
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^There is no "other\.py" in ".*" to begin with\. There are: main\.py\n$/);
});
