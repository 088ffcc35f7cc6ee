// Which tests failed and with what words, out of what each test runner reports; and all of them together at the end, where
// somebody who sees only the last lines of a long output finds them.

import { stripVTControlCharacters } from 'node:util';
import { isRecord, recordsIn, textsIn } from '../outside.mjs';

/** @typedef {{ name: string, message: string }} Failure */

const LINES = 20;
const COLUMNS = 300;

/**
 * @param {unknown} report of Vitest's JSON reporter, or null
 * @returns {Failure[]}
 */
export function failuresOfVitest(report) {
  return recordsIn(isRecord(report) ? report['testResults'] : null).flatMap((file) => {
    const failed = recordsIn(file['assertionResults']).filter(({ status }) => status === 'failed');
    // A file that cannot be loaded is "failed" and holds no tests.
    if (failed.length === 0 && file['status'] === 'failed') {
      return [{ name: String(file['name']), message: String(file['message']) }];
    }
    return failed.map(({ fullName, failureMessages }) => ({
      name: String(fullName),
      message: textsIn(failureMessages).join('\n'),
    }));
  });
}

/**
 * @param {unknown} report of Playwright's JSON reporter, or null
 * @returns {Failure[]} a test that passed only when it was tried again is one of them
 */
export function failuresOfPlaywright(report) {
  if (!isRecord(report)) return [];
  const outside = recordsIn(report['errors']).map(({ message }) => ({
    name: 'outside of all tests',
    message: String(message),
  }));
  return [...outside, ...recordsIn(report['suites']).flatMap((suite) => failuresOfSuite(suite, []))];
}

/**
 * @param {Record<string, unknown>} suite
 * @param {readonly string[]} above the titles it stands under
 * @returns {Failure[]}
 */
function failuresOfSuite({ title, suites, specs }, above) {
  const path = [...above, String(title)];
  const own = recordsIn(specs).flatMap((spec) =>
    recordsIn(spec['tests'])
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ results }) => ({
        name: [...path, String(spec['title'])].join(' › '),
        message: recordsIn(results)
          .flatMap(({ errors }) => recordsIn(errors))
          .map(({ message }) => String(message))
          .join('\n'),
      })),
  );
  return [...own, ...recordsIn(suites).flatMap((inner) => failuresOfSuite(inner, path))];
}

/**
 * @param {unknown} report of `run_python.py`, or null
 * @returns {Failure[]}
 */
export function failuresOfPython(report) {
  const failures = isRecord(report) && isRecord(report['failures']) ? report['failures'] : {};
  return Object.entries(failures).map(([name, message]) => ({ name, message: String(message) }));
}

/**
 * @param {readonly Failure[]} failures
 * @returns {string} each with the first lines of its message; empty where there are none
 */
export function failuresInWords(failures) {
  const each = failures.map(({ name, message }) => {
    const lines = stripVTControlCharacters(message).split('\n');
    const shown = lines.slice(0, LINES).map((line) => `     ${line.slice(0, COLUMNS)}`.trimEnd());
    const left = lines.length > LINES ? [`     (and ${lines.length - LINES} more lines)`] : [];
    return `   ${name}\n${[...shown, ...left].join('\n')}\n`;
  });
  return each.length === 0 ? '' : `\n== What failed ==\n\n${each.join('\n')}`;
}
