/** The text of a lesson stands in the page's HTML: it is read before the script that draws the page is here. */
import { gzipSync } from 'node:zlib';
import { expect, test, type Page, type Response, type Route } from '@playwright/test';
import { LessonPage } from './page.ts';

/** The script that draws the page. */
const DRAWING = '**/second-*.js';
/** What the text may need, compressed. Fonts come after it. */
const MOST_BYTES = 90_000;

for (const { link, title, room, size } of [
  { link: '5 pools', title: 'Twelve requests, three connections', room: 'laptop', size: [1280, 600] },
  { link: '4 threads', title: 'Ten threads, one counter', room: 'large screen', size: [1920, 1080] },
  { link: '4 threads', title: 'Ten threads, one counter', room: 'phone', size: [390, 844] },
] as const) {
  test(`on a ${room} the text is read before the page is drawn, and stays where it is`, async ({ page }) => {
    const [width, height] = size;
    await page.setViewportSize({ width, height });
    const held: Route[] = [];
    await page.route(DRAWING, (route) => {
      held.push(route);
    });
    const needed: Promise<number>[] = [];
    const note = (response: Response) => {
      if (/\.(html|css|js)$|\/$/.test(new URL(response.url()).pathname)) needed.push(compressed(response));
    };
    page.on('response', note);
    await page.goto('./#/imports', { waitUntil: 'commit' });
    await page.getByRole('link', { name: link }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.getByRole('link', { name: link })).toHaveAttribute('aria-current', 'page');
    await expect(page.getByRole('button', { name: 'Run both' })).toHaveCount(0);
    page.off('response', note);
    const sizes = await Promise.all(needed);
    expect(sizes.length).toBeGreaterThan(2);
    expect(sizes.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(MOST_BYTES);
    await page.evaluate(() => document.fonts.ready);
    // Somebody reads on.
    await page.getByRole('heading', { level: 1 }).hover();
    await page.mouse.wheel(0, 40);
    await page.waitForTimeout(300);
    const before = await places(page);
    expect(before.length).toBeGreaterThan(5);
    await Promise.all(held.map((route) => route.continue()));
    await expect(page.getByRole('button', { name: 'Run both' })).toBeVisible();
    expect(await places(page)).toEqual(before);
  });
}

test('before the page is drawn, nothing is shown that it is not going to show', async ({ page }) => {
  await new LessonPage(page).open('imports/2');
  await page.route(DRAWING, (route) => route.abort());
  // A step; a lesson that was left at a step; and one whose guide is folded away.
  for (const [address, guide] of [
    ['./?1#/imports/2', 'open'],
    ['./?2#/imports', 'open'],
    ['./?3#/asyncio', 'folded'],
  ] as const) {
    await page.evaluate(
      (kept) => localStorage.setItem('faultline/arrangement/v1', kept),
      JSON.stringify({ guide }),
    );
    await Promise.all([page.waitForEvent('pageerror'), page.goto(address)]);
    await expect(page.getByText('Faultline is on its way')).toBeAttached();
    await expect(page.getByRole('heading')).toHaveCount(0);
  }
});

test('where the rest cannot be fetched, the text stays and says so', async ({ page }) => {
  await page.route(DRAWING, (route) => route.abort());
  await page.goto('./#/threads');
  await expect(page.getByText('a part of the page could not be fetched')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ten threads, one counter');
  await page.getByRole('link', { name: '5 pools' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Twelve requests, three connections');
});

async function compressed(response: Response): Promise<number> {
  return gzipSync(await response.body()).length;
}

/** Where each piece of the text stands, in CSS pixels. */
async function places(page: Page): Promise<readonly string[]> {
  return await page.locator('.brand, .dots p, .guide h1, .guide .prose > *').evaluateAll((elements) =>
    elements.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [element.textContent, x, y, width, height].join(' ');
    }),
  );
}
