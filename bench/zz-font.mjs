import { findBrowser, launchFlags } from '../scripts/browser.mjs';
import { chromium } from 'playwright';
import { createSite } from '../scripts/serve.mjs';
import { listen } from '../scripts/port.mjs';
import { existsSync } from 'node:fs';
const server = createSite({ folder: process.argv[2] ?? '/tmp/ci/dist-fin', base: '/' });
const port = await listen(server, 0, '127.0.0.1');
const browser = await chromium.launch({ executablePath: await findBrowser(), args: launchFlags() });
for (const [w,h] of [[1280,600],[1440,900],[390,844]]) {
const page = await (await browser.newContext({viewport:{width:w,height:h}})).newPage();
const held=[];
await page.route(/\.woff2?$|second-.*js/, r => { held.push(r); });
await page.goto(`http://127.0.0.1:${port}/#/imports`, {waitUntil:'commit'});
await page.getByRole('link', { name: '5 pools' }).waitFor();
await page.waitForTimeout(1500);
const box = () => page.evaluate(() => [...document.querySelectorAll('.header nav a')].map(a => { const r=a.getBoundingClientRect(); return [Math.round(r.left), Math.round(r.width)]; }).join(' | ') + ' h1 ' + JSON.stringify(document.querySelector('h1').getBoundingClientRect()) + ' ' + document.querySelector('.guide-text')?.scrollHeight);
console.log(w, held.map(r=>r.request().url().split('/').pop()).join(' '));
console.log(await box());
for (const r of held.filter(r=>/woff/.test(r.request().url()))) await r.continue();
await page.waitForTimeout(800);
console.log(await box());
}
await browser.close(); server.close(); process.exit();
