// `node scripts/icons.mjs`: draws the PNG icons from the SVG ones, for systems that take no SVG. To be run when those change.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { findBrowser } from './browser.mjs';
import { ROOT, script } from './command.mjs';

const PUBLIC = join(ROOT, 'public');
/** Cut to a circle or rounded by the system, so it must fill its square; iOS paints what is transparent black. */
const FILLED = 'icon-maskable.svg';

const ICONS = [
  { file: 'apple-touch-icon.png', of: FILLED, size: 180 },
  { file: 'icon-192.png', of: 'icon.svg', size: 192 },
  { file: 'icon-512.png', of: 'icon.svg', size: 512 },
  { file: 'icon-maskable-192.png', of: FILLED, size: 192 },
  { file: 'icon-maskable-512.png', of: FILLED, size: 512 },
];

await script(async () => {
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: ['--no-sandbox'] });
  const page = await browser.newPage();
  for (const { file, of, size } of ICONS) {
    const svg = readFileSync(join(PUBLIC, of), 'utf8');
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw }</style>${svg}`);
    writeFileSync(join(PUBLIC, file), await page.screenshot({ omitBackground: true }));
  }
  await browser.close();
});
