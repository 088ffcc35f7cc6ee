/** The page as it ships, from a host that serves it below a path: a lesson opens, and both its programs run. */
import { expect, test } from '@playwright/test';
import { end, homeOf, hostOf } from './hosting.ts';
import { LessonPage } from './page.ts';

test('the page below a path of its host runs a lesson', async ({ browser, baseURL }) => {
  const server = await hostOf(baseURL ?? '', (_path, bytes) => bytes);
  const page = await browser.newPage({ baseURL: homeOf(server) });
  const lesson = new LessonPage(page);
  await lesson.open('threads');
  await lesson.runBoth();
  await expect(lesson.verdict).toContainText('lost updates');
  await page.close();
  end(server);
});
