// Runs the tests of our Python on the interpreter that the product has, CPython 3.14: an installed one, or else the product's
// own image in a headless browser.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../command.mjs';
import { runOnImage } from './python-on-image.mjs';

/** Our Python with its tests. */
const PYTHON_HOME = 'src/runtime/python';

/**
 * What came of it: the report as of `run_python.py`, or null when there is none.
 * @typedef {{ report: unknown, code: number, output: string }} Ran
 */

/**
 * @param {readonly string[]} paths test files; none for all
 * @param {string} reportPath where an installed Python is to write its report
 * @returns {Promise<Ran>}
 */
export async function runPythonTests(paths, reportPath) {
  const modules = paths.map(moduleOf);
  const interpreter = await findPython();
  return interpreter === null ? runOnImage(modules) : runNatively(interpreter, modules, reportPath);
}

/**
 * `src/runtime/python/tests/test_one.py` is `tests.test_one`.
 * @param {string} path
 */
const moduleOf = (path) => path.slice(PYTHON_HOME.length + 1, -'.py'.length).replaceAll('/', '.');

/** An installed CPython 3.14, or null. A command may exist and still not start. */
async function findPython() {
  const question = 'import sys; print(sys.implementation.name, *sys.version_info[:2])';
  for (const name of ['python3.14', 'python3', 'python']) {
    const { code, output } = await run(name, ['-c', question], { quiet: true });
    if (code === 0 && output.trim() === 'cpython 3 14') return name;
  }
  return null;
}

/**
 * @param {string} interpreter
 * @param {readonly string[]} modules
 * @param {string} reportPath
 * @returns {Promise<Ran>}
 */
async function runNatively(interpreter, modules, reportPath) {
  const args = [join('scripts', 'testing', 'run_python.py'), PYTHON_HOME, reportPath, ...modules];
  const env = { PYTHONDONTWRITEBYTECODE: '1', PYTHON_COLORS: '0' };
  const { code, output } = await run(interpreter, args, { env, quiet: true });
  return { report: read(reportPath), code, output };
}

/** @param {string} path */
function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
