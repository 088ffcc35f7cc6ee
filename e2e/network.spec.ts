/** What travels: nothing to any other origin; a download that fails is reported, and tried again on request. */
import { expect, test } from '@playwright/test';
import { LessonPage } from './page.ts';

test('nothing is asked of another origin', async ({ page, context, baseURL }) => {
  const home = new URL(baseURL ?? '').origin;
  const foreign: string[] = [];
  await context.route('**/*', (route) => {
    const address = new URL(route.request().url());
    if (address.origin !== home && !['blob:', 'data:'].includes(address.protocol)) foreign.push(address.href);
    return route.continue();
  });
  const lesson = new LessonPage(page);
  await page.goto('./');
  await lesson.open();
  await lesson.pythonIsLive();
  await lesson.side('Fixed').run();
  await lesson.ended();
  await lesson.side('Fixed').write('from urllib.request import urlopen\nurlopen("https://example.com/")\n');
  await lesson.side('Fixed').run();
  await expect(lesson.side('Fixed').ending).toBeVisible();
  expect(foreign).toEqual([]);
});

test('the page forbids what it does not need', async ({ page }) => {
  await page.goto('./');
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain("'unsafe-eval'");
});

test('a download that fails shows Retry, and recovers', async ({ page }) => {
  await page.route('**/python/**', (route) => route.abort());
  const lesson = new LessonPage(page);
  await lesson.open();
  const alert = page.getByRole('alert').filter({ hasText: 'Python' });
  await expect(alert).toContainText('Python could not be downloaded');
  await lesson.side('Fixed').write('print("here")\n');
  await page.unroute('**/python/**');
  await alert.getByRole('button', { name: 'Retry' }).click();
  await lesson.pythonIsLive();
  await expect(alert).toHaveCount(0);
  await lesson.side('Fixed').run();
  await expect(lesson.side('Fixed').output).toContainText('here');
});

test('one file that is missing shows Retry, while the others arrive', async ({ page }) => {
  const missing = /python-library-.*\.bin$/;
  await page.route(missing, (route) => route.fulfill({ status: 404, body: 'not here' }));
  const lesson = new LessonPage(page);
  await lesson.open();
  const alert = page.getByRole('alert').filter({ hasText: 'python-library' });
  await expect(alert).toContainText('Python could not be downloaded');
  await page.unroute(missing);
  await alert.getByRole('button', { name: 'Retry' }).click();
  await lesson.pythonIsLive();
});

test('the page of the frame that is missing shows Retry, and recovers', async ({ page }) => {
  const missing = /runner-.*\.html$/;
  await page.route(missing, (route) => route.fulfill({ status: 404, body: 'not here' }));
  const lesson = new LessonPage(page);
  await lesson.open();
  const alert = page.getByRole('alert').filter({ hasText: 'runner' });
  await expect(alert).toContainText('Python could not be downloaded');
  await page.unroute(missing);
  await alert.getByRole('button', { name: 'Retry' }).click();
  await lesson.pythonIsLive();
});

test('wrong bytes are refused, and fetched anew', async ({ page }) => {
  const wrong = /python-wasm-.*\.bin$/;
  await page.route(wrong, (route) => route.fulfill({ status: 200, body: 'something else' }));
  const lesson = new LessonPage(page);
  await lesson.open();
  const alert = page.getByRole('alert').filter({ hasText: 'python-wasm' });
  await expect(alert).toBeVisible();
  await page.unroute(wrong);
  await alert.getByRole('button', { name: 'Retry' }).click();
  await lesson.pythonIsLive();
});

test('when the full editor cannot be had, the plain one takes its place with a sentence', async ({
  page,
}) => {
  await page.route('**/MonacoCode-*.js', (route) => route.abort());
  await page.goto('./#/asyncio');
  await expect(page.getByText('The full editor could not be loaded').first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Code, broken: main.py' })).toBeVisible();
});
