// A visit: the built page opened at a lesson, *Run both* clicked at once, until the first line of output stands there; with a
// fresh profile, and once more with the same one. Beside it stock Pyodide and peers, in turns.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser, launchFlags } from '../scripts/browser.mjs';
import { runBoth, serveBuilt } from './built.mjs';
import { PlainError } from '../scripts/command.mjs';
import { PEERS, servePeers } from './peers/serve.mjs';
import { serveStock } from './stock.mjs';
import { compared, median } from './table.mjs';

/**
 * @import { Page } from './page.mjs'
 * @typedef {{ first: number[], second: number[] }} Visits milliseconds to the first line, of each round
 * @typedef {(page: Page) => Promise<number>} Visit
 * @typedef {Record<'text' | 'editor' | 'bytes', number[]>} Seen
 */

const ROUNDS = 3;
const LESSON = '#/imports';
const OURS = 'Faultline';
const STOCK = 'Pyodide in a worker';
/** Until a browser has settled, and until it has kept what later visits find. */
const QUIET_MS = { before: 800, after: 4000 };
const POLL_MS = 20;
/** Python starts in seconds; a busy machine may take its time. */
const PATIENCE_MS = 120_000;
/** What the ratio to each is to be at most. MicroPython is no goal: a small Python of its own shows where the limit is. */
const GOALS = new Map([
  [STOCK, 0.35],
  ['PyScript', 0.3],
]);

export async function* visit() {
  const site = await serveBuilt();
  const stock = await serveStock(1);
  const peers = await servePeersIfHad();
  /** @type {Seen} */
  const seen = { text: [], editor: [], bytes: [] };
  /** @type {[name: string, visit: Visit][]} */
  const parties = [
    [OURS, (page) => visitLesson(page, site, seen)],
    [STOCK, (page) => visitPeer(page, stock.address)],
    ...pagesOf(peers),
  ];
  /** @type {Map<string, Visits>} */
  const visits = new Map(parties.map(([name]) => [name, { first: [], second: [] }]));
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [name, visitPage] of parties) await twice(visitsOf(visits, name), visitPage);
    }
  } finally {
    peers?.close();
    stock.close();
    site.close();
  }
  yield* rowsOf(visits, seen);
}

/**
 * @param {ReadonlyMap<string, Visits>} visits
 * @param {string} name
 */
function visitsOf(visits, name) {
  const found = visits.get(name);
  if (found === undefined) throw new Error(`Nobody has visited ${name}.`);
  return found;
}

/**
 * @param {ReadonlyMap<string, Visits>} visits
 * @param {Seen} seen
 * @returns {Generator<import('./table.mjs').Row>}
 */
function* rowsOf(visits, seen) {
  for (const which of /** @type {const} */ (['first', 'second'])) {
    const figures = [...visits].map(([name, of]) => ({
      name,
      figure: median(of[which]),
      ours: name === OURS,
    }));
    const chart = {
      name: `${which}-visit`,
      title: `${which === 'first' ? 'First' : 'Second'} visit, to the first line of output`,
      unit: 'ms',
      bars: figures,
    };
    const [ours, ...others] = figures;
    for (const { name, figure } of others) {
      const goal = which === 'first' ? GOALS.get(name) : undefined;
      const row = compared(
        `${which} visit, to the first line of output; ${name}`,
        ours?.figure ?? Number.NaN,
        figure,
        goal,
      );
      yield name === STOCK ? { ...row, chart } : row;
    }
  }
  const base = median(visitsOf(visits, STOCK).first);
  // A second visit follows each first one.
  const firsts = (/** @type {keyof Seen} */ what) => median(seen[what].filter((_, index) => index % 2 === 0));
  yield compared(`first visit, the text can be read; ${STOCK}`, firsts('text'), base, 0.08);
  yield compared(`first visit, an editor takes text; ${STOCK}`, firsts('editor'), base, 0.3);
  yield {
    what: 'first visit, bytes until the first line of output, none compressed',
    value: `${(firsts('bytes') / 1e6).toFixed(1)} MB`,
  };
}

/**
 * @param {{ address: string } | null} peers
 * @returns {[name: string, visit: Visit][]}
 */
function pagesOf(peers) {
  if (peers === null) return [];
  return Object.entries(PEERS).map(([name, path]) => [
    name,
    (page) => visitPeer(page, `${peers.address}${path}`),
  ]);
}

/** Without a network they may not be had: then the rest is measured all the same. */
async function servePeersIfHad() {
  try {
    return await servePeers();
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    console.error(error.message);
    return null;
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
    visits.first.push(await inBrowser(profile, visitPage, QUIET_MS.after));
    visits.second.push(await inBrowser(profile, visitPage, 0));
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

/**
 * @param {string} profile
 * @param {Visit} visitPage
 * @param {number} quiet milliseconds that the page stays open afterwards
 */
async function inBrowser(profile, visitPage, quiet) {
  const executablePath = await findBrowser();
  // Only now: on a fresh clone the package has just been installed.
  const { chromium } = await import('playwright');
  const context = await chromium.launchPersistentContext(profile, { executablePath, args: launchFlags() });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.waitForTimeout(QUIET_MS.before);
    const took = await visitPage(page);
    await page.waitForTimeout(quiet);
    return took;
  } finally {
    await context.close();
  }
}

/**
 * @param {Page} page
 * @param {Awaited<ReturnType<typeof serveBuilt>>} site
 * @param {Seen} seen
 */
async function visitLesson(page, site, seen) {
  // Counted where they are sent: to have the browser tell of each request takes it time that the peers are not asked for.
  const before = site.sent();
  const began = performance.now();
  await page.goto(`${site.address}${LESSON}`, { waitUntil: 'commit' });
  const editor = waitForEditor(page).then(() => seen.editor.push(performance.now() - began));
  await waitForText(page);
  seen.text.push(performance.now() - began);
  await runBoth(page);
  await waitForOutput(page);
  const took = performance.now() - began;
  seen.bytes.push(site.sent() - before);
  await editor;
  return took;
}

/**
 * @param {Page} page
 * @param {string} address
 */
async function visitPeer(page, address) {
  const began = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(hasPrinted, undefined, { polling: POLL_MS, timeout: PATIENCE_MS });
  return performance.now() - began;
}

/**
 * Waits until the text of a lesson stands there.
 * @param {Page} page
 */
export const waitForText = (page) => page.getByRole('heading', { level: 1 }).first().waitFor();

/**
 * Waits until either editor takes text.
 * @param {Page} page
 */
const waitForEditor = (page) =>
  page.locator('.plain textarea, .monaco-editor .view-line').first().waitFor({ timeout: PATIENCE_MS });

/**
 * Waits until a line of output stands there.
 * @param {Page} page
 */
export const waitForOutput = (page) =>
  page.waitForFunction(hasOutput, undefined, { polling: POLL_MS, timeout: PATIENCE_MS });

// These run in the page.

function hasPrinted() {
  return document.querySelector('output')?.textContent.includes('here') === true;
}

function hasOutput() {
  const logs = [...document.querySelectorAll('[role=log]')];
  return logs.some(
    (log) => log.getAttribute('aria-label')?.includes('Output') && log.textContent.trim() !== '',
  );
}
