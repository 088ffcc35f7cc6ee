// The stages of `npm test`, in their order: what each runs, and how its tests are counted.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { PlainError, ROOT, run, runTool } from './command.mjs';
import { freePort } from './port.mjs';
import { countPlaywright, countUnittest, countVitest } from './test-counts.mjs';

const RESULTS = join(ROOT, '.faultline', 'results');
/** A stage that cannot run here and says why: the only way to run no test without failing. */
const EXCUSED = { passed: 0, failed: 0, skipped: 1, excused: true };

/** @type {readonly { name: string, title: string, run: () => Promise<import('./test-counts.mjs').Tally> }[]} */
export const stages = [
  { name: 'types', title: 'Types', run: () => check('typescript', 'tsc', ['--noEmit']) },
  { name: 'lint', title: 'Lint', run: () => check('oxlint', 'oxlint', ['--type-aware', '--deny-warnings']) },
  { name: 'format', title: 'Format', run: () => check('@biomejs/biome', 'biome', ['format', '.']) },
  { name: 'unit', title: 'Unit tests', run: unit },
  { name: 'python', title: 'Python unit tests', run: python },
  { name: 'contract', title: 'Contract: lessons on the real interpreter', run: () => browser('contract') },
  { name: 'behaviour', title: 'Browser tests', run: () => browser('behaviour') },
  { name: 'real-time', title: 'Browser tests in real time', run: () => browser('real-time') },
];

/** A tool that says yes or no counts as one test. */
async function check(packageName, toolName, args) {
  const { code } = await runTool(packageName, toolName, args);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

async function unit() {
  const report = freshReport('unit.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code } = await runTool('vitest', 'vitest', args);
  return countVitest(readReport(report), code);
}

async function python() {
  const interpreter = await findPython();
  if (interpreter === null) {
    console.log(
      'Skipped: no CPython 3.11 or newer was found on this machine. The other stages do not need one.',
    );
    return EXCUSED;
  }
  const folder = join('src', 'runtime', 'python');
  const args = ['-m', 'unittest', 'discover', '-s', join(folder, 'tests'), '-t', folder];
  const { code, output } = await run(interpreter, args, {
    env: { PYTHONDONTWRITEBYTECODE: '1', PYTHON_COLORS: '0' },
  });
  return countUnittest(output, code);
}

/** The newest CPython of 3.11 or later that runs, or null. A command may exist and still not start. */
async function findPython() {
  const question = 'import sys; print(sys.implementation.name, sys.version_info >= (3, 11))';
  for (const name of ['python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3', 'python']) {
    const { code, output } = await run(name, ['-c', question], { quiet: true });
    if (code === 0 && output.trim() === 'cpython True') return name;
  }
  return null;
}

async function browser(project) {
  const found = await findBrowser().catch((error) => {
    if (error instanceof PlainError) return error;
    throw error;
  });
  if (found instanceof PlainError) {
    console.error(found.message);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const report = freshReport(`${project}.json`);
  const { code } = await runTool(
    '@playwright/test',
    'playwright',
    ['test', `--project=${project}`, '--reporter=list,json'],
    {
      env: {
        FAULTLINE_BROWSER: found,
        FAULTLINE_TEST_PORT: String(await freePort()),
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      },
    },
  );
  return countPlaywright(readReport(report), code);
}

/** A path under .faultline/results where no report of an earlier run lies. */
function freshReport(name) {
  mkdirSync(RESULTS, { recursive: true });
  const path = join(RESULTS, name);
  rmSync(path, { force: true });
  return path;
}

/** The parsed report, or null when the runner died before it wrote one. */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
