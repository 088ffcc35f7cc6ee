// Makes one report, as of `run_python.py`, of those that the modules of Python tests have given one by one.

/** @import { Outcome } from '../../src/runtime/testing/page.ts' */

/**
 * @typedef {object} Report
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {Record<string, number>} seconds by test
 * @property {Record<string, string>} failures by test
 * @property {string} printed what unittest has printed of modules that failed
 */

/**
 * A module that was lost has failed, as the test that was under way or by its own name.
 * @param {readonly Outcome[]} outcomes
 * @returns {Report}
 */
export function mergedReport(outcomes) {
  return outcomes.map(reportOf).reduce(
    (one, other) => ({
      passed: one.passed + other.passed,
      failed: one.failed + other.failed,
      skipped: one.skipped + other.skipped,
      seconds: { ...one.seconds, ...other.seconds },
      failures: { ...one.failures, ...other.failures },
      printed: one.printed + (other.failed > 0 ? other.printed : ''),
    }),
    { passed: 0, failed: 0, skipped: 0, seconds: {}, failures: {}, printed: '' },
  );
}

/**
 * @param {Outcome} outcome
 * @returns {Report}
 */
function reportOf(outcome) {
  if ('report' in outcome) return JSON.parse(outcome.report);
  const { module, lost, test } = outcome;
  const failures = { [test ?? module]: lost };
  return { passed: 0, failed: 1, skipped: 0, seconds: {}, failures, printed: `${module}: ${lost}\n` };
}
