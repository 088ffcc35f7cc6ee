import { findBrowser, launchFlags } from '../scripts/browser.mjs';
import { chromium } from 'playwright';
import { createSite } from '../scripts/serve.mjs';
import { listen } from '../scripts/port.mjs';
import { mkdirSync, readFileSync } from 'node:fs';
const server = createSite({ folder: '/tmp/ci/dist-f4', base: '/' });
const port = await listen(server, 0, '127.0.0.1');
const browser = await chromium.launch({ executablePath: await findBrowser(), args: launchFlags() });
mkdirSync('/tmp/shots', { recursive: true });
for (const scheme of ['light', 'dark']) for (const [w, h] of [[1440, 900], [1280, 720], [390, 844]]) {
  const context = await browser.newContext({ viewport: { width: w, height: h }, colorScheme: scheme });
  const page = await context.newPage();
  page.on('console', m => m.type() === 'error' && console.log('error', m.text().slice(0, 200)));
  for (const lesson of ['asyncio', 'imports', 'memory', 'threads', 'pools']) {
    await page.goto(`http://127.0.0.1:${port}/#/${lesson}`);
    await page.getByRole('button', { name: 'Run both' }).first().click({ timeout: 60000 });
    await page.waitForTimeout(500);
    await page.waitForFunction(() => ![...document.querySelectorAll('.side')].some(s => /running/i.test(s.querySelector('.report, .side-head, header')?.textContent ?? '')) , null, { timeout: 60000 }).catch(() => console.log('slow'));
    for (let i = 0; i < 60; i++) { await page.waitForTimeout(300); if (/against|sooner|refused|failed in|holds/.test(await page.locator('.verdict').first().innerText().catch(() => ''))) break; }
    await page.waitForTimeout(1200);
    await page.screenshot({ path: `/tmp/shots/${lesson}-${w}-${scheme}.png` });
    if (w === 390) await page.screenshot({ path: `/tmp/shots/${lesson}-${w}-${scheme}-full.png`, fullPage: true });
  }
  await context.close();
}
const sheet = async (name, files, width) => { const page = await browser.newPage({ viewport: { width: 1800, height: 1000 } }); await page.setContent(files.map(f => `<img style="width:${width}px;margin:3px;border:1px solid #888" src="data:image/png;base64,${readFileSync('/tmp/shots/' + f).toString('base64')}">`).join('')); await page.waitForTimeout(300); await page.screenshot({ path: `/tmp/shots/sheet-${name}.png`, fullPage: true }); await page.close(); };
const L = ['asyncio', 'imports', 'memory', 'threads', 'pools'];
for (const s of ['light', 'dark']) { await sheet(`1440-${s}`, L.map(l => `${l}-1440-${s}.png`), 885); await sheet(`1280-${s}`, L.map(l => `${l}-1280-${s}.png`), 885); await sheet(`390-${s}`, L.map(l => `${l}-390-${s}.png`), 345); }
await browser.close(); server.close(); process.exit();
