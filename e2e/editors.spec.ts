/** The two editors: the plain one is there at once, and the full one takes its place when nobody writes in it. */
import { expect, type Page } from '@playwright/test';
import { LessonPage } from './page.ts';
import { test } from './visit.ts';

test('who writes at once is not interrupted by the full editor', async ({ page }) => {
  const lesson = new LessonPage(page);
  await page.goto('#/imports');
  const field = lesson.side('Broken').region.locator('textarea').first();
  await field.focus();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('# mine\n');
  await lesson.pythonIsLive();
  await fullEditorIsHere(page);
  await page.keyboard.type('# and more\n');
  await expect(page.locator('.monaco-editor')).toHaveCount(0);
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(/^# mine\n# and more\n/);
  await page.getByRole('heading', { level: 1 }).click();
  await expect(page.locator('.monaco-editor').first()).toBeVisible();
  await expect(lesson.side('Broken').code).toContainText('# and more');
});

/** Resolves once the code of the full editor has been fetched and has run, so that it could take its place. */
async function fullEditorIsHere(page: Page): Promise<void> {
  const script = await page.waitForFunction(() => {
    const addresses = performance.getEntriesByType('resource').map(({ name }) => name);
    return addresses.find((address) => /\/MonacoCode-[^/]*\.js$/.test(address)) ?? '';
  });
  await page.evaluate((address) => import(address).then(() => undefined), await script.jsonValue());
}
