/** The step "As widely published" and the page of answers: the ways there, what is shown of a run, and what stays untouched. */
import { expect, type Locator } from '@playwright/test';
import type { Part } from '../src/lesson/published.ts';
import { lessons } from './contract/versions.ts';
import { LessonPage } from './page.ts';
import { test } from './visit.ts';

const all = lessons.flatMap((lesson) => lesson.published.map((one) => ({ lesson, one })));

function linkTo(section: Locator, lesson: string, part: Part): Locator {
  const names = { cause: 'Cause', diagnosis: 'Diagnosis', solution: 'Solution' };
  return section.getByRole('link', { name: `${names[part]}, ${lesson}` });
}

test('each published program is two clicks from the home page: the link, and Run both', async ({ page }) => {
  await page.goto('./');
  const section = page.getByRole('region', { name: 'As widely published' });
  const links = section.getByRole('link', { name: /^(Cause|Diagnosis|Solution), / });
  await expect(links).toHaveCount(3 * lessons.length);
  for (const { lesson, one } of all) {
    const link = linkTo(section, lesson.short, one.part);
    await expect(link).toHaveAttribute('href', `#/${lesson.id}/published/${one.part}`);
  }
  // Their titles say what is wrong with them, so they wait until one is opened.
  await expect(section).not.toContainText(all[0]?.one.title ?? '');
  for (const { lesson, one } of all.slice(-2)) {
    await page.goto('./');
    await linkTo(section, lesson.short, one.part).click();
    await expect(page.getByRole('heading', { level: 2, name: one.title })).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('As widely published');
  }
  const lesson = new LessonPage(page);
  await lesson.hasCode('As published');
  await lesson.runBoth();
  await lesson.ended();
  await expect(lesson.verdict).toContainText('As published ended with NameError. Instead finished.');
});

test('what happens is reported by the run itself, and by no other', async ({ page }) => {
  const lesson = new LessonPage(page);
  await lesson.openPublished('asyncio', 'cause');
  await lesson.choosePace('Fast forward');
  await expect(lesson.guide).toContainText('What stands here is then told by the run itself.');
  await expect(lesson.guide).not.toContainText('It is true.');
  await lesson.runBoth();
  await expect(lesson.guide).toContainText('8 event loops were built as well');
  await expect(lesson.guide).toContainText('One loop, 8 waits at the same time');
  await expect(lesson.verdict).toContainText('Instead finished');

  await test.step('an edited program is told otherwise', async () => {
    await lesson.side('As published').write('print("something else")\n');
    await lesson.side('As published').run();
    await expect(lesson.guide).toContainText('This run did something else than what is told here.');
    await expect(lesson.guide).not.toContainText('8 event loops');
    await expect(lesson.guide).toContainText('One loop, 8 waits at the same time');
  });

  await test.step('a variation is loaded from the prose', async () => {
    await lesson.guide.getByRole('button', { name: /^one loop, still one at a time/ }).click();
    await lesson.side('As published').run();
    await expect(lesson.side('As published').counter('event loops built')).toHaveText('1');
    await expect(lesson.guide).toContainText('at most 1 task waited at a time');
    await expect(lesson.guide).not.toContainText('event loops were built as well');
  });
});

test('a lesson and its published programs keep their own code and their own results', async ({ page }) => {
  const lesson = new LessonPage(page);
  await lesson.open('imports');
  await lesson.runBoth();
  await expect(lesson.verdict).toContainText('3 bodies failed in Broken');
  await lesson.side('Broken').write('print("a draft")\n');

  await lesson.guide.getByRole('link', { name: /^Step \d+: As widely published$/ }).click();
  await lesson.hasCode('As published');
  await expect(lesson.verdict).not.toContainText('bodies failed');
  await lesson.guide.getByRole('link', { name: 'Solution' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Half of the circle repaired' })).toBeVisible();
  await lesson.hasCode('As published');
  await lesson.runBoth();
  await expect(lesson.guide).toContainText('From here it fails as before: 3 bodies failed.');

  await test.step('the table of entries: two of four fail', async () => {
    await lesson.setUp();
    await lesson.button('Try every entry').click();
    const table = page.getByRole('table', { name: 'How each version ends, by the way it begins' });
    await expect(table.getByRole('columnheader')).toHaveText(['begin with', 'As published', 'Instead']);
    await expect(table.getByRole('cell', { name: /ImportError/ })).toHaveCount(2);
    await expect(table.getByRole('cell', { name: 'runs to its end' })).toHaveCount(6);
  });

  await test.step('the lesson is as it was left', async () => {
    await lesson.guide.getByRole('link', { name: /^Step 2: / }).click();
    await expect(page).toHaveURL(/#\/imports\/2$/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Watch modules come to life');
    await lesson.hasCode('Broken');
    await expect(lesson.side('Broken').code).toContainText('a draft');
    await expect(lesson.verdict).toContainText('3 bodies failed in Broken');
  });
});

test('the guide goes from the last step to what is published, through it, and back', async ({ page }) => {
  const lesson = new LessonPage(page);
  const { steps } = lessons[0] ?? { steps: [] };
  await lesson.open(`asyncio/step/${steps.length}`);
  await expect(
    lesson.guide.getByText(`${steps.length} of ${steps.length + 1}`, { exact: true }),
  ).toBeVisible();
  for (const part of ['Cause', 'Diagnosis', 'Solution']) {
    await lesson.guide.getByRole('link', { name: 'Next' }).click();
    await expect(lesson.guide.getByRole('link', { name: part, exact: true })).toHaveAttribute(
      'aria-current',
      'page',
    );
  }
  await expect(lesson.guide.getByRole('link', { name: 'Lesson 2' })).toHaveAttribute('href', '#/imports');
  for (const part of ['Diagnosis', 'Cause']) {
    await lesson.guide.getByRole('link', { name: 'Back' }).click();
    await expect(lesson.guide.getByRole('link', { name: part, exact: true })).toHaveAttribute(
      'aria-current',
      'page',
    );
  }
  await lesson.guide.getByRole('link', { name: 'Back' }).click();
  await expect(
    lesson.guide.getByText(`${steps.length} of ${steps.length + 1}`, { exact: true }),
  ).toBeVisible();
});

test('the answers lead to runs, with their settings', async ({ page }) => {
  await page.goto('./');
  await page
    .getByRole('link', { name: 'Five best practices and five questions, answered and proved' })
    .click();
  await expect(page).toHaveTitle('Answers · Faultline');
  await expect(page.getByRole('article')).toHaveCount(10);
  const links = page.getByRole('main').getByRole('link');
  const addresses = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
  expect(addresses.length).toBeGreaterThanOrEqual(10);
  const lesson = new LessonPage(page);
  for (const address of new Set(addresses)) {
    // Elsewhere first, or what the last address left would still stand there.
    await page.goto('./#/about');
    await expect(lesson.button('Run both')).toHaveCount(0);
    await page.goto(`./${address}`);
    await expect(lesson.button('Run both')).toBeVisible();
    const settings = new URLSearchParams(address.split('?')[1] ?? '');
    if (settings.size === 0) continue;
    await lesson.setUp();
    const models = { cpython314: 'CPython 3.14', before310: 'Before 3.10', 'free-threaded': 'Free-threaded' };
    for (const [value, name] of Object.entries(models)) {
      const chosen = page.getByRole('radio', { name });
      await expect(chosen).toBeChecked({ checked: settings.get('model') === value });
    }
    await lesson.hasStrategy(settings.get('strategy') ?? 'realistic');
    // The settings stay in the address for a reload, as long as they are the chosen ones.
    await expect(page).toHaveURL(`./${address}`);
  }

  await test.step('an address says all of the schedule, whatever was chosen before', async () => {
    await page.goto('./#/threads/published/cause?model=before310&strategy=random&seed=3');
    await lesson.hasStrategy('random');
    await page.goto('./#/threads/published/cause?model=free-threaded');
    await expect(page.getByRole('radio', { name: 'Free-threaded' })).toBeChecked();
    await lesson.hasStrategy('realistic');
  });
});

test('who goes back is where they left, and who goes on begins at the top', async ({ page }) => {
  await page.goto('./#/answers');
  const link = page.getByRole('link', { name: 'Two at once' });
  await link.scrollIntoViewIfNeeded();
  const left = await page.evaluate(() => scrollY);
  expect(left).toBeGreaterThan(1000);
  await link.click();
  await expect(page).toHaveURL(/#\/pools\/step\/6$/);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ten short answers');
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(left);
  await page.goForward();
  await expect(new LessonPage(page).guide).toBeVisible();
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('Undo hands the focus on', async ({ page }) => {
  const lesson = new LessonPage(page);
  await lesson.openPublished('memory', 'solution');
  await lesson.loadVariation('Ask it for its parent');
  await lesson.button('Undo').click();
  await expect(lesson.button('Reset programs')).toBeFocused();
});

test('a run of a variation is reported as one', async ({ page }) => {
  const lesson = new LessonPage(page);
  await lesson.openPublished('threads', 'cause');
  await lesson.guide.getByRole('button', { name: /^without the GIL/ }).click();
  await lesson.side('As published').run();
  await expect(lesson.guide).toContainText(
    /You ran “Unchanged, without the GIL”\. It finished: lost updates [\d,]+, /,
  );
});

test('on a phone a published program, the answers and the home page are no wider than the screen', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const titles = {
    '#/pools/published/diagnosis': 'As widely published',
    '#/answers': 'Ten short answers',
    '#/': 'See Python break, and see why',
  };
  for (const [address, title] of Object.entries(titles)) {
    await page.goto(`./${address}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect({ address, wide }).toEqual({ address, wide: 390 });
  }
});

test('a variation that only one side can begin with leaves the other as it begins', async ({ page }) => {
  const lesson = new LessonPage(page);
  await lesson.openPublished('imports', 'diagnosis');
  await lesson.loadVariation('Imported and called');
  await lesson.runBoth();
  await lesson.ended();
  await expect(lesson.verdict).toContainText('As published ended with RecursionError. Instead finished.');
});
