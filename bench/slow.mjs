// A first visit by a slow device and a slow line: the page's thread four times slower, and 3 Mbit/s for everything it fetches.
import { join } from 'node:path';
import { ROOT } from '../scripts/command.mjs';
import { setUp } from '../scripts/setup.mjs';
import { runBoth, startBrowser } from './built.mjs';
import { serveSlowly } from './host.mjs';
import { aimed, median, milliseconds } from './table.mjs';
import { navigationTo, tasksOf, traced } from './trace.mjs';
import { waitForOutput, waitForText } from './visit.mjs';

/**
 * @import { Browser } from 'playwright'
 * @typedef {{ text: number, textBytes: number, output: number, outputBytes: number, task: number, progress: number }} Slow
 */

const ROUNDS = 3;
const LESSON = '#/imports';
const SLOWER = 4;
const LINE = { bytesPerSecond: 3_000_000 / 8, delay: 100 };
const EDITOR = 'bench: the editor is mounted';

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
  const name = `slow visit (processor / ${SLOWER}, 3 Mbit/s)`;
  yield { what: `${name}: the text can be read`, value: milliseconds(of('text')) };
  yield {
    what: `${name}: bytes until then, compressed`,
    value: kilobytes(of('textBytes')),
    ...aimed({ is: of('textBytes') / 1000, most: 90 }, (most) => `${most} kB`),
  };
  yield { what: `${name}: the first line of output`, value: milliseconds(of('output')) };
  yield {
    what: `${name}: bytes until then, compressed`,
    value: `${(of('outputBytes') / 1e6).toFixed(1)} MB`,
    ...aimed({ is: of('outputBytes') / 1e6, most: 6 }, (most) => `${most.toFixed(1)} MB`),
  };
  yield {
    what: `${name}: the longest task but the editor's mount`,
    value: milliseconds(of('task')),
    ...aimed({ is: of('task'), most: 200 }, milliseconds),
  };
  yield {
    what: `${name}: figures of progress in bytes`,
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
  const host = await serveSlowly(join(ROOT, 'dist'), LINE);
  try {
    const page = await browser.newPage();
    await page.addInitScript(observe, EDITOR);
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    const seen = { text: 0, textBytes: 0, output: 0, outputBytes: 0 };
    const events = await traced(page, async () => {
      const began = performance.now();
      await page.goto(`${host.address}${LESSON}`, { waitUntil: 'commit' });
      await waitForText(page);
      [seen.text, seen.textBytes] = [performance.now() - began, host.sent()];
      await runBoth(page);
      await waitForOutput(page);
      [seen.output, seen.outputBytes] = [performance.now() - began, host.sent()];
    });
    const tasks = tasksOf(events, navigationTo(events, host.address));
    const others = tasks.filter(({ work }) => !work.includes('Monaco') && !work.includes(EDITOR));
    const progress = await page.evaluate(() => Reflect.get(globalThis, 'progressSeen').size);
    return { ...seen, task: others[0]?.took ?? Number.NaN, progress };
  } finally {
    host.close();
  }
}

// This runs in the page, before anything of its own.

/** @param {string} mark what is marked when an editor comes into the page */
function observe(mark) {
  const progressSeen = new Set();
  Object.assign(globalThis, { progressSeen });
  const observer = new MutationObserver((changes) => {
    const fetching = document.querySelector('.runtime[data-kind=fetching]')?.textContent ?? '';
    if (/\d\s?(kB|MB)/.test(fetching)) progressSeen.add(fetching);
    const isThere = changes.some(({ addedNodes }) =>
      [...addedNodes].some((node) => node instanceof Element && node.closest('.monaco-editor') !== null),
    );
    if (isThere) performance.mark(mark);
  });
  observer.observe(document, { subtree: true, childList: true, characterData: true });
}
