// Times: each test of each runner by a name one can find, the slowest first.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../command.mjs';
import { slowestInWords, timesOfPlaywright, timesOfPython, timesOfVitest } from './slowest.mjs';

/**
 * A test as Playwright reports it, with how long each try took.
 * @param {string} title
 * @param {readonly number[]} durations
 */
const spec = (title, ...durations) => ({
  title,
  tests: [{ results: durations.map((duration) => ({ duration })) }],
});

describe('times', () => {
  it('of Vitest have the full name of a test', () => {
    const assertionResults = [{ fullName: 'a b', duration: 1500 }, { fullName: 'skipped' }];
    expect(timesOfVitest({ testResults: [{ assertionResults }] })).toEqual([
      { name: 'a b', seconds: 1.5 },
      { name: 'skipped', seconds: 0 },
    ]);
  });

  it('of Playwright have the file and every title, and sum up what was tried', () => {
    const file = 'contract/lessons.spec.ts';
    const inner = { title: 'lesson memory', file, specs: [spec('broken', 2000, 500)] };
    expect(
      timesOfPlaywright({ suites: [{ title: file, file, specs: [spec('first', 100)], suites: [inner] }] }),
    ).toEqual([
      { name: `${file} › first`, seconds: 0.1 },
      { name: `${file} › lesson memory › broken`, seconds: 2.5 },
    ]);
  });

  it('are none where a runner left no report', () => {
    for (const read of [timesOfVitest, timesOfPlaywright, timesOfPython]) expect(read(null)).toEqual([]);
  });
});

describe('the slowest', () => {
  it('are ten at most, the slowest first', () => {
    const times = Array.from({ length: 30 }, (_, seconds) => ({ name: `test ${seconds}`, seconds }));
    const lines = slowestInWords(times).trimEnd().split('\n');
    expect(lines).toHaveLength(10);
    expect(lines[0]).toBe('     29.0 s  test 29');
  });

  it('are not told of a stage that is one test', () => {
    expect(slowestInWords([{ name: 'all', seconds: 9 }])).toBe('');
  });
});

describe('the runner of Python tests', () => {
  it('writes down counts and times, of all tests or of those named', async () => {
    const home = mkdtempSync(join(tmpdir(), 'faultline-python-'));
    mkdirSync(join(home, 'tests'));
    const tests = ['import unittest', 'class Case(unittest.TestCase):'];
    /**
     * @param {string} name
     * @param {readonly string[]} lines
     */
    const write = (name, ...lines) =>
      writeFileSync(join(home, 'tests', name), [...tests, ...lines, ''].join('\n'));
    write('__init__.py', '    pass');
    write('test_good.py', '    def test_it(self): pass');
    write(
      'test_bad.py',
      '    def test_it(self): self.fail("no")',
      '    def test_more(self): self.skipTest("later")',
    );
    const report = join(home, 'report.json');
    /** @param {readonly string[]} names */
    const call = async (...names) => {
      const args = [join(import.meta.dirname, 'run_python.py'), home, report, ...names];
      const { code, output } = await run('python3', args, {
        quiet: true,
        env: { PYTHONDONTWRITEBYTECODE: '1' },
      });
      return { code, output, ...(code < 2 ? JSON.parse(readFileSync(report, 'utf8')) : {}) };
    };
    // The same machine may have no Python; then the stage that needs one says so.
    const { code: there } = await run('python3', ['--version'], { quiet: true });
    if (there === 0) {
      const all = await call();
      expect(all).toMatchObject({ code: 1, passed: 1, failed: 1, skipped: 1 });
      expect(Object.keys(all.seconds)).toContain('tests.test_good.Case.test_it');
      expect(all.failures['tests.test_bad.Case.test_it']).toContain('AssertionError: no');
      expect(await call('tests.test_good')).toMatchObject({ code: 0, passed: 1, failed: 0, skipped: 0 });
    }
    rmSync(home, { recursive: true });
  });
});
