// Runs the tests of our Python on the product's own image, in one page of a headless browser.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser, launchFlags } from '../browser.mjs';
import { PlainError, ROOT } from '../command.mjs';
import { plainText } from '../plain-text.mjs';
import { listen } from '../port.mjs';
import { createSite } from '../serve.mjs';
import { buildIfChanged, BUILT_FROM } from '../setup.mjs';
import { mergedReport } from './python-report.mjs';

/**
 * @import { Outcome, PythonTests } from '../../src/runtime/testing/page.ts'
 * @import { Ran } from './python.mjs'
 */

const HOST = '127.0.0.1';
/** The built page, as Vite's configuration says. */
const SITE = join(ROOT, '.faultline', 'python-tests');
const PAGE = 'python-tests.html';
const TESTS = 'src/runtime/python/tests';
/** What the tests import, and what else of the repository they read. */
const READ = [
  'src/runtime/python',
  'scripts/testing/run_python.py',
  'src/trace/vocabulary.ts',
  'e2e/contract/programs/endings',
];

/**
 * @param {readonly string[]} modules `tests.test_one`; none for all
 * @returns {Promise<Ran>}
 */
export async function runOnImage(modules) {
  try {
    const browser = await findBrowser();
    const stamp = `${SITE}.stamp`;
    const contents = [PAGE, ...BUILT_FROM];
    const args = ['--mode', 'python-tests'];
    await buildIfChanged({
      contents,
      stamp,
      page: join(SITE, PAGE),
      what: 'what runs the Python tests',
      args,
    });
    const report = mergedReport(await outcomesOf(browser, modules.length > 0 ? modules : allModules()));
    return { report, code: report.failed === 0 ? 0 : 1, output: report.printed };
  } catch (error) {
    // The other stages run all the same.
    return { report: null, code: 1, output: `${error instanceof Error ? error.message : String(error)}\n` };
  }
}

/**
 * @param {string} executablePath of the browser
 * @param {readonly string[]} modules
 * @returns {Promise<Outcome[]>}
 */
async function outcomesOf(executablePath, modules) {
  // Only now: on a fresh clone the package has just been installed.
  const { chromium } = await import('playwright');
  const server = createSite({ folder: SITE, base: '/' });
  const port = await listen(server, 0, HOST);
  const browser = await chromium.launch({ executablePath, args: launchFlags() });
  try {
    const page = await browser.newPage();
    /** @type {Promise<never>} */
    const crash = new Promise((_resolve, reject) => {
      page.on('crash', () => reject(new PlainError('The browser ended the page of the Python tests.')));
    });
    await page.goto(`http://${HOST}:${port}/${PAGE}`);
    const done = page.evaluate(
      ([files, chosen]) => {
        /** @type {PythonTests} */
        const tests = Reflect.get(globalThis, 'faultline');
        return tests.runTests(files, chosen);
      },
      /** @type {const} */ ([readFiles(), modules]),
    );
    return await Promise.race([done, crash]);
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

/** As unittest finds them. */
function allModules() {
  const names = readdirSync(join(ROOT, TESTS)).toSorted();
  return names
    .filter((name) => /^test.*\.py$/.test(name))
    .map((name) => `tests.${name.slice(0, -'.py'.length)}`);
}

/**
 * By their paths in the repository.
 * @returns {Record<string, string>}
 */
function readFiles() {
  const paths = READ.flatMap((path) =>
    statSync(join(ROOT, path)).isDirectory()
      ? readdirSync(join(ROOT, path), { recursive: true, encoding: 'utf8' }).map((name) => `${path}/${name}`)
      : [path],
  );
  const texts = paths.map((path) => path.replaceAll('\\', '/')).filter((path) => /\.(py|ts)$/.test(path));
  return Object.fromEntries(texts.map((path) => [path, plainText(readFileSync(join(ROOT, path), 'utf8'))]));
}
