/** Present: one thing at a time on a projector, by keys; the notes in a window beside it; and the handout on paper. */
import { expect, type Locator, type Page } from '@playwright/test';
import jsqr from 'jsqr';
import { findings } from './axe.ts';
import { LessonPage } from './page.ts';
import { test } from './visit.ts';

/** Projectors, and the smaller one at 200 % zoom. */
const SCREENS = [
  { width: 1280, height: 720, code: 24 },
  { width: 1920, height: 1080, code: 36 },
  { width: 640, height: 360, code: 15 },
] as const;

let lesson: LessonPage;

test.beforeEach(async ({ page }) => {
  await page.setViewportSize(SCREENS[0]);
  lesson = new LessonPage(page);
  await lesson.open('threads');
  await lesson.pythonIsLive();
  await lesson.leaveControls();
});

const present = (page: Page) => page.getByRole('main', { name: 'Presentation' });
/** The slide that is shown: its name is what it shows. */
const slide = (page: Page, name: string | RegExp) => present(page).getByRole('region', { name, exact: true });

/** Goes on until a slide of this name is shown. */
async function goTo(page: Page, name: string): Promise<void> {
  await expect(async () => {
    if (await slide(page, name).isVisible()) return;
    await page.keyboard.press('PageDown');
    await expect(slide(page, name)).toBeVisible({ timeout: 200 });
  }).toPass();
}

/** How far anything sticks out of the window or of its place, in pixels. */
async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    const fits = [...document.querySelectorAll('.present-fit')].map((fit) => {
      const content = fit.firstElementChild?.getBoundingClientRect();
      const { bottom, right } = fit.getBoundingClientRect();
      return content === undefined ? 0 : Math.max(content.bottom - bottom, content.right - right);
    });
    return Math.max(scrollWidth - innerWidth, scrollHeight - innerHeight, ...fits);
  });
}

test('nothing ever scrolls, code is large, and the fixed side comes last', async ({ page }) => {
  await page.keyboard.press('p');
  const head = page.locator('.present-head');
  await expect(head).toBeVisible();
  await expect(lesson.guide).toHaveCount(0);
  const names: string[] = [];
  for (;;) {
    const name = (await present(page).getByRole('region').first().getAttribute('aria-label')) ?? '';
    names.push(name);
    if (name === 'Picture, Broken') {
      await page.keyboard.press('Enter');
      await expect(lesson.side('Broken').counter('lost updates')).toHaveText('14');
    }
    if (!names.includes('Code, Fixed')) await expect(present(page)).not.toContainText('with lock:');
    // After the verdict the same kinds of slides come again.
    for (const { code, ...size } of names.includes('Verdict') ? SCREENS.slice(0, 1) : SCREENS) {
      await page.setViewportSize(size);
      await expect.poll(() => overflow(page), `${name} at ${size.width}`).toBeLessThanOrEqual(1.5);
      if (!name.startsWith('Code')) continue;
      const line = present(page).locator('.view-line').first();
      await expect
        .poll(async () => parseFloat(await line.evaluate((one) => getComputedStyle(one).fontSize)))
        .toBeGreaterThanOrEqual(code);
    }
    const [, at, all] = /(\d+) of (\d+)/.exec(await head.innerText()) ?? [];
    if (at === all) break;
    await page.keyboard.press('PageDown');
    await expect(head).toContainText(`${Number(at) + 1} of`);
  }
  expect(names.filter((name) => !name.startsWith('Text')).slice(0, 8)).toEqual([
    'Question',
    'Code, Broken',
    'Picture, Broken',
    'Question, with its answer',
    'Code, Fixed',
    'Picture, Fixed',
    'Picture, Broken and Fixed',
    'Verdict',
  ]);
});

test('by keys: reveal, light a line, blank, the code of the lesson, and out again', async ({ page }) => {
  await lesson.button('Present').click();
  await test.step('the answer is hidden until R shows it', async () => {
    await goTo(page, 'Question');
    await expect(present(page)).toContainText('The answer is hidden.');
    await expect(present(page)).not.toContainText('And yet the program is wrong.');
    await page.keyboard.press('r');
    await expect(present(page)).toContainText('And yet the program is wrong.');
    expect(await findings(page)).toEqual([]);
  });
  await test.step('the arrows move a spotlight over the lines', async () => {
    await goTo(page, 'Code, Broken');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(present(page)).toContainText('Spotlight on line 11, Broken');
    await expect(page.locator('.mark-spotlight').first()).toBeVisible();
  });
  await test.step('a clicker works also in the editor, which keeps what is typed', async () => {
    await page.locator('.monaco-editor').first().click();
    await page.keyboard.press('.');
    await expect(page.locator('.present-blank')).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+Z');
    await page.keyboard.press('PageDown');
    await expect(slide(page, 'Picture, Broken')).toBeVisible();
  });
  await test.step('the full stop blanks the screen, and Next brings it back', async () => {
    await page.keyboard.press('.');
    await expect(page.locator('.present-blank')).toBeVisible();
    await page.keyboard.press('PageDown');
    await expect(slide(page, 'Picture, Broken')).toBeVisible();
    await expect(page.locator('.present-blank')).toHaveCount(0);
  });
  await test.step('the QR code leads to the lesson', async () => {
    await page.keyboard.press('q');
    const code = page.getByRole('img', { name: /^QR code of/ });
    const { data, width, height } = await pixelsOf(page, await code.screenshot());
    expect(jsqr(new Uint8ClampedArray(data), width, height)?.data).toMatch(/#\/threads$/);
  });
  await test.step('a reload comes back to the same slide, with what lay over it', async () => {
    await page.reload();
    await expect(page.getByRole('img', { name: /^QR code of/ })).toBeVisible();
  });
  await test.step('Escape takes off what lies over all, then leaves at the same step', async () => {
    await page.keyboard.press('Escape');
    await expect(slide(page, 'Picture, Broken')).toBeVisible();
    await page.keyboard.press('Shift+PageDown');
    await page.keyboard.press('Escape');
    await expect(lesson.guide.getByRole('heading', { level: 1 })).toHaveText('See an update get lost');
    await expect(lesson.side('Fixed').region).toBeVisible();
  });
});

/** The pixels of a PNG, as the page decodes them. */
async function pixelsOf(page: Page, png: Buffer) {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const pen = new OffscreenCanvas(image.width, image.height).getContext('2d');
    pen?.drawImage(image, 0, 0);
    const data = pen?.getImageData(0, 0, image.width, image.height).data ?? [];
    return { data: [...data], width: image.width, height: image.height };
  }, png.toString('base64'));
}

test('the notes are in step in a window of their own, also when it comes late and the network is gone', async ({
  page,
  context,
}) => {
  await page.keyboard.press('p');
  await page.keyboard.press('PageDown');
  const opening = context.waitForEvent('page');
  await page.keyboard.press('n');
  const notes = await opening;
  const words = notes.getByRole('main', { name: 'Teacher’s notes' });
  await expect(words).toContainText('In step with the presentation.');
  await expect(words.getByRole('heading', { level: 1 })).toHaveText('Ten threads, one counter');
  await expect(notes.getByRole('timer')).toHaveText(/^\d+:\d\d$/);
  await expect(present(page)).toContainText('notes on the other screen');
  await context.setOffline(true);
  await goTo(page, 'Picture, Broken');
  await expect(words).toContainText('Picture, Broken');
  await expect(words).toContainText('Question, with its answer');
  await notes.keyboard.press('Enter');
  await expect(words).toContainText(/Broken counted to 5, Fixed to 15/);
  await expect(lesson.side('Broken').counter('lost updates')).toHaveText('14');
  await notes.keyboard.press('PageDown');
  await expect(slide(page, 'Question, with its answer')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(words).toContainText('The other window has left Present.');
  await context.setOffline(false);
});

test('on paper: both programs whole, what the run did, the verdict and what to remember', async ({
  page,
}) => {
  await lesson.runBoth();
  await lesson.ended();
  await page.emulateMedia({ media: 'print' });
  const handout = page.getByRole('article', { name: 'Handout' });
  await expect(handout).toBeVisible();
  await expect(lesson.guide).toBeHidden();
  for (const side of ['Broken', 'Fixed']) {
    const listing = handout.getByRole('figure', { name: `${side}: main.py` });
    await expect(listing.getByRole('listitem').first()).toHaveText('import threading');
    await expect(listing.getByRole('listitem').last()).toHaveText('print(counter)');
  }
  await expect(handout).toContainText(/Broken counted to 5, Fixed to 15/);
  await expect(handout).toContainText('What to remember: Find it in your own program');
  for (const canvas of await handout.locator('canvas').all()) {
    await expect.poll(() => drawnPixels(canvas)).toBeGreaterThan(500);
  }
  await page.emulateMedia({ media: null });
  await expect(handout).toHaveCount(0);
});

/** How many pixels of a canvas have been drawn on. */
async function drawnPixels(canvas: Locator): Promise<number> {
  return canvas.evaluate((element) => {
    if (!(element instanceof HTMLCanvasElement)) return 0;
    const { width, height } = element;
    const data = element.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
    return data.filter((part, index) => index % 4 === 3 && part > 0).length;
  });
}
