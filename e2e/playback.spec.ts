/** Playback: one playhead moves both sides, by mouse and by key, and takes no key from a person who types. */
import { expect } from '@playwright/test';
import { LessonPage } from './page.ts';
import { test } from './visit.ts';

const SHORT =
  'import asyncio\n\nasync def main():\n    await asyncio.sleep(0.3)\n    print("half")\n    await asyncio.sleep(0.3)\n\nasyncio.run(main())\nprint("end")\n';

let lesson: LessonPage;

test.beforeEach(async ({ page }) => {
  lesson = new LessonPage(page);
  await lesson.open();
  await lesson.pythonIsLive();
  // How long a wait takes is not what is tested: on a busy machine half of it may be over before it begins.
  await lesson.choosePace('Fast forward');
  await lesson.side('Broken').write(SHORT);
  await lesson.side('Fixed').write(SHORT.replaceAll('0.3', '0.1'));
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(lesson.verdict).toContainText(/sooner|finished/i);
  await lesson.leaveControls();
});

test('one run, by key and by mouse', async ({ page }) => {
  await test.step('Ctrl+Enter ran both from inside the editor, and left the code alone', async () => {
    await expect(lesson.side('Fixed').code).toContainText('print("end")');
    expect(await lesson.side('Broken').elapsed()).toBeGreaterThan(0.55);
  });
  await test.step('keys go to the start, the end, and from event to event', async () => {
    const broken = lesson.side('Broken');
    await page.keyboard.press('Home');
    // The axis begins where something happens: on a slow machine that is some time after 0.
    const start = Number(await lesson.playhead.getAttribute('min'));
    expect(await lesson.moment()).toBe(start);
    await expect(broken.counter('tasks done')).toHaveText('0 / 0');
    await expect(broken.output).not.toContainText('half');
    await page.keyboard.press('ArrowRight');
    const first = await lesson.moment();
    expect(first).toBeGreaterThan(start);
    await page.keyboard.press('ArrowRight');
    expect(await lesson.moment()).toBeGreaterThan(first);
    await page.keyboard.press('ArrowLeft');
    expect(await lesson.moment()).toBe(first);
    await page.keyboard.press('End');
    await expect(broken.output).toContainText('end');
  });
  await test.step('playing stretches a short run, says so, and ends at the end', async () => {
    // How fast the moment moves against the time, both read at once.
    const pace = lesson.playhead.evaluate(async (slider: HTMLInputElement) => {
      const sample = () => ({ moment: slider.valueAsNumber / 1000, now: performance.now() });
      const end = sample().moment;
      while (slider.value === slider.min || sample().moment === end) await new Promise(requestAnimationFrame);
      const first = sample();
      await new Promise((resolve) => setTimeout(resolve, 200));
      const second = sample();
      return (second.moment - first.moment) / (second.now - first.now);
    });
    await page.keyboard.press('Space');
    await expect(lesson.button('Pause')).toBeVisible();
    await expect(page.getByText(/× slower/)).toBeVisible();
    expect(await pace).toBeGreaterThan(0);
    expect(await pace).toBeLessThan(0.75);
    await page.keyboard.press('Space');
    await expect(lesson.button('Play')).toBeVisible();
    await lesson.button('Play').click();
    await expect(lesson.button('Play')).toBeVisible();
    await expect(lesson.side('Broken').output).toContainText('end');
  });
  await test.step('the playhead moves both sides, and both editors show the line', async () => {
    const [broken, fixed] = [lesson.side('Broken'), lesson.side('Fixed')];
    // Between the ends of both: a slow machine takes its time before the first wait.
    const [longer, shorter] = [await broken.elapsed(), await fixed.elapsed()];
    const between = Math.round((longer + shorter) * 50) * 10_000;
    await lesson.playhead.evaluate((slider: HTMLInputElement, at) => {
      slider.valueAsNumber = at;
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    }, between);
    await expect(broken.output).toContainText('half');
    await expect(broken.output).not.toContainText('end');
    await expect(fixed.output).toContainText('end');
    expect(await broken.elapsed()).toBeCloseTo(between / 1_000_000, 1);
    expect(await fixed.elapsed()).toBe(shorter);
    await expect(broken.markedLine).toBeVisible();
    await expect(fixed.markedLine).toBeVisible();
    await expect(lesson.playhead).toHaveAttribute(
      'aria-valuetext',
      new RegExp(`^${between / 1000}\\s?ms of `),
    );
  });
  await test.step('keys belong to a person who types', async () => {
    const broken = lesson.side('Broken');
    await broken.code.click();
    const before = await lesson.moment();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type(' ?');
    expect(await lesson.moment()).toBe(before);
    await expect(broken.code).toContainText('?');
    // What is shown is of the program without it, and says so.
    await expect(broken.region).toContainText('Of the program before your edit.');
    await expect(lesson.side('Fixed').region).not.toContainText('before your edit');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
  await test.step('F1 opens the list of shortcuts, also while typing, and Escape closes it', async () => {
    await lesson.side('Broken').code.click();
    await page.keyboard.press('F1');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
});

test('what has the focus has the keys', async ({ page }) => {
  await test.step('a line of an error takes the focus to the code once, not again at every return', async () => {
    const broken = lesson.side('Broken');
    await broken.write('def halve(n):\n    return n / 0\n\n\nhalve(1)\n');
    await broken.run();
    await broken.ending.getByRole('button', { name: /line 2/ }).click();
    const inEditor = () =>
      broken.region.evaluate((side) => side.querySelector('.code')?.contains(document.activeElement));
    await expect.poll(inEditor).toBe(true);
    await page.getByRole('link', { name: 'Faultline', exact: true }).click();
    await page.goBack();
    await expect(broken.region.locator('.monaco-editor .view-line').first()).toBeVisible();
    await page.waitForTimeout(500);
    expect(await inEditor()).toBe(false);
    await broken.ending.getByRole('button', { name: /line 2/ }).click();
    await expect.poll(inEditor).toBe(true);
  });
  await test.step('a region that scrolls keeps the keys that scroll it', async () => {
    const broken = lesson.side('Broken');
    await broken.write('for n in range(200):\n    print(n)\n');
    await broken.run();
    await lesson.ended();
    await lesson.leaveControls();
    await page.keyboard.press('Home');
    await page.keyboard.press('End');
    const before = await lesson.moment();
    await broken.output.focus();
    await page.keyboard.press('Home');
    await expect.poll(() => broken.output.evaluate((log) => log.scrollTop)).toBe(0);
    for (const key of ['ArrowLeft', 'ArrowDown', 'Space']) await page.keyboard.press(key);
    expect(await lesson.moment()).toBe(before);
    await expect(lesson.button('Play')).toBeVisible();
  });
  await test.step('Escape stops a run, even from the editor', async () => {
    const broken = lesson.side('Broken');
    await broken.write('print("begun")\nwhile True:\n    pass\n');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(broken.output).toContainText('begun');
    await page.keyboard.press('Escape');
    await expect(broken.ending).toContainText('You stopped this run');
  });
});

test('a lesson is as it was left, with its results; what ran there was stopped', async ({ page }) => {
  const broken = lesson.side('Broken');
  const lessons = page.getByRole('navigation', { name: 'Lessons' });
  const visitMemory = async () => {
    await lessons.getByRole('link', { name: /memory/ }).click();
    await expect(broken.counter('Screens alive')).toBeVisible();
    await expect(broken.output).not.toContainText('end');
    await lessons.getByRole('link', { name: /asyncio/ }).click();
  };
  await lesson.button('Next').click();
  const heading = await page.getByRole('heading', { level: 1 }).innerText();
  await visitMemory();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
  await expect(lesson.verdict).toContainText(/sooner|finished/i);
  await expect(broken.output).toContainText('half\nend');
  await expect(broken.code).toContainText('print("half")');

  await broken.write('print("begun")\nwhile True:\n    pass\n');
  await broken.run();
  await expect(broken.output).toContainText('begun');
  await visitMemory();
  await expect(broken.ending).toContainText('You stopped this run');
  await expect(broken.output).toContainText('begun');
  await broken.write('print("again")\n');
  await broken.run();
  await expect(broken.output).toContainText('again');
});
