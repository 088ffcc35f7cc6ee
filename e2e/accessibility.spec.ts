/** Accessibility: axe finds nothing on any screen, light and dark, before and after a run. */
import { expect } from '@playwright/test';
import { findings } from './axe.ts';
import { LessonPage } from './page.ts';
import { test } from './visit.ts';

const DEADLOCK = `import threading

red = threading.Lock()
blue = threading.Lock()
counter = 15


def take(first, second):
    with first:
        with second:
            print("both")


threads = [
    threading.Thread(target=take, args=pair, name=f"Thread-{number}")
    for number, pair in enumerate([(red, blue), (blue, red)], 1)
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
`;

test('home and an unknown address', async ({ page }) => {
  await page.goto('./');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await page.goto('./#/nowhere');
  await expect(page.getByRole('link', { name: 'Go to the lessons' })).toBeVisible();
  expect(await findings(page)).toEqual([]);
});

test('a published program after its run, and the answers', async ({ page }) => {
  const lesson = new LessonPage(page);
  await lesson.openPublished('asyncio', 'solution');
  await lesson.pythonIsLive();
  expect(await findings(page)).toEqual([]);
  await lesson.choosePace('Fast forward');
  await lesson.runBoth();
  await expect(lesson.verdict).toContainText('As published ended with NameError');
  expect(await findings(page)).toEqual([]);
  await page.goto('./#/answers');
  await expect(page.getByRole('heading', { level: 2, name: 'Questions' })).toBeVisible();
  expect(await findings(page)).toEqual([]);
});

test('the lesson before a run, after one, and with an error', async ({ page }) => {
  const lesson = new LessonPage(page);
  await lesson.open();
  await lesson.pythonIsLive();
  expect(await findings(page)).toEqual([]);
  await lesson.choosePace('Fast forward');
  await lesson.runBoth();
  await expect(lesson.verdict).toContainText('sooner');
  await lesson.leaveControls();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  expect(await findings(page)).toEqual([]);
  await lesson.side('Broken').write('import asyncio\nasyncio.run(1 / 0)\n');
  await lesson.runBoth();
  await expect(lesson.side('Broken').ending).toContainText('ZeroDivisionError');
  await lesson.ended();
  expect(await findings(page)).toEqual([]);
});

test('the lesson on imports: after a run, and with the table of entries', async ({ page }) => {
  const lesson = new LessonPage(page);
  await lesson.open('imports');
  await lesson.pythonIsLive();
  expect(await findings(page)).toEqual([]);
  await lesson.runBoth();
  await lesson.ended();
  await lesson.leaveControls();
  expect(await findings(page)).toEqual([]);
  await lesson.side('Broken').openTab('Table');
  await lesson.setUp();
  await lesson.button('Try every entry').click();
  await expect(page.getByRole('cell', { name: 'runs to its end' }).first()).toBeVisible();
  await lesson.stop();
  expect(await findings(page)).toEqual([]);
});

test('the lesson on threads: after a run, a search, a deadlock, and while stepping by hand', async ({
  page,
}) => {
  const lesson = new LessonPage(page);
  const [broken, fixed] = [lesson.side('Broken'), lesson.side('Fixed')];
  await lesson.open('threads');
  await lesson.pythonIsLive();
  expect(await findings(page)).toEqual([]);
  await lesson.runBoth();
  await lesson.ended();
  await expect(broken.figure).toContainText('lost updates');
  expect(await findings(page)).toEqual([]);
  await broken.write(DEADLOCK);
  await broken.search();
  await broken.openTab('How it ended');
  await expect(broken.ending).toContainText('Deadlock');
  await fixed.write(DEADLOCK.replace('(blue, red)', '(red, blue)'));
  await fixed.search();
  expect(await findings(page)).toEqual([]);
  await lesson.chooseStrategy('By hand');
  await broken.run();
  await broken.step('Thread-1');
  expect(await findings(page)).toEqual([]);
  await lesson.setUp();
  await lesson.button('Load a schedule').click();
  await page.getByRole('button', { name: 'Load', exact: true }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('Paste the text');
  expect(await findings(page)).toEqual([]);
});

test('the lesson on memory, after a run and with its table open', async ({ page }) => {
  const lesson = new LessonPage(page);
  await lesson.open('memory');
  await lesson.pythonIsLive();
  await lesson.choosePace('Fast forward');
  await lesson.runBoth();
  await lesson.ended();
  await lesson.side('Broken').openTab('Table');
  expect(await findings(page)).toEqual([]);
});

test('dialogs, options and the plain editor', async ({ page }) => {
  await page.goto('./#/asyncio');
  await page.getByRole('button', { name: 'Options' }).click();
  await page.getByText('Plain text', { exact: true }).click();
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  expect(await findings(page)).toEqual([]);
});
