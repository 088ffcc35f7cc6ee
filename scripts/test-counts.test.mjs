// Counting: no failure may get lost between a runner and the last line of `npm test`.
import { describe, expect, it } from 'vitest';
import { countPlaywright, countUnittest, countVitest } from './test-counts.mjs';

describe('unittest', () => {
  it('counts a good run', () => {
    expect(countUnittest('...\nRan 12 tests in 0.003s\n\nOK\n', 0)).toEqual({
      passed: 12,
      failed: 0,
      skipped: 0,
    });
  });

  it('counts failures, errors and skips', () => {
    const output = 'Ran 12 tests in 0.003s\n\nFAILED (failures=2, errors=1, skipped=3)\n';
    expect(countUnittest(output, 1)).toEqual({ passed: 6, failed: 3, skipped: 3 });
  });

  it('does not take expected failures for failures', () => {
    const output = 'Ran 2 tests in 0.003s\n\nOK (expected failures=1)\n';
    expect(countUnittest(output, 0)).toEqual({ passed: 2, failed: 0, skipped: 0 });
  });

  it('counts a run that died as a failure', () => {
    expect(countUnittest('Segmentation fault', 139)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe('Vitest', () => {
  const report = {
    numPassedTests: 5,
    numFailedTests: 0,
    numPendingTests: 1,
    numTodoTests: 0,
    testResults: [],
  };

  it('counts tests', () => {
    expect(countVitest(report, 0)).toEqual({ passed: 5, failed: 0, skipped: 1 });
  });

  it('counts a file that cannot be loaded', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }];
    expect(countVitest({ ...report, testResults }, 1).failed).toBe(1);
  });

  it('counts a bad exit and a missing report', () => {
    expect(countVitest(report, 1).failed).toBe(1);
    expect(countVitest(null, 0).failed).toBe(1);
  });
});

describe('Playwright', () => {
  it('counts a flaky test as failed', () => {
    const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 2 };
    expect(countPlaywright({ stats }, 1)).toEqual({ passed: 3, failed: 2, skipped: 2 });
  });

  it('counts a missing report', () => {
    expect(countPlaywright(null, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});
