/** Two programs compared: the sides, and the lesson's own with what the reader made of it, by keyboard alone. */
import { expect, test } from '@playwright/test';

test('the sides are compared, then the edited program, in the full editor and in words', async ({ page }) => {
  await page.goto('./#/imports');
  const compare = page.getByRole('button', { name: 'Compare', exact: true });
  const dialog = page.getByRole('dialog', { name: 'Compare' });
  await test.step('the full editor lets Tab move on until something is typed', async () => {
    const editor = page.getByRole('textbox', { name: /^Code, broken:/ });
    await expect(page.locator('.monaco-editor .view-line').first()).toBeVisible();
    await editor.focus();
    await editor.press('Tab');
    await expect(editor).not.toBeFocused();
    await editor.focus();
    await editor.press('ControlOrMeta+Home');
    await editor.pressSequentially('# mine');
    await editor.press('Enter');
    await editor.press('Tab');
    await expect(editor).toBeFocused();
    await editor.press('Escape');
    await editor.press('Tab');
    await expect(editor).not.toBeFocused();
  });
  await test.step('what was edited is shown first, against the lesson’s own', async () => {
    await compare.press('Enter');
    await expect(dialog.getByRole('radio', { name: 'Broken: the lesson’s and yours' })).toBeChecked();
    await expect(dialog.getByRole('textbox', { name: 'Broken, yours' })).toBeVisible();
    await expect(dialog.getByText('2 lines only in Broken, yours')).toBeVisible();
    await dialog.getByText('Broken and Fixed').click();
    await expect(dialog.getByRole('tab', { selected: true })).toHaveText(/shop/);
  });
  await test.step('F7 goes from difference to difference', async () => {
    const line = dialog.locator('.editor.modified .active-line-number');
    await page.keyboard.press('F7');
    await expect(line.first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(compare).toBeFocused();
  });
  await test.step('the plain editor says the same as a list of lines', async () => {
    await page.evaluate(() => localStorage.clear());
    await page.getByRole('button', { name: 'Options' }).click();
    await page.getByText('Plain text', { exact: true }).click();
    await page.keyboard.press('Escape');
    await compare.press('Enter');
    await dialog.getByText('Broken and Fixed').click();
    await dialog.getByRole('button', { name: 'Next difference' }).click();
    await expect(dialog.getByRole('list', { name: 'Difference 1 of' })).toBeFocused();
    await expect(dialog.getByText(/Only in Broken, line \d+:/).first()).toBeAttached();
  });
});
