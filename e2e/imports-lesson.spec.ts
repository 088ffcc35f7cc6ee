/** The imports lesson on the real interpreter: both sides, the playhead, entries, variations. */
import { expect } from '@playwright/test';
import { LessonPage } from './page.ts';
import { test } from './visit.ts';

const TOO_EARLY = 'shop.customers asked for “Order” too early.';
let lesson: LessonPage;

test.beforeEach(async ({ page }) => {
  lesson = new LessonPage(page);
  await lesson.open('imports');
  await lesson.pythonIsLive();
});

test('both sides, in words and in the picture, live and back in time', async () => {
  await test.step('run both tells the back edge, what was missing, and a verdict', async () => {
    const [broken, fixed] = [lesson.side('Broken'), lesson.side('Fixed')];
    await lesson.runBoth();
    await lesson.ended();
    await expect(broken.counter('bodies failed')).toHaveText('3');
    await expect(broken.counter('back edges')).toHaveText('1');
    await expect(broken.figure).toHaveAccessibleName(/^4 modules: 1 ready, 1 failed, 2 removed again/);
    await expect(broken.figure).toContainText(TOO_EARLY);
    await expect(broken.figure).toContainText('Order: missing');
    await expect(broken.figure).toContainText(
      'a module-level cycle, shop.customers → shop.orders → shop.customers',
    );
    await expect(broken.ending).toContainText("cannot import name 'Order'");
    await expect(fixed.counter('bodies completed')).toHaveText('5');
    await expect(fixed.figure).toContainText('no cycle of module-level imports');
    await expect(fixed.output).toContainText('Ada pays 90.0');
    await expect(lesson.verdict).toContainText('3 bodies failed in Broken, 0 in Fixed');
  });
  await test.step('each step changes the picture and says so, up to the back edge', async () => {
    const happens = lesson.page.getByRole('status', { name: 'What happens at the playhead' });
    await lesson.leaveControls();
    await lesson.page.keyboard.press('Home');
    await expect(happens).toContainText('Nothing has happened yet.');
    const said = new Set<string>();
    for (let presses = 1; presses <= 13; presses += 1) {
      await lesson.page.keyboard.press('ArrowRight');
      await expect(lesson.playhead).toHaveAttribute('aria-valuetext', `event ${presses} of 14`);
      said.add(await happens.locator('[data-side="broken"]').innerText());
      expect(said.size).toBe(presses);
      if ([...said].some((sentence) => sentence.includes('a back edge'))) break;
    }
    await expect(happens).toContainText('shop.customers asks for shop.orders (shop/customers.py line 1)');
    await expect(lesson.side('Broken').figure).toContainText(TOO_EARLY);
    const code = lesson.side('Broken').region.getByRole('textbox', { name: /^Code, broken/ });
    await expect(code).toHaveAccessibleDescription(/^At the playhead: line 1\./);
  });
  await test.step('the picture follows the playhead', async () => {
    const broken = lesson.side('Broken');
    await broken.run();
    await lesson.ended();
    await expect(broken.figure).toContainText(TOO_EARLY);
    await lesson.playhead.fill('0');
    await expect(broken.figure).not.toContainText(TOO_EARLY);
    await expect(broken.counter('back edges')).toHaveText('0');
  });
});

test('every entry is tried, and the table says how each version ended', async () => {
  const verdictAt = await lesson.verdict.boundingBox();
  await test.step('the step shows where the button is that it names', async () => {
    await lesson.guide.getByRole('button', { name: /^Step 4: / }).click();
    await lesson.button('Try every entry (show me where)').click();
    await expect(lesson.button('Try every entry')).toBeFocused();
    await lesson.page.keyboard.press('Enter');
  });
  const table = lesson.page.getByRole('table', { name: /How each version ends/ });
  const row = (entry: string) => table.getByRole('row').filter({ hasText: entry });
  await expect(row('python -m shop.customers')).toContainText(/'Order'.*runs to its end.*runs to its end/, {
    timeout: 90_000,
  });
  await expect(row('import shop.orders')).toContainText(/'Order'.*runs to its end.*runs to its end/);
  await expect(row('import shop.customers')).toContainText(/'discount_for'.*'discount_for'.*runs to its end/);
  await expect(row('python -m shop.orders')).toContainText(/'discount_for'.*'discount_for'.*runs to its end/);
  expect(await lesson.verdict.boundingBox()).toEqual(verdictAt);
  await lesson.button('Close the table').click();
  await expect(table).toHaveCount(0);
});

test('variations, from the menu and from the prose, and what they leave behind', async ({ page }) => {
  await test.step('a variation is loaded, runs from the chosen entry, and is undone', async () => {
    const broken = lesson.side('Broken');
    await lesson.setUp();
    await lesson.button('Load into Broken').click();
    await expect(broken.code).toContainText('from shop import orders');
    const entry = page.getByRole('combobox', { name: 'Begin with' });
    await lesson.setUp();
    const usual = await entry.inputValue();
    await entry.selectOption('import shop.customers');
    await broken.run();
    await lesson.ended();
    await expect(broken.figure).toContainText('shop.orders asked for “discount_for” too early.');
    await lesson.setUp();
    await entry.selectOption(usual);
    await lesson.button('Undo').click();
    await expect(broken.code).toContainText('from shop.orders import Order');
  });
  await test.step('what an earlier step has left on a side is told at the next one, and put back from there', async () => {
    const note = page.getByRole('note');
    await lesson.loadVariation('Half a fix');
    await expect(note).toHaveCount(0);
    await lesson.button('Step 4: It depends on where you begin').click();
    await expect(note).toContainText('Broken still holds “Half a fix”.');
    await note.getByRole('button', { name: 'Reset lesson' }).click();
    await expect(note).toHaveCount(0);
    await expect(lesson.side('Broken').code).toContainText('from shop.orders import Order');
  });
  await test.step('a variation is loaded from the prose that speaks of it', async () => {
    const broken = lesson.side('Broken');
    await lesson.button('Step 4: It depends on where you begin').click();
    await lesson.button('Half a fix, and main.py sorted (Load into Broken)').click();
    await lesson.setUp();
    await expect(page.getByRole('combobox', { name: 'Variation' })).toHaveValue('sorted-imports');
    await broken.run();
    await lesson.ended();
    await expect(broken.ending).toContainText('ImportError');
  });
});

test('a line at the top of a module that fails is printed twice, as the lesson says', async () => {
  const broken = lesson.side('Broken');
  await broken.region.getByRole('tab', { name: 'shop/orders.py' }).click();
  await broken.pasteOver(1, 1, 'print("orders")\nfrom shop.customers import discount_for\n');
  await broken.run();
  await lesson.ended();
  await expect(broken.ending).toContainText('ImportError');
  await broken.openTab('Output');
  await expect(broken.output).toContainText(/orders\s*orders/);
});
