/** What a person has written is kept, or it is said that it is not: full storage, two tabs, drafts of other versions. */
import { expect, type Page } from '@playwright/test';
import { LessonPage } from './page.ts';
import { test } from './visit.ts';

const noticesOf = (page: Page) => page.locator('.kept-notices');

/** From now on the storage takes nothing new, as one that is full. */
async function fill(page: Page): Promise<void> {
  await page.evaluate(() => {
    const usual = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem') ?? {};
    Object.defineProperty(Storage.prototype, 'setItem', {
      ...usual,
      value: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
    Object.assign(window, { restore: () => Object.defineProperty(Storage.prototype, 'setItem', usual) });
  });
}

/** Waits until the storage holds a text. */
async function kept(page: Page, text: string): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => JSON.stringify(Object.entries(localStorage))))
    .toContain(JSON.stringify(JSON.stringify(text)).slice(1, -1));
}

test('two tabs keep what was written in each', async ({ context }) => {
  const [first, second] = [new LessonPage(await context.newPage()), new LessonPage(await context.newPage())];
  await first.open();
  await second.open();
  await second.side('Fixed').write('print("second")\n');
  await kept(second.page, 'print("second")\n');
  await first.page.bringToFront();
  await first.side('Broken').write('print("first")\n');
  await kept(first.page, 'print("first")\n');
  const third = new LessonPage(await context.newPage());
  await third.open();
  await expect(third.side('Broken').code).toContainText('print("first")');
  await expect(third.side('Fixed').code).toContainText('print("second")');
  await expect(noticesOf(third.page)).toBeEmpty();
});

test('another version of a file is offered, loaded and given back', async ({ context }) => {
  const [first, second] = [new LessonPage(await context.newPage()), new LessonPage(await context.newPage())];
  await first.open();
  await second.open();
  await second.side('Broken').write('print("second")\n');
  await kept(second.page, 'print("second")\n');
  await first.page.bringToFront();
  await first.side('Broken').write('print("first")\n');
  await kept(first.page, 'print("first")\n');
  const { page } = second;
  await page.bringToFront();
  await page.reload();
  await expect(second.side('Broken').code).toContainText('print("second")');
  await expect(noticesOf(page)).toContainText('another version of main.py (Broken)');
  await page.getByRole('button', { name: 'Load it' }).click();
  await expect(second.side('Broken').code).toContainText('print("first")');
  await expect(noticesOf(page)).toBeEmpty();
  await second.button('Undo').click();
  await expect(second.side('Broken').code).toContainText('print("second")');
});

test('edits that the storage refuses are said to be so, and can be saved', async ({ page }) => {
  const lesson = new LessonPage(page);
  await lesson.open();
  await fill(page);
  await lesson.side('Broken').write('print("mine")\n');
  await expect(noticesOf(page)).toContainText('storage for the page is full');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save to a file' }).click();
  expect((await download).suggestedFilename()).toBe('faultline-asyncio.txt');
  await page.evaluate(() => Reflect.get(window, 'restore')());
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(noticesOf(page)).toBeEmpty();
  await page.reload();
  await expect(lesson.side('Broken').code).toContainText('print("mine")');
});

test('without storage the page works, and says that nothing is kept', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  const lesson = new LessonPage(page);
  await lesson.open();
  await expect(noticesOf(page)).toBeEmpty();
  await lesson.side('Broken').write('print("mine")\n');
  await expect(noticesOf(page)).toContainText('keeps nothing for this page');
  await lesson.pythonIsLive();
  await lesson.side('Broken').run();
  await expect(lesson.side('Broken').output).toContainText('mine');
  await page.getByRole('button', { name: 'Hide' }).click();
  await expect(noticesOf(page)).toBeEmpty();
});

test('what cannot be read is put aside, and one unknown preference leaves the others', async ({ page }) => {
  await page.addInitScript(() => {
    if (localStorage.length > 0) return;
    localStorage.setItem('faultline/drafts/asyncio/v1', '{"broken":');
    localStorage.setItem('faultline/drafts/asyncio/fixed/0/gone.py/v2', '{"text":"mine","at":5}');
    localStorage.setItem('faultline/preferences/v1', '{"theme":"dark","editor":"braille"}');
  });
  const lesson = new LessonPage(page);
  await lesson.open();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(noticesOf(page)).toContainText('could not be read');
  await page.getByRole('button', { name: 'Hide' }).click();
  await expect(noticesOf(page)).toContainText('gone.py (Fixed)');
  await lesson.side('Broken').write('print("mine")\n');
  await kept(page, 'print("mine")\n');
  const aside = await page.evaluate(() => localStorage.getItem('faultline/aside/1/drafts/asyncio/v1'));
  expect(aside).toBe('{"broken":');
  await page.getByRole('button', { name: 'Forget it' }).click();
  await expect(noticesOf(page)).not.toContainText('gone.py');
  await page.reload();
  await expect(lesson.side('Broken').code).toContainText('print("mine")');
  await expect(noticesOf(page)).toBeEmpty();
});
