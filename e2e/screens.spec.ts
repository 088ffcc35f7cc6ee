/** Addresses and screens: home, unknown address, guide, options, plain editor, small screens. */
import { expect } from '@playwright/test';
import { LessonPage } from './page.ts';
import { test } from './visit.ts';

test('home shows the lessons that exist, and leads to them', async ({ page }) => {
  await page.goto('./');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('See Python break, and see why');
  const cards = page.getByRole('region', { name: 'Lessons' }).getByRole('link');
  const ways = page.getByRole('navigation', { name: 'Lessons and answers' }).getByRole('link');
  await expect(ways.last()).toHaveText('Answers');
  expect(await cards.count()).toBe((await ways.count()) - 1);
  await cards.first().click();
  await expect(page).toHaveURL(/#\/asyncio$/);
  await expect(page.getByRole('region', { name: 'Broken' })).toBeVisible();
  await expect(page).toHaveTitle(/Faultline/);
});

test('an unknown address is reported in words, with a way home', async ({ page }) => {
  await page.goto('./#/nowhere');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page at this address');
  await expect(page.getByText('#/nowhere')).toBeVisible();
  await page.getByRole('link', { name: 'Go to the lessons' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('See Python break, and see why');
});

test('another screen takes the focus, the first one does not', async ({ page }) => {
  await page.goto('./');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('main')).not.toBeFocused();
  await page.getByRole('main').getByRole('link').first().click();
  await expect(page.getByRole('region', { name: 'Broken' })).toBeVisible();
  await expect(page.getByRole('main')).toBeFocused();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('See Python break, and see why');
  await expect(page.getByRole('main')).toBeFocused();
});

test('the guide goes step by step and answers in words', async ({ page }) => {
  await page.goto('./#/asyncio');
  const guide = page.getByRole('complementary', { name: 'Guide' });
  await expect(guide.getByText(/^1 of \d+$/)).toBeVisible();
  await guide.getByRole('radio').first().check();
  await expect(guide.getByRole('status')).toContainText('Not quite.');
  await guide.getByRole('radio').nth(1).check();
  await expect(guide.getByRole('status')).toContainText('Yes.');
  await guide.getByRole('button', { name: 'Next' }).click();
  await expect(guide.getByText(/^2 of \d+$/)).toBeVisible();
  await expect(guide.getByRole('heading', { level: 1 })).toBeFocused();
  await guide.getByRole('button', { name: 'Back' }).click();
  await expect(guide.getByRole('radio').nth(1)).toBeChecked();
});

test('the plain editor and a theme are chosen and remembered, and Tab indents', async ({ page }) => {
  await page.goto('./#/asyncio');
  await page.getByRole('button', { name: 'Options' }).click();
  await page.getByText('Dark', { exact: true }).click();
  await page.getByText('Plain text', { exact: true }).click();
  await page.keyboard.press('Escape');
  const editor = page.getByRole('textbox', { name: 'Code, broken: main.py' });
  await test.step('Tab moves on, indents once something is typed, and lets go after Escape', async () => {
    await editor.focus();
    await editor.press('Tab');
    await expect(editor).not.toBeFocused();
    await editor.fill('x');
    await editor.press('Tab');
    await expect(editor).toHaveValue('x   ');
    await expect(editor).toBeFocused();
    await editor.pressSequentially('y');
    await expect(editor).toHaveValue('x   y');
    for (const before of ['x   ', 'x']) {
      await editor.press('ControlOrMeta+z');
      await expect(editor).toHaveValue(before);
    }
    await editor.press('Escape');
    await editor.press('Tab');
    await expect(editor).not.toBeFocused();
  });
  await test.step('an edit is kept when the page is left at once, and so is what was chosen', async () => {
    await editor.fill('print("kept")');
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(editor).toHaveValue('print("kept")');
  });
});

test('on a laptop and on a bigger screen the whole lesson is in view', async ({ page }) => {
  const lesson = new LessonPage(page);
  await lesson.open();
  const { region } = lesson.side('Fixed');
  for (const [width, height] of [
    [1440, 900],
    [1280, 720],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const part of [lesson.verdict, lesson.side('Fixed').output, region.getByRole('figure')]) {
      await expect(part).toBeInViewport({ ratio: 1 });
    }
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollHeight))
      .toBeLessThanOrEqual(height);
  }
});

test('both sides have the same time axis, whatever the width and however many lanes', async ({ page }) => {
  const lesson = new LessonPage(page);
  await lesson.open();
  await lesson.pythonIsLive();
  await lesson
    .side('Fixed')
    .write(
      'import asyncio\n\nasync def main():\n    await asyncio.gather(*[asyncio.sleep(0) for _ in range(40)])\n\nasyncio.run(main())\n',
    );
  await lesson.side('Fixed').run();
  await lesson.ended();
  for (const width of [1280, 1281, 1282, 1283, 1367, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    const axes = await page
      .locator('.timeline .view-strip')
      .evaluateAll((strips) => strips.map((strip) => strip.getBoundingClientRect().width));
    expect(axes[0], `at a width of ${width}`).toBeCloseTo(axes[1] ?? 0, 1);
  }
});

test('on a phone nothing is wider than the screen, and Run both is always at hand', async ({ browser }) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await page.goto('./#/asyncio');
  await expect(page.getByRole('textbox', { name: 'Code, broken: main.py' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  const run = page.getByRole('button', { name: 'Run both' });
  await expect(run).toBeInViewport({ ratio: 1 });
  await page.getByRole('status', { name: 'Verdict' }).scrollIntoViewIfNeeded();
  await expect(run).toBeInViewport({ ratio: 1 });
  expect((await run.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await context.close();
});

test('the controls over the sides lie beside each other, also with Undo among them', async ({ page }) => {
  await page.goto('./#/imports/3');
  await page.getByRole('button', { name: /^Half a fix \(Load/ }).click();
  const bar = page.locator('.run-bar');
  await expect(bar.getByRole('button', { name: 'Undo' })).toBeVisible();
  for (const width of [360, 390, 760, 1000, 1280, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    const over = await bar.evaluate((whole) => {
      const boxes = [...whole.querySelectorAll('button, .segments label, input[type="range"]')]
        .filter((one) => one.closest('.setup-panel') === null)
        .map((one) => ({ name: one.textContent, box: one.getBoundingClientRect() }));
      return boxes.flatMap(({ name, box }, at) =>
        boxes
          .slice(at + 1)
          .filter(({ box: other }) => {
            const [across, down] = [
              Math.min(box.right, other.right) - Math.max(box.left, other.left),
              Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top),
            ];
            return across > 1 && down > 1;
          })
          .map((other) => `${name} and ${other.name}`),
      );
    });
    expect({ width, over }).toEqual({ width, over: [] });
  }
});

test('the line on a download fits beside the buttons, at any width', async ({ page }) => {
  await page.route('**/python/**', () => undefined);
  await page.goto('./#/pools');
  const line = page.getByRole('banner').getByText('Fetching Python');
  for (const width of [320, 360, 390, 760, 900, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    await expect(line).toBeInViewport({ ratio: 1 });
    const { page: wide, line: tall } = await line.evaluate((text) => ({
      page: document.documentElement.scrollWidth,
      line: text.getBoundingClientRect().height,
    }));
    expect({ width, wide: wide <= width, tall: tall <= 44 }).toEqual({ width, wide: true, tall: true });
  }
});

test('on a phone the row of lessons shows which one is open', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const short of ['pools', 'asyncio']) {
    await page.goto(`./#/${short}`);
    const link = page.getByRole('banner').getByRole('link', { name: short });
    await expect(link).toHaveAttribute('aria-current', 'page');
    await expect(link).toBeInViewport({ ratio: 1 });
  }
});
