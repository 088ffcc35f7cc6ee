// Reads how many tests passed, failed and were skipped out of what each test runner reports.

/** @typedef {{ passed: number, failed: number, skipped: number, excused?: boolean }} Tally */

/** A runner that ends badly without a failed test has failed all the same, so that no failure is lost. */
function honest(tally, code) {
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

/**
 * @param {any} report of Vitest's JSON reporter, or null when there is none
 * @param {number} code its exit code
 * @returns {Tally}
 */
export function countVitest(report, code) {
  if (report === null) return honest({ passed: 0, failed: 0, skipped: 0 }, 1);
  // A file that cannot be loaded is "failed" and holds no tests.
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const tally = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  };
  return honest(tally, code);
}

/**
 * @param {any} report of Playwright's JSON reporter, or null when there is none
 * @param {number} code its exit code
 * @returns {Tally}
 */
export function countPlaywright(report, code) {
  if (report === null) return honest({ passed: 0, failed: 0, skipped: 0 }, 1);
  const { expected, unexpected, flaky, skipped } = report.stats;
  // A flaky test failed at least once, and hiding that helps nobody.
  return honest({ passed: expected, failed: unexpected + flaky, skipped }, code);
}

/**
 * @param {any} report of `run_python.py`, or null when there is none
 * @param {number} code its exit code
 * @returns {Tally}
 */
export function countPython(report, code) {
  if (report === null) return honest({ passed: 0, failed: 0, skipped: 0 }, 1);
  const { passed, failed, skipped } = report;
  return honest({ passed, failed, skipped }, code);
}
