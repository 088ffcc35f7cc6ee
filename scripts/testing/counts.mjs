// Reads how many tests passed, failed and were skipped out of what each test runner reports.

import { isRecord, recordsIn } from '../outside.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/** @type {Tally} */
const NONE = { passed: 0, failed: 0, skipped: 0 };

/**
 * A count of a report. What is none would make every sum worthless, and be no failure: so it throws.
 * @param {unknown} value
 */
function counted(value) {
  if (typeof value === 'number') return value;
  throw new TypeError(`The report of a test runner has ${JSON.stringify(value)} where a count should be.`);
}

/**
 * A runner that ends badly without a failed test has failed all the same, so that no failure is lost.
 * @param {Tally} tally
 * @param {number} code its exit code
 * @returns {Tally}
 */
function honest(tally, code) {
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

/**
 * @param {unknown} report of Vitest's JSON reporter, or null when there is none
 * @param {number} code its exit code
 * @returns {Tally}
 */
export function countVitest(report, code) {
  if (!isRecord(report)) return honest(NONE, 1);
  const { testResults, numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report;
  // A file that cannot be loaded is "failed" and holds no tests.
  const unloaded = recordsIn(testResults).filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !recordsIn(assertionResults).some((test) => test['status'] === 'failed'),
  ).length;
  const tally = {
    passed: counted(numPassedTests),
    failed: counted(numFailedTests) + unloaded,
    skipped: counted(numPendingTests) + counted(numTodoTests ?? 0),
  };
  return honest(tally, code);
}

/**
 * @param {unknown} report of Playwright's JSON reporter, or null when there is none
 * @param {number} code its exit code
 * @returns {Tally}
 */
export function countPlaywright(report, code) {
  const stats = isRecord(report) ? report['stats'] : null;
  if (!isRecord(stats)) return honest(NONE, 1);
  const { expected, unexpected, flaky, skipped } = stats;
  // A flaky test failed at least once, and hiding that helps nobody.
  const failed = counted(unexpected) + counted(flaky);
  return honest({ passed: counted(expected), failed, skipped: counted(skipped) }, code);
}

/**
 * @param {unknown} report of `run_python.py`, or null when there is none
 * @param {number} code its exit code
 * @returns {Tally}
 */
export function countPython(report, code) {
  if (!isRecord(report)) return honest(NONE, 1);
  const { passed, failed, skipped } = report;
  return honest({ passed: counted(passed), failed: counted(failed), skipped: counted(skipped) }, code);
}
