// Failures: each failed test of each runner by its name and with its words, printed once more after everything else.
import { describe, expect, it } from 'vitest';
import { failuresInWords, failuresOfPlaywright, failuresOfPython, failuresOfVitest } from './failures.mjs';

/**
 * A try of a test that ended with an error, as Playwright reports it.
 * @param {string} message
 */
const result = (message) => ({ errors: [{ message }] });

describe('failures', () => {
  it('of Vitest are the tests that failed, and the files that could not be loaded', () => {
    const assertionResults = [
      { fullName: 'good', status: 'passed' },
      { fullName: 'bad', status: 'failed', failureMessages: ['expected 1', 'at one.ts'] },
    ];
    const unloaded = {
      name: 'two.test.ts',
      status: 'failed',
      message: 'no such module',
      assertionResults: [],
    };
    expect(failuresOfVitest({ testResults: [{ status: 'failed', assertionResults }, unloaded] })).toEqual([
      { name: 'bad', message: 'expected 1\nat one.ts' },
      { name: 'two.test.ts', message: 'no such module' },
    ]);
  });

  it('of Playwright are what was not expected, in any try, and what failed outside of tests', () => {
    const specs = [
      { title: 'good', tests: [{ status: 'expected', results: [{ errors: [] }] }] },
      { title: 'bad', tests: [{ status: 'unexpected', results: [result('expected 2')] }] },
    ];
    const again = { title: 'now and then', tests: [{ status: 'flaky', results: [result('late'), {}] }] };
    const inner = { title: 'a lesson', specs: [again] };
    const report = {
      errors: [{ message: 'no server' }],
      suites: [{ title: 'a.spec.ts', specs, suites: [inner] }],
    };
    expect(failuresOfPlaywright(report)).toEqual([
      { name: 'outside of all tests', message: 'no server' },
      { name: 'a.spec.ts › bad', message: 'expected 2' },
      { name: 'a.spec.ts › a lesson › now and then', message: 'late' },
    ]);
  });

  it('of Python are what the runner wrote down', () => {
    expect(failuresOfPython({ failures: { 'tests.test_one': 'Traceback' } })).toEqual([
      { name: 'tests.test_one', message: 'Traceback' },
    ]);
  });

  it('are none where a runner left no report', () => {
    for (const read of [failuresOfVitest, failuresOfPlaywright, failuresOfPython])
      expect(read(null)).toEqual([]);
  });

  it('are reported with their first lines, without colours, and not at all where there are none', () => {
    const message = [
      '\u001B[31mred\u001B[39m',
      ...Array.from({ length: 30 }, (_, line) => `line ${line}`),
    ].join('\n');
    const words = failuresInWords([{ name: 'a test', message }]);
    expect(words).toContain('   a test\n     red\n     line 0\n');
    expect(words).toContain('line 18\n     (and 11 more lines)\n');
    expect(words).not.toContain('line 19');
    expect(failuresInWords([])).toBe('');
  });
});
