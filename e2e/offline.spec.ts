/** Use without a network, below a path of a host: every lesson after a restart of the browser, and new versions. */
import { createHash } from 'node:crypto';
import { chromium, expect, test, type BrowserContext, type Page, type TestInfo } from '@playwright/test';
import { end, homeOf, hostOf, portOf } from './hosting.ts';
import { LessonPage } from './page.ts';

/** What the verdict of each lesson says of runs that ended. */
const VERDICTS = {
  asyncio: 'virtual clock',
  imports: '3 bodies failed in Broken',
  memory: 'still alive',
  threads: 'lost updates',
  pools: 'refused',
};

/** A browser that keeps what it is given, as a person's does. Closing it and starting it again is a restart. */
function startBrowser(info: TestInfo, baseURL: string): Promise<BrowserContext> {
  const { launchOptions, viewport } = info.project.use;
  return chromium.launchPersistentContext(info.outputPath('profile'), {
    ...launchOptions,
    ...(viewport === undefined ? {} : { viewport }),
    baseURL,
    serviceWorkers: 'allow',
  });
}

const offlineOptions = (page: Page) => page.getByRole('region', { name: 'Offline' });
const newVersion = (page: Page) => page.getByRole('region', { name: 'New version' });

/** The page as it was built, and as a later build might be: with a mark in its head. */
const first = (written: string) => written;
const second = (written: string) => written.replace('</title>', '</title><meta name="later" />');
const rebuilt = (path: string, bytes: Buffer) =>
  path === '' ? Buffer.from(second(bytes.toString())) : bytes;
const mark = (page: Page) => page.locator('meta[name="later"]');

/** What the service worker knows a file by whose name has no hash. */
const revisionOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);

async function openOptions(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Options' }).click();
}

test('after a visit every lesson runs without a network, and what is missing is named', async ({
  baseURL,
}, info) => {
  // Three starts of a browser, and all lessons: a machine that is busy otherwise may take its time.
  test.slow();
  const built = baseURL ?? '';
  let server = await hostOf(built, (_path, bytes) => bytes);
  const [home, port] = [homeOf(server), portOf(server)];
  let context = await startBrowser(info, home);
  let lesson = new LessonPage(await context.newPage());
  await lesson.open('threads');
  await openOptions(lesson.page);
  await expect(offlineOptions(lesson.page)).toContainText('this page and Python are on this device');
  await context.close();

  await test.step('a package that no lesson has fetched is missing, and nothing else', async () => {
    end(server);
    context = await startBrowser(info, home);
    lesson = new LessonPage(await context.newPage());
    await lesson.open('pools');
    const alert = lesson.page.getByRole('alert').filter({ hasText: 'Python itself is here' });
    await expect(alert).toContainText('These programs need typing_extensions and sqlalchemy');
    await expect(lesson.page.getByRole('banner')).not.toContainText('live');
    await lesson.page.getByRole('link', { name: '4 threads' }).click();
    await lesson.pythonIsLive();
    await expect(alert).toHaveCount(0);
  });

  await test.step('it is kept once the lesson has fetched it', async () => {
    // On this computer the page comes from the host that answers, whatever copy there is.
    server = await hostOf(built, rebuilt, port);
    await lesson.page.reload();
    await expect(mark(lesson.page)).toHaveCount(1);
    await lesson.page.getByRole('link', { name: '5 pools' }).click();
    await lesson.pythonIsLive();
    await openOptions(lesson.page);
    await expect(offlineOptions(lesson.page)).toContainText('all packages are on this device');
    await context.close();
    end(server);
  });

  context = await startBrowser(info, home);
  lesson = new LessonPage(await context.newPage());
  for (const [name, words] of Object.entries(VERDICTS)) {
    await test.step(`${name} runs without a host`, async () => {
      await lesson.open(name);
      await lesson.pythonIsLive();
      const pace = lesson.page.getByRole('radio', { name: 'Fast forward' });
      if (await pace.isVisible()) await pace.check();
      await lesson.runBoth();
      await lesson.ended();
      await expect(lesson.verdict).toContainText(words);
    });
  }
  await context.close();
});

test('a new version is offered between runs, and each tab takes it when the person says so', async ({
  baseURL,
}, info) => {
  const built = baseURL ?? '';
  let served = first;
  const fetchedOfSecond: string[] = [];
  const written = await (await fetch(built)).text();
  const server = await hostOf(built, (path, bytes) => {
    if (served === second) fetchedOfSecond.push(path);
    if (path === '' || path === 'index.html') return Buffer.from(served(written));
    if (path !== 'sw.js') return bytes;
    return Buffer.from(bytes.toString().replace(revisionOf(written), revisionOf(served(written))));
  });
  // Not the name of this computer, where a page is taken from the host that is near.
  const home = homeOf(server).replace('127.0.0.1', 'faultline.localhost');
  const context = await startBrowser(info, home);
  const [one, other] = [new LessonPage(await context.newPage()), new LessonPage(await context.newPage())];
  await one.open('asyncio');
  await openOptions(one.page);
  await expect(offlineOptions(one.page)).toContainText('this page and Python are on this device');
  await offlineOptions(one.page)
    .getByRole('button', { name: /^Make everything available offline \(6\.\d MB\)$/ })
    .click();
  await expect(offlineOptions(one.page)).toContainText('all packages are on this device');
  await one.page.keyboard.press('Escape');
  await other.open('asyncio');
  await other.pythonIsLive();

  await one.page.bringToFront();
  await one.side('Broken').write('import time\ntime.sleep(60)\n');
  await one.side('Broken').run();
  served = second;
  await one.page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await expect(newVersion(other.page)).toContainText('A new version of this page is ready');
  await expect(newVersion(one.page)).toHaveCount(0);
  // Python and all else that is as it was is kept.
  expect([...new Set(fetchedOfSecond)].toSorted()).toEqual(['index.html', 'sw.js']);
  await one.stop();
  await newVersion(one.page).getByRole('button', { name: 'Use it now' }).click();
  await expect(mark(one.page)).toHaveCount(1);
  await expect(one.side('Broken').code).toContainText('time.sleep(60)');
  await expect(newVersion(one.page)).toHaveCount(0);

  await expect(newVersion(other.page)).toContainText('Another tab has begun a new version');
  await expect(mark(other.page)).toHaveCount(0);
  await other.page.bringToFront();
  await newVersion(other.page).getByRole('button', { name: 'Reload' }).click();
  await expect(mark(other.page)).toHaveCount(1);
  await context.close();
  end(server);
});
