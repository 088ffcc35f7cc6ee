/** The home page in the first minute: a recording that says so, a button that really runs it, and the way back to a lesson. */
import { expect } from '@playwright/test';
import { LessonPage } from './page.ts';
import { test } from './visit.ts';

test('home plays a recording, boots no Python, and runs the lesson when asked', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('./');
  const recording = page.getByRole('region', { name: 'A recorded run' });
  await expect(recording).toContainText(
    /A recording of both programs, made on \w+ \d+, \d{4} with CPython 3\.14/,
  );
  const moment = recording.getByRole('slider', { name: 'Moment of the recording' });
  await test.step('it plays by itself, and stops when asked', async () => {
    await expect(moment).not.toHaveValue('0');
    await recording.getByRole('button', { name: 'Pause' }).click();
    const stopped = await moment.inputValue();
    await expect(recording.getByRole('button', { name: 'Play' })).toBeVisible();
    expect(await moment.inputValue()).toBe(stopped);
  });
  await test.step('at its end it says what came of it, in words as well', async () => {
    await moment.press('End');
    await expect(recording).toContainText('Broken counted to 5, Fixed to 15');
    await expect(recording.getByRole('figure')).toHaveCount(2);
  });
  expect(asked.filter((path) => path.includes('/python/') || path.includes('runner'))).toEqual([]);
  await recording.getByRole('button', { name: 'Run it for real' }).click();
  await expect(page).toHaveURL(/#\/threads/);
  const lesson = new LessonPage(page);
  await lesson.ended();
  await expect(lesson.verdict).toContainText('Broken counted to 5, Fixed to 15');
});

test('who wants no motion sees the recording stand still, with a button to play it', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('./');
  const recording = page.getByRole('region', { name: 'A recorded run' });
  const moment = recording.getByRole('slider', { name: 'Moment of the recording' });
  const last = await moment.getAttribute('max');
  await expect(moment).toHaveValue(last ?? '');
  await recording.getByRole('button', { name: 'Play again' }).click();
  await expect(moment).not.toHaveValue(last ?? '');
});

test('home says how far one has come, and leads back there', async ({ page }) => {
  await page.goto('./');
  await expect(page.getByRole('link', { name: 'Begin with lesson 1' })).toBeVisible();
  const lesson = new LessonPage(page);
  await lesson.open('imports');
  await lesson.guide.getByRole('radio').nth(2).check();
  await lesson.guide.getByRole('button', { name: 'Next' }).click();
  await lesson.guide.getByRole('button', { name: 'Next' }).click();
  await page.goto('./');
  await page.reload();
  const card = page.getByRole('article').filter({ hasText: 'Lesson 2' });
  await expect(card).toContainText('3 of 8 steps seen, 1 of 2 questions answered');
  await expect(page.getByText('Lesson 2, imports, step 3: Half a fix')).toBeVisible();
  await page.getByRole('link', { name: 'Continue' }).click();
  await expect(lesson.guide.getByRole('heading', { level: 1 })).toHaveText('Half a fix');
});
