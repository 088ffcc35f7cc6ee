/** The lesson on connection pools: both sides live, the picture and the same in words, the package, the about page. */
import { expect, test as alone } from '@playwright/test';
import { findings } from './axe.ts';
import { LessonPage, type SidePage } from './page.ts';
import { test } from './visit.ts';

const slots = (side: SidePage) => side.figure.locator('.pool-slot');

test('the pool runs dry on one side and serves all on the other', async ({ page }) => {
  const lesson = new LessonPage(page);
  const [broken, fixed] = [lesson.side('Broken'), lesson.side('Fixed')];
  await lesson.open('pools');
  await lesson.pythonIsLive();
  await expect(page.getByText(/sqlalchemy 2\.0\.\d+/).first()).toBeVisible();
  await expect(broken.code).toContainText('connection = engine.connect()');
  await lesson.runBoth();
  // Live: while requests wait, the picture says who and for how long.
  await expect(broken.figure.getByText(/^\d waiting$/)).toBeVisible();
  await expect(slots(broken).filter({ hasText: 'Thread-' })).toHaveCount(3);
  await lesson.ended();

  // The code gave way to the picture, and still shows what the lesson points at.
  for (const side of [broken, fixed])
    await expect(side.region.locator('.mark-rest').first()).toBeInViewport({ ratio: 1 });
  await expect(broken.counter('given back')).toHaveText('0 / 3');
  await expect(broken.counter('gave up')).toHaveText('9');
  await expect(broken.counter('collected')).toHaveText('3');
  await expect(fixed.counter('given back')).toHaveText('12 / 12');
  await expect(fixed.counter('gave up')).toHaveText('0');
  await expect(broken.figure).toHaveAccessibleName(
    /9 requests gave up.* Only the garbage collector brought 3 connections back\./,
  );
  await expect(fixed.figure).toHaveAccessibleName(
    /12 connections handed out so far\. All of them are back\./,
  );
  await expect(lesson.verdict).toContainText('Broken refused 9 requests, Fixed 0: connections were out for');

  await fixed.openTab('SQL log');
  await expect(fixed.report.getByRole('listitem').filter({ hasText: 'SELECT ? * 2' })).toHaveCount(12);
  await broken.openTab('Table');
  await expect(broken.report.getByRole('row').filter({ hasText: 'gave up' })).toHaveCount(9);
  await expect(
    broken.report.getByRole('row').filter({ hasText: 'brought back by the collector' }),
  ).toHaveCount(3);

  // The playhead goes back: the connections are out again.
  await lesson.playhead.focus();
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift+ArrowLeft');
  await expect(slots(broken).filter({ hasText: 'Thread-' })).toHaveCount(3);
  await expect(broken.figure.getByText(/^\d waiting$/)).toBeVisible();
});

test('nothing stands in anybody’s way', async ({ page }) => {
  const lesson = new LessonPage(page);
  await lesson.open('pools');
  await lesson.pythonIsLive();
  await lesson.choosePace('Fast forward');
  await lesson.runBoth();
  await expect(lesson.verdict).toContainText('refused');
  await lesson.side('Broken').openTab('SQL log');
  await lesson.leaveControls();
  expect(await findings(page)).toEqual([]);
  await page.goto('./#/about');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('About Faultline');
  const row = page.getByRole('row').filter({ hasText: 'SQLAlchemy' }).first();
  await expect(row).toContainText(/2\.0\.\d+.*MIT/);
  expect(await findings(page)).toEqual([]);
});

// These two look at what a first visit fetches.
alone('a package that cannot be fetched shows Retry, and recovers', async ({ page }) => {
  let blocked = true;
  await page.route('**/package-*', (route) => (blocked ? route.abort() : route.continue()));
  const lesson = new LessonPage(page);
  await lesson.open('pools');
  const failure = page.locator('.failure');
  await expect(failure).toContainText('sqlalchemy, which could not be downloaded');
  blocked = false;
  await page.getByRole('button', { name: 'Retry' }).click();
  await lesson.pythonIsLive();
  await expect(failure).toHaveCount(0);
  await lesson.choosePace('Fast forward');
  await lesson.side('Fixed').run();
  await expect(lesson.side('Fixed').counter('given back')).toHaveText('12 / 12');
});

alone('only the lesson that names a package fetches it', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/package-')) fetched.push(request.url());
  });
  const lesson = new LessonPage(page);
  await lesson.open('asyncio');
  await lesson.pythonIsLive();
  expect(fetched).toEqual([]);
  await page.getByRole('link', { name: '5 pools' }).click();
  await lesson.pythonIsLive();
  // Two archives, and the memory in which the first one is imported.
  await expect.poll(() => fetched.length).toBe(3);
});
