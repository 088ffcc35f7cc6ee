// Counting: no failure may get lost between a runner and the last line of `npm test`.
import { describe, expect, it } from 'vitest';
import { countPlaywright, countPython, countVitest } from './counts.mjs';

describe('Python', () => {
  it('counts what the run wrote down', () => {
    const report = { passed: 6, failed: 3, skipped: 3, seconds: {} };
    expect(countPython(report, 1)).toEqual({ passed: 6, failed: 3, skipped: 3 });
  });

  it('counts a bad exit and a run that died before it wrote anything', () => {
    expect(countPython({ passed: 6, failed: 0, skipped: 0 }, 1).failed).toBe(1);
    expect(countPython(null, 139)).toEqual({ passed: 0, failed: 1, skipped: 0 });
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
