// Runs the Python tests on the product's own image, in one page of a headless browser.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchFlags } from '../browser.mjs';
import { ROOT } from '../command.mjs';
import { plainText } from '../plain-text.mjs';
import { listen } from '../port.mjs';
import { createSite } from '../serve.mjs';

/** @import { PythonTests } from '../../src/runtime/testing/page.ts' */

const HOST = '127.0.0.1';
const SITE = join(ROOT, '.faultline', 'python-tests');
const PYTHON = join(ROOT, 'src', 'runtime', 'python');

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
  const names = readdirSync(join(PYTHON, 'tests')).toSorted();
  return names
    .filter((name) => /^test_.*\.py$/.test(name))
    .map((name) => `tests.${name.slice(0, -'.py'.length)}`);
}

/** @returns {Record<string, string>} */
function files() {
  const below = readdirSync(PYTHON, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.py'));
  const texts = below.map((path) => [path, plainText(readFileSync(join(PYTHON, path), 'utf8'))]);
  texts.push(['run_python.py', readFileSync(join(import.meta.dirname, 'run_python.py'), 'utf8')]);
  return Object.fromEntries(texts);
}
