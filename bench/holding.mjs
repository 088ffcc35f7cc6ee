// Memory of the built page, from outside: with two runs and two spares, and after many runs in a row.
import { ended, isLive, runBoth, serveBuilt, startBrowser } from './built.mjs';
import { openRun } from './frames.mjs';
import { memoryOf } from './renderers.mjs';
import { aimed } from './table.mjs';

/**
 * @import { Browser } from 'playwright'
 * @import { Page } from './page.mjs'
 */

const MEBIBYTE = 1024 * 1024;
const MOST_MEBIBYTES = 450;
/** Both sides run at each click. */
const CLICKS = 50;
/** Of the clicks, those after which the page is given time to rest and looked at. */
const LOOK_EVERY = 10;
/** Nothing grows: what differs by less is the collector's and the system's doing. */
const MOST_GROWTH = 1.05;
/** A busy machine may take its time. */
const PATIENCE_MS = 120_000;
/** Workers that have been let go, and spares in their place, need some seconds. */
const QUIET_MS = 6000;
const POLL_MS = 500;
const RUNNING_MS = 10_000;

const ENDLESS = 'number = 0\nwhile True:\n    number += 1\n';

export async function* holding() {
  const site = await serveBuilt();
  const browser = await startBrowser();
  try {
    const empty = await emptyOf(browser);
    // A system that does not tell.
    if (empty === null) return;
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    yield against(
      'two runs, then two spares, the most at any moment; an empty page',
      await mostOf(browser, page, site.address),
      empty,
      {
        most: MOST_MEBIBYTES,
      },
    );
    await page.close();
    const looks = await looksOf(browser, site.address);
    const first = looks[0] ?? Number.NaN;
    const last = looks.at(-1) ?? Number.NaN;
    const { value, base } = against('', last, first);
    yield {
      what: `the page after ${CLICKS * 2} runs in a row; after ${LOOK_EVERY * 2}`,
      value,
      base,
      ratio: (last / first).toFixed(2),
      ...aimed({ is: last / first, most: MOST_GROWTH }),
      chart: {
        name: 'memory-over-runs',
        title: 'Memory of the renderers, after so many runs in a row',
        unit: 'MiB',
        bars: looks.map((bytes, index) => ({
          name: String((index + 1) * LOOK_EVERY * 2),
          figure: bytes / MEBIBYTE,
          ours: true,
        })),
      },
    };
  } finally {
    await browser.close();
    site.close();
  }
}

/**
 * @param {string} what
 * @param {number} value bytes
 * @param {number} base
 * @param {{ most: number }} [goal] MiB
 */
function against(what, value, base, goal) {
  const row = { what, value: mebibytes(value), base: mebibytes(base) };
  return goal === undefined
    ? row
    : { ...row, ...aimed({ is: value / MEBIBYTE, ...goal }, (most) => `${most} MiB`) };
}

/** @param {number} bytes */
const mebibytes = (bytes) => `${(bytes / MEBIBYTE).toFixed(0)} MiB`;

/** @param {Browser} browser */
async function emptyOf(browser) {
  const page = await browser.newPage();
  await page.waitForTimeout(QUIET_MS);
  const bytes = await memoryOf(browser);
  await page.close();
  return bytes;
}

/**
 * The most at any moment: while two endless programs run, and after Stop, until two spares are back in their place. While
 * programs run none is booted.
 * @param {Browser} browser
 * @param {Page} page
 * @param {string} address
 */
async function mostOf(browser, page, address) {
  const batch = { records: Int32Array.of(), strings: [] };
  await openRun(page, { address, lesson: 'imports', program: ENDLESS, batch, sides: ['broken', 'fixed'] });
  await isLive(page, PATIENCE_MS);
  let most = 0;
  const watch = async (/** @type {number} */ milliseconds) => {
    const until = performance.now() + milliseconds;
    while (performance.now() < until) {
      await page.waitForTimeout(POLL_MS);
      most = Math.max(most, (await memoryOf(browser)) ?? 0);
    }
  };
  await runBoth(page);
  await watch(RUNNING_MS);
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await ended(page, PATIENCE_MS);
  await watch(QUIET_MS);
  return most;
}

/**
 * What is held each time some runs have ended, and the spares are back.
 * @param {Browser} browser
 * @param {string} address
 */
async function looksOf(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${address}#/imports`);
  const session = await page.context().newCDPSession(page);
  await isLive(page, PATIENCE_MS);
  const looks = [];
  for (let click = 1; click <= CLICKS; click += 1) {
    await runBoth(page);
    await ended(page, PATIENCE_MS);
    if (click % LOOK_EVERY !== 0) continue;
    await session.send('HeapProfiler.collectGarbage');
    await page.waitForTimeout(QUIET_MS);
    looks.push((await memoryOf(browser)) ?? Number.NaN);
  }
  return looks;
}
