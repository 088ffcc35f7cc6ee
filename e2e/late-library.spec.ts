/** The standard library comes last: a program that needs nothing of it runs before it is here, and another one waits. */
import { expect, type Page } from '@playwright/test';
import { LessonPage } from './page.ts';
import { test } from './visit.ts';

const LIBRARY = /python-library-.*\.bin$/;

/** Keeps the library back until the function that is given back is called. */
async function holdLibrary(page: Page): Promise<() => void> {
  const held: { release?: () => void } = {};
  const released = new Promise<void>((resolve) => {
    held.release = resolve;
  });
  await page.route(LIBRARY, async (route) => {
    await released;
    await route.continue();
  });
  return () => held.release?.();
}

/** A module that no start of Python imports, its name as nobody finds it in the text, and what is asked of it. */
const MODULE = 'colorsys';
const HIDDEN = '"color-sys".replace("-", "")';
const ASKED = 'print(module.rgb_to_hsv(0, 0, 0.5), "here")';

test('what needs nothing of it runs before it is here', async ({ page }) => {
  const release = await holdLibrary(page);
  const lesson = new LessonPage(page);
  await lesson.open('imports');
  await lesson.runBoth();
  await expect(lesson.side('Broken').output).not.toBeEmpty();
  await expect(lesson.side('Fixed').output).not.toBeEmpty();
  await expect(page.locator('.runtime[data-kind=fetching]')).toBeVisible();
  release();
  await lesson.pythonIsLive();
});

test('Python is live while a run goes on that began before it was here', async ({ page }) => {
  const release = await holdLibrary(page);
  const lesson = new LessonPage(page);
  await lesson.open('asyncio');
  await lesson.choosePace('Real pace');
  await lesson.runBoth();
  await expect(lesson.side('Fixed').output).not.toBeEmpty();
  release();
  await lesson.pythonIsLive();
  await expect(lesson.side('Broken').output).toBeEmpty();
});

for (const [how, program] of [
  ['by its name', `import ${MODULE} as module\n${ASKED}\n`],
  ['without naming it', `module = __import__(${HIDDEN})\n${ASKED}\n`],
  [
    'in a thread, without naming it',
    [
      'import threading',
      'def work():',
      `    module = __import__(${HIDDEN})`,
      `    ${ASKED}`,
      'both = [threading.Thread(target=work) for _ in range(2)]',
      'for one in both: one.start()',
      'for one in both: one.join()',
      '',
    ].join('\n'),
  ],
  [
    'as a file',
    `import os\nprint(len(open(os.path.dirname(os.__file__), "rb").read()) > 1_000_000, "here")\n`,
  ],
] as const) {
  test(`who wants of it waits until it is here: ${how}`, async ({ page }) => {
    const release = await holdLibrary(page);
    const lesson = new LessonPage(page);
    await lesson.open('threads');
    const { output } = lesson.side('Fixed');
    // As the lesson's check wants it.
    await lesson.side('Fixed').write(`${program}counter = 15\n`);
    // The other side goes on: Python runs.
    await lesson.runBoth();
    await expect(lesson.side('Broken').output).not.toBeEmpty();
    await expect(output).toBeEmpty();
    release();
    await expect(output).toContainText('here');
  });
}

test('a run that waits for it is stopped, and the next one works', async ({ page }) => {
  const release = await holdLibrary(page);
  const lesson = new LessonPage(page);
  await lesson.open('imports');
  await lesson.side('Fixed').write(`import ${MODULE} as module\n${ASKED}\n`);
  await lesson.side('Fixed').run();
  await lesson.stop();
  await lesson.ended();
  release();
  await lesson.side('Fixed').run();
  await expect(lesson.side('Fixed').output).toContainText('here');
});

test('where it cannot be had a run that waits for it ends, and Retry brings both', async ({ page }) => {
  await page.route(LIBRARY, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    await route.abort();
  });
  const lesson = new LessonPage(page);
  await lesson.open('imports');
  await lesson.side('Fixed').write(`import ${MODULE} as module\n${ASKED}\n`);
  await lesson.side('Fixed').run();
  const alert = page.getByRole('alert').filter({ hasText: 'python-library' });
  await expect(alert).toContainText('Python could not be downloaded');
  await lesson.ended();
  await page.unroute(LIBRARY);
  await alert.getByRole('button', { name: 'Retry' }).click();
  await lesson.pythonIsLive();
  await lesson.side('Fixed').run();
  await expect(lesson.side('Fixed').output).toContainText('here');
});
