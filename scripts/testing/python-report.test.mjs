import { describe, expect, it } from 'vitest';
import { mergedReport } from './python-report.mjs';

/** @param {object} report */
const serialised = (report) => JSON.stringify({ skipped: 0, failures: {}, printed: 'Ran\n', ...report });

describe('the report of several modules', () => {
  it('has the tests of all, and what the failed ones printed', () => {
    const failed = {
      passed: 1,
      failed: 1,
      seconds: { b: 2, c: 1 },
      failures: { c: 'why' },
      printed: 'Failed\n',
    };
    expect(
      mergedReport([
        { module: 'tests.test_a', report: serialised({ passed: 2, failed: 0, seconds: { a: 1 } }) },
        { module: 'tests.test_b', report: serialised(failed) },
      ]),
    ).toEqual({
      passed: 3,
      failed: 1,
      skipped: 0,
      seconds: { a: 1, b: 2, c: 1 },
      failures: { c: 'why' },
      printed: 'Failed\n',
    });
  });

  it('counts a module that was lost as a failure of the test under way', () => {
    const { failed, failures } = mergedReport([
      { module: 'tests.test_a', lost: 'it did not end', test: 'tests.test_a.A.test_it' },
      { module: 'tests.test_b', lost: 'no such module', test: null },
    ]);
    expect(failed).toBe(2);
    expect(failures).toEqual({
      'tests.test_a.A.test_it': 'it did not end',
      'tests.test_b': 'no such module',
    });
  });
});
