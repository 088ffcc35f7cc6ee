// Opens the terminal's page in a headless browser: the way from a script to the real runtime.
import { findBrowser, launchFlags } from '../browser.mjs';
import { PlainError } from '../command.mjs';
import { listen } from '../port.mjs';
import { createSite } from '../serve.mjs';
import { SITE } from './ready.mjs';

const HOST = '127.0.0.1';
/** Python starts in a second or two; on a busy machine it may take its time. */
const BOOT_MS = 180_000;

/**
 * Starts a browser. What has to be ready must be.
 * @returns `open()` gives a page with Python in it, as from `openPage`; `onGone(hear)` hears of the browser's end;
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
    onGone: (hear) => browser.on('disconnected', hear),
    async close() {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * @returns what `window.faultline` can (`src/app/terminal.ts`), with answers as JSON: `run(request, hear, whole)`, where
 *   `hear(text, stream)` follows the output and the events are left out unless `whole`; `search(request, hear)`, where
 *   `hear(report)` follows how far it has come; `measure(lesson, side, pace)`; `stop()` presses Stop; `suspends` says
 *   whether threads can be scheduled, `python` which version runs; `page` is Playwright's; `close()`. Throws a PlainError when Python does not start.
 */
async function openPage(browser, address) {
  const page = await browser.newPage();
  let listener;
  let crashed = false;
  page.on('crash', () => {
    crashed = true;
  });
  await page.exposeFunction('faultlineHear', (...heard) => listener?.(...heard));
  await page.goto(address, { timeout: BOOT_MS });
  // Asked at intervals: a page that nobody sees may have no frames to ask in.
  const settled = await page.waitForFunction(
    () => {
      const status = globalThis.faultline?.status();
      return status?.kind === 'ready' || status?.kind === 'failed' ? status : null;
    },
    undefined,
    { polling: 50, timeout: BOOT_MS },
  );
  const status = await settled.jsonValue();
  if (status.kind === 'failed') throw new PlainError(`Python did not start in the browser: ${status.detail}`);

  /** Has the page do it; a page that is gone has lost the program. */
  const ask = async (body, argument) => {
    try {
      return await page.evaluate(body, argument);
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
    run(request, hear, whole = true) {
      listener = hear;
      return ask(
        async ([asked, loud, all]) => {
          const heard = loud ? globalThis.faultlineHear : undefined;
          const { events, ...rest } = await globalThis.faultline.run(asked, undefined, heard);
          return JSON.stringify(all ? { ...rest, events } : rest);
        },
        [request, hear !== undefined, whole],
      );
    },
    search(request, hear) {
      listener = hear;
      return ask(
        async ([asked, loud]) => {
          const heard = loud ? globalThis.faultlineHear : undefined;
          return JSON.stringify(await globalThis.faultline.search(asked, heard));
        },
        [request, hear !== undefined],
      );
    },
    measure: (lesson, side, pace) =>
      ask(
        async ([of, name, at]) =>
          JSON.stringify(
            await globalThis.faultline.measureSide(of, name, at, at === 'fast' ? 'steady' : 'as shipped'),
          ),
        [lesson, side, pace],
      ),
    stop: () => page.evaluate(() => globalThis.faultline.stop()).catch(() => {}),
    close: () => page.close().catch(() => {}),
  };
}
