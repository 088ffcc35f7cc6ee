// The stages of `npm test`, in their order: what each runs, and how its tests are counted and timed.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '../browser.mjs';
import { PlainError, ROOT, runTool } from '../command.mjs';
import { lineEndsOf } from '../plain-text.mjs';
import { checkPythonStyle, PYTHON_HOME } from '../python-style.mjs';
import { freePort } from '../port.mjs';
import { countPlaywright, countPython, countVitest } from './counts.mjs';
import { failuresOfPlaywright, failuresOfPython, failuresOfVitest } from './failures.mjs';
import { grepOf } from './grep.mjs';
import { runPythonTests } from './python.mjs';
import { timesOfPlaywright, timesOfPython, timesOfVitest } from './slowest.mjs';

const RESULTS = join(ROOT, '.faultline', 'results');

/** Formatted as it lies here: git may have been configured to write CRLF. */
const LINE_ENDING = `--line-ending=${lineEndsOf(join(ROOT, 'biome.json'))}`;

/**
 * @typedef {'all' | Set<string>} Tests what a stage is to run; see `choice.mjs`
 * @typedef {object} Details
 * @property {import('./slowest.mjs').Timed[]} [times]
 * @property {import('./failures.mjs').Failure[]} [failures] of single tests
 * @property {string} [output] what was printed, where a failure may have no test to its name
 * @typedef {import('./counts.mjs').Tally & Details} Outcome
 * @typedef {(tests: Tests, print: (text: string) => void) => Promise<Outcome>} Run
 */

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {string} title
 * @property {boolean} beside may run beside others of its kind, and prints what it has to say when it is over
 * @property {Run} run
 */

/** @type {readonly Stage[]} */
export const stages = [
  // The longest first, so that the short ones fill what is left beside it.
  { name: 'python', title: 'Python unit tests', beside: true, run: python },
  {
    name: 'python-types',
    title: 'Types of Python',
    beside: true,
    // Without a `PATH` it finds no Python whose packages could change what it says.
    run: tool('pyright', 'pyright', [], { PATH: '' }),
  },
  { name: 'unit', title: 'Unit tests', beside: true, run: unit },
  { name: 'types', title: 'Types', beside: true, run: tool('typescript', 'tsc', ['--noEmit']) },
  {
    name: 'script-types',
    title: 'Types of scripts',
    beside: true,
    run: tool('typescript', 'tsc', ['-p', 'tsconfig.scripts.json']),
  },
  {
    name: 'lint',
    title: 'Lint',
    beside: true,
    run: tool('oxlint', 'oxlint', ['--type-aware', '--deny-warnings']),
  },
  {
    name: 'format',
    title: 'Format',
    beside: true,
    run: tool('@biomejs/biome', 'biome', ['format', LINE_ENDING, '.']),
  },
  { name: 'python-style', title: 'Python lint and format', beside: true, run: pythonStyle },
  {
    name: 'contract',
    title: 'Contract: lessons on the real interpreter',
    beside: false,
    run: browser('contract'),
  },
  {
    name: 'unsuspended',
    title: 'Contract without suspension: threads and pools',
    beside: false,
    run: browser('unsuspended'),
  },
  { name: 'behaviour', title: 'Browser tests', beside: false, run: browser('behaviour') },
  { name: 'real-time', title: 'Browser tests in real time', beside: false, run: browser('real-time') },
];

/**
 * A tool that says yes or no counts as one test.
 * @param {string} packageName
 * @param {string} toolName
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Run}
 */
function tool(packageName, toolName, args, env = {}) {
  return async (_tests, print) => {
    const { code, output } = await runTool(packageName, toolName, args, { env, quiet: true });
    print(output);
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, output };
  };
}

/** @type {Run} */
async function unit(tests, print) {
  const path = freshReport('unit.json');
  const chosen = tests === 'all' ? [] : [...tests];
  // Only what failed: the report has the rest.
  const args = ['run', ...chosen, '--reporter=dot', '--reporter=json', `--outputFile.json=${path}`];
  const { code, output } = await runTool('vitest', 'vitest', args, { quiet: true });
  print(output);
  const report = readReport(path);
  const failures = failuresOfVitest(report);
  return { ...countVitest(report, code), times: timesOfVitest(report), failures, output };
}

/** @type {Run} */
async function python(tests, print) {
  const { report, code, output } = await runPythonTests(
    tests === 'all' ? [] : [...tests],
    freshReport('python.json'),
  );
  print(output);
  const failures = failuresOfPython(report);
  return { ...countPython(report, code), times: timesOfPython(report), failures, output };
}

/** @type {Run} */
async function pythonStyle(_tests, print) {
  const left = checkPythonStyle(PYTHON_HOME, false);
  const output = left.map((line) => `${line}\n`).join('');
  print(output);
  return { passed: left.length === 0 ? 1 : 0, failed: left.length === 0 ? 0 : 1, skipped: 0, output };
}

/**
 * @param {string} project as `playwright.config.ts` calls it
 * @returns {Run}
 */
function browser(project) {
  return async (tests) => {
    const found = await findBrowser().catch((error) => {
      if (error instanceof PlainError) return error;
      throw error;
    });
    if (found instanceof PlainError) {
      console.error(found.message);
      return { passed: 0, failed: 1, skipped: 0, output: found.message };
    }
    const path = freshReport(`${project}.json`);
    const chosen = tests === 'all' ? [] : ['--grep', grepOf(tests)];
    const { code } = await runTool(
      '@playwright/test',
      'playwright',
      ['test', `--project=${project}`, ...chosen, '--reporter=list,json'],
      {
        env: {
          FAULTLINE_BROWSER: found,
          FAULTLINE_TEST_PORT: String(await freePort()),
          FAULTLINE_HARNESS_PORT: String(await freePort()),
          PLAYWRIGHT_JSON_OUTPUT_FILE: path,
        },
      },
    );
    const report = readReport(path);
    const failures = failuresOfPlaywright(report);
    return { ...countPlaywright(report, code), times: timesOfPlaywright(report), failures };
  };
}

/**
 * A path under .faultline/results where no report of an earlier run lies.
 * @param {string} name
 */
function freshReport(name) {
  mkdirSync(RESULTS, { recursive: true });
  const path = join(RESULTS, name);
  rmSync(path, { force: true });
  return path;
}

/**
 * The parsed report, or null when the runner died before it wrote one.
 * @param {string} path
 * @returns {unknown}
 */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
