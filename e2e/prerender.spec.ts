/** The text of a lesson stands in the page's HTML: it is read before the script that draws the page is here. */
import { gzipSync } from 'node:zlib';
import { expect, test, type Page, type Response, type Route } from '@playwright/test';
import { LessonPage } from './page.ts';

/** The script that draws the page. */
const DRAWING = '**/second-*.js';
/** What the text may need, compressed. Fonts come after it. */
const MOST_BYTES = 90_000;
/** What a link may move by, so that whoever points at its middle still does. */
const MOST_MOVED_PX = 6;

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

for (const [width, height] of [
  [1280, 720],
  [390, 844],
] as const) {
  // Every system on which the page is tested has one of the fonts that stand in: a bare Debian has DejaVu.
  test(`where the page's fonts come late, nothing moves, at ${width}x${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const fonts: Route[] = [];
    await page.route('**/*.woff2', (route) => {
      fonts.push(route);
    });
    await page.route(DRAWING, (route) => route.abort());
    await page.goto('./#/imports', { waitUntil: 'commit' });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect.poll(() => fonts.length).toBeGreaterThan(0);
    const before = await boxes(page);
    await Promise.all(fonts.map((route) => route.continue()));
    await page.evaluate(() => document.fonts.ready);
    const after = await boxes(page);
    expect(after.widths, 'the fonts have come').not.toEqual(before.widths);
    expect(after.heights).toEqual(before.heights);
    const moved = after.middles.map((at, index) => Math.abs(at - (before.middles[index] ?? Number.NaN)));
    expect(Math.max(...moved)).toBeLessThan(MOST_MOVED_PX);
  });
}

test('a link that is pressed while the page comes to be drawn is followed', async ({ page }) => {
  const held: Route[] = [];
  await page.route(DRAWING, (route) => {
    held.push(route);
  });
  await page.goto('./#/imports', { waitUntil: 'commit' });
  await page.getByRole('link', { name: '5 pools' }).hover();
  await page.mouse.down();
  const here = page.waitForEvent('requestfinished', (request) => /second-.*\.js$/.test(request.url()));
  await Promise.all(held.map((route) => route.continue()));
  await here;
  await page.waitForTimeout(300);
  await page.mouse.up();
  await expect(page.getByRole('button', { name: 'Run both' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Twelve requests, three connections');
});

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

/** Where the links of the header are and how wide, and how high the text is that the first step has. */
async function boxes(page: Page): Promise<{ middles: number[]; widths: number[]; heights: number[] }> {
  return await page.evaluate(() => {
    const links = [...document.querySelectorAll('.header nav a')].map((one) => one.getBoundingClientRect());
    const text = [...document.querySelectorAll('h1, article')].map((one) => one.getBoundingClientRect());
    return {
      middles: links.map(({ left, right }) => (left + right) / 2),
      widths: links.map((one) => one.width),
      heights: text.map((one) => one.height),
    };
  });
}

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
