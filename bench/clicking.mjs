// Clicking: in the built page with its editors, from a click on *Run both*, with both spares warm, until the picture or the
// output says something of the run.
import { isLive, runBoth, serveBuilt, startBrowser } from './built.mjs';
import { aimed, median, milliseconds } from './table.mjs';

const PAGES = 5;
/** Clicks in each page after its first one. */
const LATER = 2;
/** Until editors are there and workers have rehearsed; and until the last run is over and spares are warm again. */
const QUIET_MS = { page: 8_000, click: 6_000 };
const PATIENCE_MS = 60_000;

/** Where a run is waited for: what the broken side says then, and what the goal is. */
const WAITS = [
  {
    lesson: 'imports',
    until: 'the first output',
    part: '[role=log][aria-label*=Output]',
    says: '\\S',
    most: 50,
  },
  { lesson: 'pools', until: 'the first connection', part: '.side-broken', says: '\\b1 out\\b', most: 150 },
];

export async function* clicking() {
  const site = await serveBuilt();
  const browser = await startBrowser();
  try {
    for (const wait of WAITS) {
      const visits = [];
      for (let number = 0; number < PAGES; number += 1) visits.push(await visit(browser, site.address, wait));
      const first = median(visits.map(([figure = Number.NaN]) => figure));
      const later = median(visits.flatMap(([, ...rest]) => rest));
      const what = `${wait.lesson} lesson, click to ${wait.until}`;
      const { most } = wait;
      yield {
        what: `${what}, first click`,
        value: milliseconds(first),
        ...aimed({ is: first, most }, milliseconds),
      };
      yield {
        what: `${what}, later clicks`,
        value: milliseconds(later),
        ...aimed({ is: later, most }, milliseconds),
      };
    }
  } finally {
    await browser.close();
    site.close();
  }
}

/**
 * Milliseconds of each click in a page of its own.
 * @param {import('playwright').Browser} browser
 * @param {string} address
 * @param {typeof WAITS[number]} wait
 */
async function visit(browser, address, { lesson, part, says }) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    await page.goto(`${address}#/${lesson}`);
    await isLive(page, PATIENCE_MS);
    await page.waitForTimeout(QUIET_MS.page);
    const figures = [];
    for (let click = 0; click <= LATER; click += 1) {
      const said = page.evaluate(untilSaid, { part, says, patience: PATIENCE_MS });
      await runBoth(page);
      figures.push(await said);
      await page.waitForTimeout(QUIET_MS.click);
    }
    return figures;
  } finally {
    await page.close();
  }
}

/**
 * Runs in the page: milliseconds from the next click until this part of the page says so, after it has said otherwise.
 * @param {{ part: string, says: string, patience: number }} wanted
 * @returns {Promise<number>}
 */
function untilSaid({ part, says, patience }) {
  const pattern = new RegExp(says);
  const isSaid = () =>
    [...document.querySelectorAll(part)].some((one) => pattern.test(one.textContent ?? ''));
  return new Promise((resolve, reject) => {
    addEventListener(
      'click',
      ({ timeStamp }) => {
        let before = isSaid();
        const observer = new MutationObserver(() => {
          const now = isSaid();
          if (now && !before) {
            observer.disconnect();
            resolve(performance.now() - timeStamp);
          }
          before = now;
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
        setTimeout(() => reject(new Error('The run said nothing.')), patience);
      },
      { capture: true, once: true },
    );
  });
}
