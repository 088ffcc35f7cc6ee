// A visit: the built page opened at a lesson, *Run both* clicked at once, until the first line of output stands there; with a
// fresh profile, and once more with the same one. Beside it stock Pyodide in one worker, in turns.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser, launchFlags } from '../scripts/browser.mjs';
import { ROOT } from '../scripts/command.mjs';
import { listen } from '../scripts/port.mjs';
import { createSite } from '../scripts/serve.mjs';
import { setUp } from '../scripts/setup.mjs';
import { serveStock } from './stock.mjs';
import { compared, median } from './table.mjs';

/**
 * @import { Page } from './page.mjs'
 * @typedef {{ first: number[], second: number[] }} Visits milliseconds to the first line, of each round
 * @typedef {(page: Page) => Promise<number>} Visit
 */

const ROUNDS = 3;
const LESSON = '#/imports';
/** Until a browser has settled, and until it has kept what later visits find. */
const QUIET_MS = { before: 800, after: 4000 };
const POLL_MS = 20;
/** Python starts in seconds; a busy machine may take its time. */
const PATIENCE_MS = 120_000;

export async function* visit() {
  await setUp();
  const site = createSite({ folder: join(ROOT, 'dist'), base: '/' });
  const port = await listen(site, 0, '127.0.0.1');
  const stock = await serveStock(1);
  /** @type {Record<'text' | 'bytes', number[]>} */
  const seen = { text: [], bytes: [] };
  /** @type {Visits} */
  const ours = { first: [], second: [] };
  /** @type {Visits} */
  const theirs = { first: [], second: [] };
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      await twice(ours, (page) => visitLesson(page, `http://127.0.0.1:${port}/${LESSON}`, seen));
      await twice(theirs, (page) => visitStock(page, stock.address));
    }
    const base = median(theirs.first);
    yield compared('first visit, to the first line of output; stock Pyodide', median(ours.first), base);
    yield compared('second visit, the same', median(ours.second), median(theirs.second));
    // A second visit follows each first one.
    const firsts = seen.text.filter((_, index) => index % 2 === 0);
    yield compared('first visit, the text can be read', median(firsts), base);
    const bytes = median(seen.bytes.filter((_, index) => index % 2 === 0));
    yield {
      what: 'first visit, bytes until the first line of output',
      value: `${(bytes / 1e6).toFixed(1)} MB`,
    };
  } finally {
    stock.close();
    site.closeAllConnections();
    site.close();
  }
}

/**
 * A first visit and a second one, with a profile of their own; the browser is another one each time.
 * @param {Visits} visits
 * @param {Visit} visitPage
 */
async function twice(visits, visitPage) {
  const profile = mkdtempSync(join(tmpdir(), 'faultline-bench-'));
  try {
    visits.first.push(await inBrowser(profile, visitPage));
    visits.second.push(await inBrowser(profile, visitPage));
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

/**
 * @param {string} profile
 * @param {Visit} visitPage
 */
async function inBrowser(profile, visitPage) {
  const executablePath = await findBrowser();
  // Only now: on a fresh clone the package has just been installed.
  const { chromium } = await import('playwright');
  const context = await chromium.launchPersistentContext(profile, { executablePath, args: launchFlags() });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.waitForTimeout(QUIET_MS.before);
    const took = await visitPage(page);
    await page.waitForTimeout(QUIET_MS.after);
    return took;
  } finally {
    await context.close();
  }
}

/**
 * @param {Page} page
 * @param {string} address
 * @param {Record<'text' | 'bytes', number[]>} seen
 */
async function visitLesson(page, address, seen) {
  let bytes = 0;
  const count = async (/** @type {import('playwright').Request} */ request) => {
    // The copies for use without a network come later, and are no part of a visit.
    if (request.serviceWorker() === null) bytes += (await request.sizes()).responseBodySize;
  };
  page.context().on('requestfinished', count);
  const began = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  seen.text.push(performance.now() - began);
  await page.getByRole('button', { name: 'Run both' }).first().click();
  await page.waitForFunction(hasOutput, undefined, { polling: POLL_MS, timeout: PATIENCE_MS });
  const took = performance.now() - began;
  page.context().off('requestfinished', count);
  seen.bytes.push(bytes);
  return took;
}

/**
 * @param {Page} page
 * @param {string} address
 */
async function visitStock(page, address) {
  const began = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(stockHasPrinted, undefined, { polling: POLL_MS, timeout: PATIENCE_MS });
  return performance.now() - began;
}

// These run in the page.

function stockHasPrinted() {
  return Reflect.get(globalThis, 'said') === 'here';
}

function hasOutput() {
  const logs = [...document.querySelectorAll('[role=log]')];
  return logs.some(
    (log) => log.getAttribute('aria-label')?.includes('Output') && log.textContent.trim() !== '',
  );
}
