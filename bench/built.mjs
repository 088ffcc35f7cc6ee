// The built page on a server of its own, in a browser of its own, as a visitor has it.
import { join } from 'node:path';
import { findBrowser, launchFlags } from '../scripts/browser.mjs';
import { ROOT } from '../scripts/command.mjs';
import { listen } from '../scripts/port.mjs';
import { createSite } from '../scripts/serve.mjs';
import { setUp } from '../scripts/setup.mjs';

/**
 * Serves what is built. A fresh clone is built first.
 * @returns `address` ends with a slash; `sent()` says how many bytes have gone out, with their headers
 */
export async function serveBuilt() {
  await setUp();
  const site = createSite({ folder: join(ROOT, 'dist'), base: '/' });
  /** @type {import('node:net').Socket[]} */
  const connections = [];
  site.on('connection', (connection) => connections.push(connection));
  const port = await listen(site, 0, '127.0.0.1');
  return {
    address: `http://127.0.0.1:${port}/`,
    sent: () => connections.reduce((sum, { bytesWritten }) => sum + bytesWritten, 0),
    close: () => {
      site.closeAllConnections();
      site.close();
    },
  };
}

/** Starts a browser. */
export async function startBrowser() {
  const executablePath = await findBrowser();
  // Only now: on a fresh clone the package has just been installed.
  const { chromium } = await import('playwright');
  return chromium.launch({ executablePath, args: launchFlags() });
}

/** @typedef {import('playwright').Page} Page */

/**
 * Presses *Run both*.
 * @param {Page} page
 */
export const runBoth = (page) => page.getByRole('button', { name: 'Run both', exact: true }).first().click();

/**
 * Waits until nothing runs any more.
 * @param {Page} page
 * @param {number} timeout milliseconds
 */
export const ended = (page, timeout) =>
  page.locator('.run-bar [aria-disabled=true]', { hasText: 'Stop' }).waitFor({ timeout });

/**
 * Waits until Python is live.
 * @param {Page} page
 * @param {number} timeout milliseconds
 */
export const isLive = (page, timeout) => page.locator('.runtime[data-kind=ready]').waitFor({ timeout });
