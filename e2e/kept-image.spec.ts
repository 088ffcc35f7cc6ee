/** The image stays at hand when the worker that had it has ended: Python starts again without a host. */
import { expect, type Page } from '@playwright/test';
import { LessonPage } from './page.ts';
import { test } from './visit.ts';

/** Workers that are files of the page: the one that downloads, and no Python. */
const downloading = (page: Page) =>
  page.workers().filter((worker) => worker.url().includes('/assets/worker'));

test('a program that had to be taken away is followed by another one, without a request', async ({
  page,
}) => {
  const lesson = new LessonPage(page);
  await lesson.open('imports');
  await lesson.pythonIsLive();
  const side = lesson.side('Broken');
  await side.write('print("begins")\nsum(range(10**13))\n');
  await expect.poll(() => downloading(page).length).toBe(0);
  const asked: string[] = [];
  await page.route(/\/python\//, async (route) => {
    asked.push(route.request().url());
    await route.abort();
  });
  await side.run();
  await expect(side.output).toContainText('begins');
  await lesson.stop();
  await lesson.pythonIsLive();
  await side.write('print("runs again")\n');
  await side.run();
  await expect(side.output).toContainText('runs again');
  expect(asked).toEqual([]);
  await expect.poll(() => downloading(page).length).toBe(0);
});
