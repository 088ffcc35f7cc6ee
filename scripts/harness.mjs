// Opens the harness page of the built app in a headless browser: the way from a script to the real runtime.
import { join } from 'node:path';
import { findBrowser, launchFlags } from './browser.mjs';
import { PlainError, ROOT } from './command.mjs';
import { listen } from './port.mjs';
import { createSite } from './serve.mjs';
import { setUp } from './setup.mjs';

const HOST = '127.0.0.1';
/** Python takes a second to start; on a machine that is busy with other things, many. */
const BOOT_MS = 180_000;

/** Calls `body` with all that it prints going to standard error: it is not what a person's program says. */
async function aside(body) {
  const { write } = process.stdout;
  process.stdout.write = process.stderr.write.bind(process.stderr);
  try {
    return await body();
  } finally {
    process.stdout.write = write;
  }
}

/**
 * Makes the clone ready, serves the built app on a free port and opens its harness page.
 * @returns `run(request, hear)` as on `window.faultline`, where `hear(text, stream)` follows the output; `runQuietly`
 *   the same without the events, for runs that report more of them than one wants to carry out of the browser;
 *   `search(request, hear)`, where `hear(report)` follows how far it has come; `stop()` presses Stop; `suspends` says
 *   whether threads can be scheduled, `python` which version runs; `page` is Playwright's; `close()` takes everything down. Throws a PlainError
 *   when Python does not start.
 */
export async function openHarness() {
  const executablePath = await aside(async () => {
    await setUp();
    return findBrowser();
  });
  // Only now: on a fresh clone the package has just been installed.
  const { chromium } = await import('playwright');
  const server = createSite({ folder: join(ROOT, 'dist'), base: '/' });
  const port = await listen(server, 0, HOST);
  const browser = await chromium.launch({ executablePath, args: launchFlags(), handleSIGINT: false });
  const close = async () => {
    await browser.close();
    server.closeAllConnections();
    server.close();
  };
  try {
    return { ...(await openPage(browser, `http://${HOST}:${port}/harness.html`)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openPage(browser, address) {
  const page = await browser.newPage();
  let listener;
  await page.exposeFunction('faultlineHear', (...heard) => listener?.(...heard));
  await page.goto(address);
  const settled = await page.waitForFunction(
    () => {
      const status = globalThis.faultline?.status();
      return status?.kind === 'ready' || status?.kind === 'failed' ? status : null;
    },
    undefined,
    { timeout: BOOT_MS },
  );
  const status = await settled.jsonValue();
  if (status.kind === 'failed') throw new PlainError(`Python did not start in the browser: ${status.detail}`);
  return {
    page,
    suspends: status.abilities.suspends,
    python: status.abilities.python,
    run(request, hear) {
      listener = hear;
      const follow = hear !== undefined;
      return page.evaluate(
        ([asked, loud]) =>
          globalThis.faultline.run(asked, undefined, loud ? globalThis.faultlineHear : undefined),
        [request, follow],
      );
    },
    runQuietly(request, hear) {
      listener = hear;
      return page.evaluate(async (asked) => {
        const { events: _left, ...rest } = await globalThis.faultline.run(
          asked,
          undefined,
          globalThis.faultlineHear,
        );
        return rest;
      }, request);
    },
    search(request, hear) {
      listener = hear;
      const follow = hear !== undefined;
      return page.evaluate(
        ([asked, loud]) => globalThis.faultline.search(asked, loud ? globalThis.faultlineHear : undefined),
        [request, follow],
      );
    },
    stop: () => page.evaluate(() => globalThis.faultline.stop()).catch(() => {}),
  };
}
