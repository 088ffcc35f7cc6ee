// A first visit by a slow device and a slow line: the page's thread four times slower, and 3 Mbit/s for everything it fetches.
import { join } from 'node:path';
import { ROOT } from '../scripts/command.mjs';
import { setUp } from '../scripts/setup.mjs';
import { runBoth, startBrowser } from './built.mjs';
import { serveSlowly } from './host.mjs';
import { editorsIn, progressSeen, watch } from './observed.mjs';
import { aimed, median, milliseconds } from './table.mjs';
import { navigationTo, tasksOf, traced } from './trace.mjs';
import { waitForOutput, waitForText } from './visit.mjs';

/**
 * @import { Browser } from 'playwright'
 * @typedef {{ text: number, ownBytes: number, textBytes: number, output: number, outputBytes: number, task: number, progress: number }} Slow
 */

const ROUNDS = 3;
const DIST = join(ROOT, 'dist');
const LESSON = '#/imports';
const SLOWER = 4;
const LINE = { bytesPerSecond: 3_000_000 / 8, delay: 100 };
/** What of an address is Python's, and not the page's own. */
const PYTHON = /^\/python\//;

export async function* slow() {
  await setUp();
  /** @type {Slow[]} */
  const visits = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const browser = await startBrowser();
    try {
      visits.push(await slowVisit(browser));
    } finally {
      await browser.close();
    }
  }
  const of = (/** @type {keyof Slow} */ name) => median(visits.map((visit) => visit[name]));
  yield { what: 'slow visit: the text can be read', value: milliseconds(of('text')) };
  yield {
    what: 'slow visit: bytes of the page itself until then; all',
    value: kilobytes(of('ownBytes')),
    base: kilobytes(of('textBytes')),
    ...aimed({ is: of('ownBytes') / 1000, most: 90 }, (most) => `${most} kB`),
  };
  yield { what: 'slow visit: the first line of output', value: milliseconds(of('output')) };
  yield {
    what: 'slow visit: bytes until the first line of output',
    value: `${(of('outputBytes') / 1e6).toFixed(1)} MB`,
    ...aimed({ is: of('outputBytes') / 1e6, most: 6 }, (most) => `${most.toFixed(1)} MB`),
  };
  yield {
    what: "slow visit: the longest task but the editor's mount",
    value: milliseconds(of('task')),
    ...aimed({ is: of('task'), most: 200 }, milliseconds),
  };
  yield {
    what: 'slow visit: figures of progress in bytes',
    value: String(of('progress')),
    ...aimed({ is: of('progress'), least: 2 }, String),
  };
}

/** @param {number} bytes */
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(0)} kB`;

/**
 * @param {Browser} browser
 * @returns {Promise<Slow>}
 */
async function slowVisit(browser) {
  const host = await serveSlowly(DIST, LINE);
  try {
    const page = await browser.newPage();
    await watch(page);
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    const seen = { text: 0, ownBytes: 0, textBytes: 0, output: 0, outputBytes: 0 };
    const events = await traced(page, async () => {
      const began = performance.now();
      await page.goto(`${host.address}${LESSON}`, { waitUntil: 'commit' });
      await waitForText(page);
      seen.text = performance.now() - began;
      [seen.ownBytes, seen.textBytes] = [host.sent((path) => !PYTHON.test(path)), host.sent()];
      await runBoth(page);
      await waitForOutput(page);
      [seen.output, seen.outputBytes] = [performance.now() - began, host.sent()];
    });
    const isEditors = editorsIn(DIST);
    const others = tasksOf(events, navigationTo(events, host.address)).filter((task) => !isEditors(task));
    const progress = await progressSeen(page);
    return { ...seen, task: others[0]?.took ?? Number.NaN, progress };
  } finally {
    host.close();
  }
}
