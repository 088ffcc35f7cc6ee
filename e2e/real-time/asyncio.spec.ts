/** What a person waits for: the lesson on asyncio live at its real pace, and Stop. */
import { expect, test } from '@playwright/test';
import { LessonPage } from '../page.ts';

/** A second and a half, counted by a timer of the page's, which a busy machine keeps waiting like everything else. */
const MOST_TICKS = 150;

let lesson: LessonPage;

test.beforeEach(async ({ page }) => {
  lesson = new LessonPage(page);
  await lesson.open();
  await lesson.pythonIsLive();
});

test('run both shows ten waits in a row against ten together, live', async () => {
  const [broken, fixed] = [lesson.side('Broken'), lesson.side('Fixed')];
  await lesson.runBoth();
  // Each second has its look: the figures rise while the program runs.
  await expect(broken.counter('event loops built')).toHaveText('3');
  const early = await broken.elapsed();
  await expect(lesson.verdict).toContainText('Running');
  await lesson.ended();
  // Waits end late on a busy machine, and never early.
  const [row, together] = [await broken.elapsed(), await fixed.elapsed()];
  expect(early).toBeGreaterThan(1.5);
  expect(early).toBeLessThan(row);
  expect(row).toBeGreaterThanOrEqual(10);
  expect(together).toBeGreaterThanOrEqual(1);
  expect(row / together).toBeGreaterThan(4);
  await expect(broken.counter('event loops built')).toHaveText('10');
  await expect(broken.counter('waiting together at most')).toHaveText('1');
  await expect(fixed.counter('event loops built')).toHaveText('1');
  await expect(fixed.counter('waiting together at most')).toHaveText('10');
  await expect(lesson.verdict).toContainText(
    /Fixed finished \d+(\.\d)? times sooner: 10 waits overlapped instead of 1/,
  );
  await expect(broken.output).toContainText("['Data', 'Data'");
  await expect(broken.figure).toHaveAccessibleName(/10 tasks/);
});

test('a runaway stops within a second, keeps its text, and the next run works', async () => {
  const broken = lesson.side('Broken');
  await broken.write('print("still here")\nwhile True:\n    pass\n');
  await broken.run();
  await expect(broken.output).toContainText('still here');
  const ticks = await lesson.button('Stop').evaluate(async (stop: HTMLButtonElement) => {
    let count = 0;
    stop.click();
    // Disabled in words: it keeps the focus of whoever has pressed it.
    while (stop.ariaDisabled !== 'true') {
      await new Promise((resolve) => setTimeout(resolve, 10));
      count += 1;
    }
    return count;
  });
  expect(ticks).toBeLessThan(MOST_TICKS);
  await expect(broken.ending).toContainText('You stopped this run');
  await expect(broken.output).toContainText('still here');
  await expect(broken.code).toContainText('while True:');
  await broken.write('print("again")\n');
  await broken.run();
  await expect(broken.output).toContainText('again');
  await expect(broken.ending).toHaveCount(0);
});
