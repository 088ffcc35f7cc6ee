/** The panes of a lesson: dividers, the guide that folds, and the tabs of what a run reports. */
import { expect } from '@playwright/test';
import { LessonPage } from './page.ts';
import { test } from './visit.ts';

test('dividers are dragged, moved by keys and double-clicked back; sizes and the fold are remembered', async ({
  page,
}) => {
  const lesson = new LessonPage(page);
  await lesson.open();
  const divider = page.getByRole('separator', { name: 'Size of code and picture, broken' });
  const heightOf = (pane: string) =>
    page.locator(`.side-broken ${pane}`).evaluate((element) => element.getBoundingClientRect().height);
  const usual = await heightOf('.code-pane');
  const placeOf = async () => Number(await divider.getAttribute('aria-valuenow'));

  await divider.focus();
  const place = await placeOf();
  await divider.press('ArrowDown');
  await expect.poll(() => heightOf('.code-pane')).toBeCloseTo(usual + 16, -0.5);
  await expect.poll(placeOf).toBeGreaterThan(place);
  await expect
    .poll(() => page.locator('.side-fixed .code-pane').evaluate((pane) => pane.clientHeight))
    .toBeGreaterThan(usual + 8);
  await divider.dblclick();
  await expect.poll(() => heightOf('.code-pane')).toBe(usual);

  const box = await divider.boundingBox();
  if (box === null) throw new Error('the divider is not on the page');
  await page.mouse.move(box.x + 20, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 20, box.y + box.height / 2 + 60, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => heightOf('.code-pane')).toBeGreaterThan(usual + 40);
  await page.keyboard.press('F2');
  await expect(lesson.guide).toHaveCount(0);

  await page.reload();
  await lesson.hasCode('Broken');
  await expect(lesson.guide).toHaveCount(0);
  expect(await heightOf('.code-pane')).toBeGreaterThan(usual + 40);
  await lesson.button('Show the guide').click();
  await expect(lesson.guide).toBeVisible();
  await page.getByRole('separator', { name: 'Size of code and picture, fixed' }).press('Enter');
  await expect.poll(() => heightOf('.code-pane')).toBe(usual);
});

test('an error opens its tab, its last line is to be seen once, and a changed file says so', async ({
  page,
}) => {
  const lesson = new LessonPage(page);
  const broken = lesson.side('Broken');
  await lesson.open();
  await lesson.pythonIsLive();
  await broken.write('print("one")\nprint("two")\n1 / 0\n');
  const tab = (name: string | RegExp) => broken.region.getByRole('tab', { name });
  await expect(tab(/^main.py *\(edited\)/)).toBeVisible();
  await broken.run();
  await expect(tab(/^Error$/)).toHaveAttribute('aria-selected', 'true');
  await expect(tab(/^main.py *\(edited\) *\(it failed here\)/)).toBeVisible();
  const lastLine = broken.region.getByText('ZeroDivisionError: division by zero', { exact: true });
  await expect(lastLine).toHaveCount(1);
  await expect(lastLine).toBeInViewport();

  await broken.openTab('Table');
  await expect(lastLine).toHaveCount(1);
  await expect(lastLine).toBeInViewport();
  await tab(/^Table$/).press('ArrowLeft');
  await expect(tab(/^Output/)).toHaveAttribute('aria-selected', 'true');
  await expect(broken.output).toContainText(/one\s*two/);

  await broken.write('print("well")\n');
  await broken.run();
  await expect(tab('Output 1')).toHaveAttribute('aria-selected', 'true');
  await expect(tab(/^Error$/)).toHaveCount(0);
});
