// The server's pages: one is kept warm for the next call, and each call at the same time gets one of its own.
import { openBrowser } from './page.mjs';

/** @typedef {import('./page.mjs').Page} Page */

/** More are closed when they come back: each holds some hundred megabytes. */
const KEPT = 1;

/** @param {() => Promise<import('./page.mjs').Browser>} [start] */
export function pagesOf(start = openBrowser) {
  const browser = start();
  /** @type {Page[]} */
  const idle = [];
  const opened = async () => (await browser).open();
  // The first caller is already on its way.
  const first = opened();
  first.catch(() => {});
  let isFirst = true;
  return {
    /** A page that nobody else has. Rejects where no browser or no Python starts. */
    async take() {
      if (isFirst) {
        isFirst = false;
        return first;
      }
      return idle.pop() ?? (await opened());
    },
    /** @param {Page} page */
    give(page) {
      if (page.crashed || idle.length >= KEPT) void page.close();
      else idle.push(page);
    },
    /**
     * Calls `handler` when the browser is gone, or could not be started.
     * @param {() => void} handler
     */
    onGone(handler) {
      browser.then((started) => started.onGone(handler)).catch(() => {});
    },
    close: () => browser.then((started) => started.close()).catch(() => {}),
  };
}
