import { findBrowser, launchFlags } from '../scripts/browser.mjs';
import { chromium } from 'playwright';
import { createSite } from '../scripts/serve.mjs';
import { listen } from '../scripts/port.mjs';
const server = createSite({ folder: process.argv[2], base: '/' });
const port = await listen(server, 0, '127.0.0.1');
const browser = await chromium.launch({ executablePath: await findBrowser(), args: launchFlags() });
for (const w of [390, 360, 412, 1280]) {
const page = await (await browser.newContext({ viewport: { width: w, height: 844 } })).newPage();
await page.goto(`http://127.0.0.1:${port}/#/memory`);
await page.getByRole('button', { name: 'Run both' }).first().click({ timeout: 60000 });
await page.locator('.line-note').first().waitFor({ timeout: 60000 }); await page.waitForTimeout(2500);
console.log(w, await page.evaluate(() => [...document.querySelectorAll('.line-note')].map(n => [n.textContent, Math.round(n.getBoundingClientRect().left), Math.round(n.getBoundingClientRect().right), Math.round(n.closest('.monaco-editor').getBoundingClientRect().right)].join(' '))));
await page.locator('.monaco-editor').first().screenshot({ path: `/tmp/shots/note-${w}.png` });
}
await browser.close(); server.close(); process.exit();
