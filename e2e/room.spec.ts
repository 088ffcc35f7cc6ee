/** Room on the lesson's page: after a run, everything that matters is in view, in each lesson at each size. */
import { expect } from '@playwright/test';
import { LessonPage } from './page.ts';
import { missing, tooWide } from './room.ts';
import { test } from './visit.ts';

const LESSONS = ['asyncio', 'imports', 'memory', 'threads', 'pools'];
const SIZES = [
  { width: 1280, height: 720, lines: 10, folded: false, beside: false },
  { width: 1280, height: 720, lines: 14, folded: true, beside: false },
  { width: 1440, height: 900, lines: 14, folded: false, beside: false },
  { width: 2560, height: 1440, lines: 30, folded: false, beside: true },
];
/** A small phone, and a laptop at 200 %. */
const NARROW = [
  { width: 320, height: 640 },
  { width: 640, height: 360 },
];

for (const name of LESSONS) {
  test(`in the lesson on ${name} code, picture, report and verdict are in view at once`, async ({ page }) => {
    const lesson = new LessonPage(page);
    await page.setViewportSize({ width: 1280, height: 720 });
    await lesson.open(name);
    await lesson.pythonIsLive();
    if (name !== 'threads') await lesson.choosePace('Fast forward');
    await lesson.runBoth();
    await lesson.ended();
    for (const { width, height, lines, folded, beside } of SIZES) {
      await page.setViewportSize({ width, height });
      const fold = page.getByRole('button', { name: folded ? 'Fold the guide away' : 'Show the guide' });
      if (await fold.isVisible()) await fold.click();
      const at = `${name} at ${width}×${height}${folded ? ', guide folded' : ''}`;
      await expect.poll(() => missing(page, { lines, beside }), { message: at, timeout: 8_000 }).toEqual([]);
    }
    for (const size of NARROW) {
      await page.setViewportSize(size);
      await expect
        .poll(() => tooWide(page), { message: `${name} at a width of ${size.width}`, timeout: 8_000 })
        .toEqual([]);
    }
  });
}
