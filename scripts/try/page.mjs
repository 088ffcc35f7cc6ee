// Opens the terminal's page in a headless browser: the way from a script to the real runtime.
import { findBrowser, launchFlags } from '../browser.mjs';
import { PlainError } from '../command.mjs';
import { isRecord } from '../outside.mjs';
import { listen } from '../port.mjs';
import { createSite } from '../serve.mjs';
import { SITE } from './ready.mjs';

/**
 * @import { Lesson, SideName } from '../../src/lesson/schema.ts'
 * @typedef {import('./search.mjs').SearchReport} SearchReport
 * @import { Terminal } from '../../src/harness/terminal.ts'
 * @import { Stream } from '../../src/trace/vocabulary.ts'
 * @import { Pace } from './call.mjs'
 */

/**
 * What follows a run or a search; a `Listener` takes either as it travels, which is as a list.
 * @typedef {(text: string, stream: Stream) => void} OnOutput
 * @typedef {Pick<SearchReport, 'tried' | 'failed'>} Progress
 * @typedef {(report: Progress) => void} OnProgress
 * @typedef {(values: readonly unknown[]) => void} Listener
 */

/**
 * @typedef {Awaited<ReturnType<typeof openBrowser>>} Browser
 * @typedef {Awaited<ReturnType<typeof openPage>>} Page
 */

const HOST = '127.0.0.1';
/** Python starts in a second or two; on a busy machine it may take its time. */
const BOOT_MS = 180_000;

/**
 * Starts a browser. What has to be ready must be.
 * @returns `open()` gives a page with Python in it, as from `openPage`; `onGone(handler)` calls it at the browser's end;
 *   `close()` takes everything down
 */
export async function openBrowser() {
  const executablePath = await findBrowser();
  // Only now: on a fresh clone the package has just been installed.
  const { chromium } = await import('playwright');
  const server = createSite({ folder: SITE, base: '/' });
  const port = await listen(server, 0, HOST);
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  const browser = await chromium.launch({ executablePath, args: launchFlags(), ...signals });
  return {
    open: () => openPage(browser, `http://${HOST}:${port}/terminal.html`),
    /** @param {() => void} handler */
    onGone: (handler) => browser.on('disconnected', handler),
    async close() {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * @param {OnOutput | undefined} onOutput
 * @returns {Listener | undefined}
 */
export const outputTo = (onOutput) =>
  onOutput && (([text, stream]) => onOutput(String(text), stream === 'stderr' ? 'stderr' : 'stdout'));

/**
 * @param {OnProgress | undefined} onProgress
 * @returns {Listener | undefined}
 */
export const progressTo = (onProgress) =>
  onProgress &&
  (([report]) => {
    if (isProgress(report)) onProgress(report);
  });

/**
 * @param {unknown} value
 * @returns {value is Progress}
 */
function isProgress(value) {
  return isRecord(value) && typeof value['tried'] === 'number' && typeof value['failed'] === 'number';
}

/**
 * @param {import('playwright').Browser} browser
 * @param {string} address
 * @returns what `window.faultline` can (`src/harness/terminal.ts`), with answers as JSON: `run(request, onOutput, whole)`, where
 *   `onOutput(text, stream)` follows the output and the events are left out unless `whole`; `search(request, onProgress)`, where
 *   `onProgress(report)` follows how far it has come; `measure(lesson, side, pace)`; `stop()` presses Stop; `suspends` says
 *   whether threads can be scheduled, `python` which version runs; `page` is Playwright's; `close()`. Throws a PlainError when Python does not start.
 */
async function openPage(browser, address) {
  const page = await browser.newPage();
  /** @type {Listener | undefined} */
  let listener;
  let crashed = false;
  page.on('crash', () => {
    crashed = true;
  });
  await page.exposeFunction('faultlineReport', (/** @type {unknown[]} */ ...values) => listener?.(values));
  await page.goto(address, { timeout: BOOT_MS });
  // Asked at intervals: a page that nobody sees may have no frames to ask in.
  const settled = await page.waitForFunction(
    () => {
      /** @type {Terminal | undefined} */
      const faultline = Reflect.get(globalThis, 'faultline');
      const status = faultline?.status();
      return status?.kind === 'ready' || status?.kind === 'failed' ? status : null;
    },
    undefined,
    { polling: 50, timeout: BOOT_MS },
  );
  const status = await settled.jsonValue();
  if (status?.kind !== 'ready') {
    throw new PlainError(`Python did not start in the browser: ${status?.detail}`);
  }

  /**
   * Has the page do it; a page that is gone has lost the program.
   * @template T
   * @param {() => Promise<T>} order
   */
  const ask = async (order) => {
    try {
      return await order();
    } catch (error) {
      if (crashed) throw new PlainError('The browser ended the page: most likely its memory ran out.');
      throw error;
    }
  };

  return {
    page,
    suspends: status.abilities.suspends,
    python: status.abilities.python,
    get crashed() {
      return crashed || page.isClosed();
    },
    /**
     * @param {unknown} request
     * @param {OnOutput} [onOutput]
     * @param {boolean} [whole]
     */
    run(request, onOutput, whole = true) {
      listener = outputTo(onOutput);
      const order = { request, followed: onOutput !== undefined, whole };
      return ask(() =>
        page.evaluate(async (asked) => {
          /** @type {Terminal} */
          const faultline = Reflect.get(globalThis, 'faultline');
          const follow = asked.followed ? Reflect.get(globalThis, 'faultlineReport') : undefined;
          const { events, ...rest } = await faultline.run(asked.request, undefined, follow);
          return JSON.stringify(asked.whole ? { ...rest, events } : rest);
        }, order),
      );
    },
    /**
     * @param {unknown} request
     * @param {OnProgress} [onProgress]
     */
    search(request, onProgress) {
      listener = progressTo(onProgress);
      const order = { request, followed: onProgress !== undefined };
      return ask(() =>
        page.evaluate(async (asked) => {
          /** @type {Terminal} */
          const faultline = Reflect.get(globalThis, 'faultline');
          const follow = asked.followed ? Reflect.get(globalThis, 'faultlineReport') : undefined;
          return JSON.stringify(await faultline.search(asked.request, follow));
        }, order),
      );
    },
    /**
     * @param {Lesson} lesson
     * @param {SideName} side
     * @param {Pace} pace
     */
    measure: (lesson, side, pace) =>
      ask(() =>
        page.evaluate(
          async (asked) => {
            /** @type {Terminal} */
            const faultline = Reflect.get(globalThis, 'faultline');
            const clock = asked.pace === 'fast' ? 'steady' : 'as shipped';
            return JSON.stringify(await faultline.measureSide(asked.lesson, asked.side, asked.pace, clock));
          },
          { lesson, side, pace },
        ),
      ),
    stop: () =>
      page
        .evaluate(() => {
          /** @type {Terminal} */
          const faultline = Reflect.get(globalThis, 'faultline');
          faultline.stop();
        })
        .catch(() => {}),
    close: () => page.close().catch(() => {}),
  };
}
