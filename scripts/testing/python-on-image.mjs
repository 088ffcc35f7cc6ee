// Runs the Python tests on the product's own image, in one page of a headless browser.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { launchFlags } from '../browser.mjs';
import { ROOT } from '../command.mjs';
import { plainText } from '../plain-text.mjs';
import { listen } from '../port.mjs';
import { createSite } from '../serve.mjs';

/** @import { PythonTests } from '../../src/runtime/testing/page.ts' */

const HOST = '127.0.0.1';
const SITE = join(ROOT, '.faultline', 'python-tests');
/** Our Python with its tests, and what else of the repository they read. */
const PYTHON = 'src/runtime/python';
const READ = [
  PYTHON,
  'src/trace/vocabulary.ts',
  'scripts/testing/run_python.py',
  'e2e/contract/programs/endings',
];

/**
 * @param {string} executablePath of the browser
 * @param {readonly string[]} modules `tests.test_one`; none for all
 */
export async function runOnImage(executablePath, modules) {
  const { chromium } = await import('playwright');
  const server = createSite({ folder: SITE, base: '/' });
  const port = await listen(server, 0, HOST);
  const browser = await chromium.launch({ executablePath, args: launchFlags() });
  try {
    const page = await browser.newPage();
    page.on('console', (message) => console.error(message.text()));
    await page.goto(`http://${HOST}:${port}/python-tests.html`);
    /** @type {[files: Record<string, string>, modules: readonly string[]]} */
    const asked = [files(), modules.length > 0 ? modules : all()];
    return await page.evaluate(([sources, chosen]) => {
      /** @type {PythonTests} */
      const { runTests } = Reflect.get(globalThis, 'faultline');
      return runTests(sources, chosen);
    }, asked);
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

function all() {
  const names = readdirSync(join(ROOT, PYTHON, 'tests')).toSorted();
  return names
    .filter((name) => /^test_.*\.py$/.test(name))
    .map((name) => `tests.${name.slice(0, -'.py'.length)}`);
}

/**
 * By their paths in the repository.
 * @returns {Record<string, string>}
 */
function files() {
  const paths = READ.flatMap((path) =>
    statSync(join(ROOT, path)).isDirectory()
      ? readdirSync(join(ROOT, path), { recursive: true, encoding: 'utf8' }).map((name) => `${path}/${name}`)
      : [path],
  );
  const texts = paths.filter((path) => /\.(py|ts)$/.test(path));
  return Object.fromEntries(
    texts.map((path) => [path.replaceAll('\\', '/'), plainText(readFileSync(join(ROOT, path), 'utf8'))]),
  );
}
