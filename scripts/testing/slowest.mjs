// How long each test took, out of what each test runner reports; and the slowest in words.

import { isRecord, recordsIn } from '../outside.mjs';

/** @typedef {{ name: string, seconds: number }} Timed */

const MOST = 10;
/** @type {Record<string, unknown>} */
const NOTHING = {};

/**
 * @param {unknown} report of Vitest's JSON reporter, or null
 * @returns {Timed[]}
 */
export function timesOfVitest(report) {
  const { testResults } = isRecord(report) ? report : NOTHING;
  return recordsIn(testResults)
    .flatMap(({ assertionResults }) => recordsIn(assertionResults))
    .map(({ fullName, duration }) => ({ name: String(fullName), seconds: timeOf(duration) / 1000 }));
}

/**
 * @param {unknown} report of Playwright's JSON reporter, or null
 * @returns {Timed[]}
 */
export function timesOfPlaywright(report) {
  const { suites } = isRecord(report) ? report : NOTHING;
  return recordsIn(suites).flatMap((suite) => timesOfSuite(suite, []));
}

/**
 * @param {Record<string, unknown>} suite
 * @param {readonly string[]} above the titles it stands under
 * @returns {Timed[]}
 */
function timesOfSuite({ title, file, suites, specs }, above) {
  // The outermost suite is the file itself.
  const path = title === file ? [String(file)] : [...above, String(title)];
  const own = recordsIn(specs).map((spec) => ({
    name: [...path, String(spec['title'])].join(' › '),
    seconds:
      recordsIn(spec['tests'])
        .flatMap(({ results }) => recordsIn(results))
        .reduce((sum, { duration }) => sum + timeOf(duration), 0) / 1000,
  }));
  return [...own, ...recordsIn(suites).flatMap((suite) => timesOfSuite(suite, path))];
}

/**
 * @param {unknown} report of `run_python.py`, or null
 * @returns {Timed[]}
 */
export function timesOfPython(report) {
  const { seconds } = isRecord(report) ? report : NOTHING;
  return Object.entries(isRecord(seconds) ? seconds : NOTHING).map(([name, took]) => ({
    name,
    seconds: timeOf(took),
  }));
}

/** @param {unknown} value none for a test that was skipped */
function timeOf(value) {
  return typeof value === 'number' ? value : 0;
}

/**
 * @param {readonly Timed[]} times
 * @returns {string} a line for each of the slowest; empty where there is nothing to compare
 */
export function slowestInWords(times) {
  if (times.length < 2) return '';
  const slowest = times.toSorted((one, other) => other.seconds - one.seconds).slice(0, MOST);
  return slowest.map(({ name, seconds }) => `   ${seconds.toFixed(1).padStart(6)} s  ${name}\n`).join('');
}
