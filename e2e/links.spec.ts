/** Addresses and links: Back and Forward, what is handed on, what opening it does and does not do. */
import { createServer } from 'node:http';
import { expect, type Locator, type Page } from '@playwright/test';
import jsQr from 'jsqr';
import { findings } from './axe.ts';
import { LessonPage } from './page.ts';
import { test } from './visit.ts';

const bannerOf = (page: Page) => page.getByRole('region', { name: 'From a link' });
const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Share' });
const fieldOf = (page: Page) => dialogOf(page).getByRole('textbox', { name: 'Link' });
const drafts = (page: Page) => page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
const guideAt = (page: Page, step: number) =>
  expect(
    page.getByRole('complementary', { name: 'Guide' }).getByText(new RegExp(`^${step} of \\d+$`)),
  ).toBeVisible();

async function chooseEditor(page: Page, editor: 'plain' | 'full'): Promise<void> {
  await page.addInitScript((kind) => {
    if (window === top)
      localStorage.setItem('faultline/preferences/v1', JSON.stringify({ editor: kind, pace: 'fast' }));
  }, editor);
}

const codeOf = (page: Page): Locator => page.getByRole('textbox', { name: 'Code, broken: main.py' });

/** A link of the lesson with this code on its broken side, as the dialog gives it. */
async function linkWith(page: Page, lesson: string, code: string): Promise<string> {
  await page.goto(`./#/${lesson}`);
  await codeOf(page).fill(code);
  await page.getByRole('button', { name: 'Share' }).click();
  const link = await fieldOf(page).inputValue();
  await page.keyboard.press('Escape');
  return link;
}

test('Back and Forward go through lessons and steps, and a reload stays where one is', async ({ page }) => {
  const lesson = new LessonPage(page);
  await page.goto('./#/threads?model=before310');
  await lesson.button('Next').click();
  await lesson.button('Next').click();
  await expect(page).toHaveURL(/#\/threads\/3\?model=before310$/);
  await page.getByRole('banner').getByRole('link', { name: 'asyncio' }).click();
  await guideAt(page, 1);
  await page.goBack();
  await guideAt(page, 3);
  await page.goBack();
  await page.goBack();
  await guideAt(page, 1);
  await expect(page).toHaveURL(/#\/threads\?model=before310$/);
  await page.goForward();
  await guideAt(page, 2);
  await page.reload();
  await guideAt(page, 2);
  await lesson.setUp();
  await expect(page.getByRole('radio', { name: 'Before 3.10' })).toBeChecked();
  await test.step('a setting that is changed leaves the address', async () => {
    await lesson.chooseModel('Free-threaded');
    await expect(page).toHaveURL(/#\/threads\/2$/);
  });
});

test('an opened link runs nothing and touches no draft, then says that it came out the same', async ({
  page,
}) => {
  await chooseEditor(page, 'plain');
  const lesson = new LessonPage(page);
  await page.goto('./#/threads/2');
  await codeOf(page).fill('counter = 15\nprint("theirs")\n');
  await lesson.runBoth();
  await expect(lesson.side('Broken').output).toContainText('theirs');
  await lesson.ended();
  await page.keyboard.press('Escape');
  await lesson.leaveControls();
  await page.keyboard.press('s');
  const link = await fieldOf(page).inputValue();
  await dialogOf(page).getByRole('button', { name: 'Copy link' }).focus();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.keyboard.press('Enter');
  await expect(dialogOf(page).getByText('The link is copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(fieldOf(page)).toHaveValue(link);
  await test.step('a picture and the programs can be taken away', async () => {
    const png = await taken(page, 'Picture as PNG, fixed');
    expect([png.name, png.bytes.subarray(1, 4).toString()]).toEqual(['faultline-threads-fixed.png', 'PNG']);
    const svg = await taken(page, 'Picture as SVG, fixed');
    expect(svg.bytes.toString()).toContain('Three threads, one number: Fixed');
    const zip = await taken(page, 'Programs as .zip');
    expect([zip.name, zip.bytes.subarray(0, 2).toString()]).toEqual(['faultline-threads.zip', 'PK']);
  });
  await page.keyboard.press('Escape');

  await codeOf(page).fill('print("my draft")\n');
  await expect.poll(() => drafts(page)).toContain('my draft');
  const before = await drafts(page);
  await page.goto(link);
  await page.reload();
  await expect(bannerOf(page)).toBeVisible();
  await expect(codeOf(page)).toHaveValue('counter = 15\nprint("theirs")\n');
  await guideAt(page, 2);
  await expect(lesson.side('Broken').output).not.toContainText('theirs');

  await bannerOf(page).getByRole('button', { name: 'See what is different' }).click();
  const differences = page.getByRole('dialog', { name: 'What is different' });
  await expect(differences.getByRole('row').filter({ hasText: 'removed' })).toContainText('my draft');
  await expect(differences.getByRole('row').filter({ hasText: 'added' }).last()).toContainText('theirs');
  await page.keyboard.press('Escape');

  await bannerOf(page).getByRole('button', { name: 'Run both' }).click();
  await expect(bannerOf(page)).toContainText('Broken: the same: finished');
  await codeOf(page).fill('print("other")\n');
  await lesson.side('Broken').run();
  await expect(bannerOf(page)).toContainText('Broken: not compared');
  expect(await findings(page, '.link-banner')).toEqual([]);
  expect([page.url(), await drafts(page)]).toEqual([link, before]);

  await test.step('it is left for the draft, and kept when it is wanted', async () => {
    await bannerOf(page).getByRole('button', { name: 'Back to my draft' }).click();
    await expect(codeOf(page)).toHaveValue('print("my draft")\n');
    await expect(bannerOf(page)).toHaveCount(0);
    await page.goBack();
    await expect(codeOf(page)).toHaveValue('print("other")\n');
    await bannerOf(page).getByRole('button', { name: 'Keep as mine' }).click();
    await expect(bannerOf(page)).toHaveCount(0);
    await expect.poll(() => drafts(page)).toContain('other');
    await lesson.button('Undo').click();
    await expect(codeOf(page)).toHaveValue('print("my draft")\n');
  });
});

test('what is wrong with a link is said in an alert, over the lesson as it is', async ({ page }) => {
  await chooseEditor(page, 'plain');
  const link = await linkWith(page, 'asyncio', 'print("sent")\n');
  const letter = link.length - 8;
  const ways: readonly (readonly [RegExp, string])[] = [
    [/cut off/, link.slice(0, -6)],
    [/damaged/, `${link.slice(0, letter)}${link[letter] === 'A' ? 'B' : 'A'}${link.slice(letter + 1)}`],
    [/two links in one/, `${link}#/threads`],
    [/leads to step 77/, './#/asyncio/77'],
  ];
  for (const [words, address] of ways) {
    await page.goto(address);
    await expect(page.getByRole('alert')).toHaveText(words);
    await expect(bannerOf(page)).toHaveCount(0);
    // What was written before is the person's own draft.
    await expect(codeOf(page)).toHaveValue('print("sent")\n');
  }
  await page.goto(link.replace('/asyncio/', '/absent/'));
  await expect(page.getByRole('alert')).toContainText('“absent”');
  await test.step('an address of which only signs were replaced opens', async () => {
    await page.goto(
      link.replace(/#\/asyncio\/(.)/, (_, sign: string) => `#/asyncio/%${sign.charCodeAt(0).toString(16)}`),
    );
    await expect(bannerOf(page)).toBeVisible();
  });
});

test('a lesson stands in a frame of another page, and fetches Python only when somebody runs it', async ({
  page,
  context,
  baseURL,
}) => {
  await page.goto('./#/threads');
  await page.getByRole('button', { name: 'Share' }).click();
  const html = await dialogOf(page).getByRole('textbox', { name: 'HTML for another page' }).inputValue();
  const other = await context.newPage();
  const python: string[] = [];
  other.on('request', (request) => {
    if (request.url().includes('/python/')) python.push(request.url());
  });
  // Of an address of its own: a browser lets no page without one reach into the local network.
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(`<h1>An article</h1>${html}`);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const place = server.address();
  await other.goto(`http://127.0.0.1:${typeof place === 'object' ? place?.port : ''}/`);
  const frame = other.frameLocator('iframe[title="Faultline: Three threads, one number"]');
  await expect(frame.getByRole('region', { name: 'Broken', exact: true })).toBeVisible();
  await expect(frame.getByRole('navigation', { name: 'Lessons' })).toHaveCount(0);
  expect(python).toEqual([]);
  await frame.getByRole('button', { name: 'Run both', exact: true }).click();
  await expect(frame.getByRole('status', { name: 'Verdict' })).toContainText('lost updates', {
    timeout: 150_000,
  });
  const opened = context.waitForEvent('page');
  await frame.getByRole('link', { name: 'Open in Faultline' }).click();
  await expect(bannerOf(await opened)).toBeVisible();
  expect((await opened).url()).toContain(baseURL ?? '');
  server.close();
});

test('the QR code is the link, also on a phone', async ({ browser }) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await page.goto('./#/memory/3');
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(dialogOf(page).getByRole('img', { name: 'QR code of the link' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await findings(page)).toEqual([]);
  await dialogOf(page).getByRole('img').scrollIntoViewIfNeeded();
  const { data, width, height } = await pixelsOf(page, await dialogOf(page).getByRole('img').screenshot());
  expect(jsQr(Uint8ClampedArray.from(data), width, height)?.data).toBe(await fieldOf(page).inputValue());
  await context.close();
});

test('what is too long for a link is a file, which opens when it is dropped', async ({ page }) => {
  await chooseEditor(page, 'plain');
  await page.goto('./#/asyncio');
  const numbers = Array.from({ length: 3_000 }, (_, index) => (index * 7919 * 104_729) % 1_000_003);
  const code = `numbers = [${numbers.join(', ')}]\n`;
  await codeOf(page).fill(code);
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(dialogOf(page)).toContainText('too long for a QR code');
  const { name, bytes } = await taken(page, 'Save as a file');
  expect(name).toBe('asyncio.faultline');
  const text = bytes.toString();
  await page.keyboard.press('Escape');
  await codeOf(page).fill('print("my draft")\n');
  await drop(page, 'asyncio.faultline', text);
  await expect(bannerOf(page)).toBeVisible();
  await expect(codeOf(page)).toHaveValue(code);
  await drop(page, 'notes.txt', 'nothing of ours');
  await expect(page.getByRole('alert')).toContainText('not a .faultline file');
});

/** What a button of the dialog gives to be kept. */
async function taken(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const download = page.waitForEvent('download');
  await dialogOf(page).getByRole('button', { name: button }).click();
  const file = await download;
  return {
    name: file.suggestedFilename(),
    bytes: Buffer.concat(await (await file.createReadStream()).toArray()),
  };
}

/** What a picture shows, as the page's own canvas has it. */
function pixelsOf(page: Page, picture: Buffer): Promise<{ data: number[]; width: number; height: number }> {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const { width, height } = bitmap;
    const canvas = new OffscreenCanvas(width, height).getContext('2d');
    canvas?.drawImage(bitmap, 0, 0);
    return { data: [...(canvas?.getImageData(0, 0, width, height).data ?? [])], width, height };
  }, picture.toString('base64'));
}

async function drop(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    ([file, content]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content ?? ''], file ?? ''));
      for (const kind of ['dragover', 'drop']) {
        document.body.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer }));
      }
    },
    [name, text],
  );
}
