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

test('a reload finds the step, the answers and what the runs came to', async ({ page }) => {
  const lesson = new LessonPage(page);
  await lesson.open('threads');
  await lesson.pythonIsLive();
  const { guide } = lesson;
  const question = guide.getByRole('radio').first();
  while (!(await question.isVisible())) await guide.getByRole('button', { name: 'Next' }).click();
  await question.check();
  const answered = await guide.innerText();
  await lesson.runBoth();
  await lesson.ended();
  await expect(lesson.verdict).not.toContainText('Running');
  const verdict = await lesson.verdict.locator('strong').innerText();
  await lesson.button('Previous event').click();
  await lesson.button('Previous event').click();
  const seen = {
    moment: await lesson.moment(),
    output: (await lesson.side('Broken').output.textContent()) ?? '',
    picture: (await lesson.side('Broken').figure.textContent()) ?? '',
  };
  await test.step('as before the reload, and labelled so', async () => {
    // What is kept is kept a moment after the last move.
    await expect
      .poll(() => page.evaluate(() => localStorage.getItem('faultline/visits/threads/v1')))
      .toContain(`"playhead":${seen.moment}`);
    await page.reload();
    await expect.poll(() => lesson.moment()).toBe(seen.moment);
    await expect(lesson.side('Broken').output).toHaveText(seen.output);
    await expect(lesson.side('Broken').figure).toHaveText(seen.picture);
    expect(await guide.innerText()).toBe(answered);
    // The verdict has its place where the playhead is at the end.
    await lesson.playhead.press('End');
    await expect(lesson.verdict).toContainText('Both are from before the reload.');
    await expect(lesson.verdict.locator('strong')).toHaveText(verdict);
  });
  await test.step('and live again once it is run', async () => {
    await lesson.runBoth();
    await lesson.ended();
    await expect(lesson.verdict).not.toContainText('from before the reload');
  });
});

test('the tab that is behind says so, and offers both versions', async ({ context }) => {
  const [first, second] = [new LessonPage(await context.newPage()), new LessonPage(await context.newPage())];
  await first.open();
  await second.open();
  await second.side('Broken').write('print("second")\n');
  await kept(second.page, 'print("second")\n');
  await first.page.bringToFront();
  await expect(noticesOf(first.page)).toContainText(
    /Another tab has changed main\.py \(Broken\), lines 1 to \d+/,
  );
  await first.page.getByRole('button', { name: 'Keep mine' }).click();
  await expect(noticesOf(first.page)).toBeEmpty();
  await first.side('Broken').write('print("first")\n');
  await kept(first.page, 'print("first")\n');
  await second.page.bringToFront();
  await expect(noticesOf(second.page)).toContainText('main.py (Broken), line 1');
  await second.page.getByRole('button', { name: 'Take the other’s' }).click();
  await expect(second.side('Broken').code).toContainText('print("first")');
  await second.button('Undo').click();
  await expect(second.side('Broken').code).toContainText('print("second")');
});

test('all data goes into a file, is cleared, and comes back from it', async ({ page }) => {
  const lesson = new LessonPage(page);
  await lesson.open('imports');
  await lesson.side('Broken').write('print("mine")\n');
  await kept(page, 'print("mine")\n');
  const openData = async () => {
    await lesson.button('Options').click();
    await page.getByRole('button', { name: 'Your data…' }).click();
  };
  await openData();
  const dialog = page.getByRole('dialog', { name: 'Your data' });
  await expect(dialog).toContainText('Your versions of 1 file');
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Export to a file' }).click();
  const file = await (await download).path();
  await dialog.getByRole('button', { name: 'Clear all…' }).click();
  await expect(dialog.getByRole('alertdialog', { name: 'Clear all of it?' })).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Clear all', exact: true }).click();
  await expect(dialog).toBeHidden();
  await lesson.hasCode('Broken');
  await expect(lesson.side('Broken').code).not.toContainText('mine');
  await openData();
  // The lesson that is open has been seen again.
  await expect(dialog.getByRole('listitem')).toHaveText(['How far you have come']);
  await dialog.locator('input[type="file"]').setInputFiles(file);
  await expect(dialog).not.toContainText('Yours is kept beside it');
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(lesson.side('Broken').code).toContainText('print("mine")');
});

test('Reset puts back a file, its side or the lesson, and each can be undone', async ({ page }) => {
  const lesson = new LessonPage(page);
  await lesson.open('imports');
  const { region, code } = lesson.side('Broken');
  await lesson.side('Broken').write('print("mine")\n');
  for (const act of [/^Reset .+\.py \(Broken\)$/, /^Reset all of Broken/]) {
    await region.getByRole('button', { name: /^edited: reset/ }).click();
    await page.getByRole('button', { name: act }).click();
    await expect(code).not.toContainText('mine');
    await expect(region.getByRole('button', { name: 'Undo' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(code).toContainText('print("mine")');
    await expect(region.getByRole('button', { name: /^edited: reset/ })).toBeFocused();
  }
  await lesson.reset();
  await expect(code).not.toContainText('mine');
  await lesson.button('Undo').click();
  await expect(code).toContainText('print("mine")');
});
