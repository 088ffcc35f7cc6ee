/** Whatever a run reports, at whatever length, the page stays small, answers keys, and Stop works. */
import { expect, type Page } from '@playwright/test';
import { LessonPage } from './page.ts';
import { test } from './visit.ts';

/** A page of more than this is laid out for so long that a person notices. */
const MOST_TEXT = 80_000;
const MOST_ELEMENTS = 8_000;
const SIDES = ['Broken', 'Fixed'] as const;

let lesson: LessonPage;

/** Opens a lesson with a program on both sides, as if it had been written there on an earlier visit. */
async function openWith(page: Page, program: string, name = 'asyncio', editor = 'plain'): Promise<void> {
  await page.addInitScript(
    ([id, text, kind]) => {
      if (window !== window.top || location.origin === 'null') return;
      const files = { 'main.py': text };
      localStorage.setItem(`faultline/drafts/${id}/v1`, JSON.stringify({ broken: files, fixed: files }));
      localStorage.setItem(
        'faultline/preferences/v1',
        JSON.stringify({ theme: 'system', editor: kind, pace: 'fast' }),
      );
      const pressed: string[] = [];
      Object.assign(window, { pressed });
      addEventListener('keydown', ({ key }) => pressed.push(key));
    },
    [name, program, editor] as const,
  );
  await page.goto(`./#/${name}`);
  lesson = new LessonPage(page);
  await lesson.pythonIsLive();
}

/** Runs both sides to their end, pressing a key now and then; every press must have come through. */
async function runPressing(page: Page): Promise<void> {
  const before = await pressed(page);
  await lesson.runBoth();
  let presses = 0;
  while (!(await lesson.button('Stop').isDisabled())) {
    await page.keyboard.press('Shift');
    presses += 1;
    await page.waitForTimeout(100);
  }
  await page.keyboard.press('Shift');
  expect((await pressed(page)) - before).toBe(presses + 1);
}

const pressed = (page: Page): Promise<number> => page.evaluate(() => Reflect.get(window, 'pressed').length);

async function expectSmall(page: Page): Promise<void> {
  const size = await page.evaluate(() => ({
    text: document.body.innerText.length,
    elements: document.querySelectorAll('*').length,
    longestName: Math.max(
      ...[...document.querySelectorAll('[aria-label], [title]')].map(
        (element) =>
          (element.getAttribute('aria-label') ?? '').length + (element.getAttribute('title') ?? '').length,
      ),
      document.title.length,
    ),
  }));
  expect(size.text).toBeLessThan(MOST_TEXT);
  expect(size.elements).toBeLessThan(MOST_ELEMENTS);
  expect(size.longestName).toBeLessThan(4_000);
}

/** Each prints something else than the one before it, so that what is seen is its own. */
const LONG: readonly (readonly [string, string, string])[] = [
  ['the message of an exit', 'raise SystemExit("A" * 100_000)', 'status 1'],
  ['letters without an end of line', 'while True: print("x", end="")', 'too much output'],
  ['the name of a module', '__import__("A" * 100_000)', 'neither part of Python'],
  ['one line of all that may be printed', 'print("A" * 10_000_000)', 'too much output'],
  ['the name of an exception', 'raise type("N" * 100_000, (Exception,), {})("M" * 100_000)', 'NNNN'],
  ['lines without an end', 'while True: print("\\n" * 99)', 'too much output'],
  ['a message of very many lines', 'raise ValueError("line\\n" * 20_000)', 'ValueError'],
  [
    'both streams in turn',
    'import sys\nwhile True: print("o", end=""); print("e", file=sys.stderr)',
    'cut short',
  ],
  [
    'very many tasks that wait',
    'import asyncio\nasync def main():\n    event = asyncio.Event()\n    waits = [asyncio.create_task(event.wait(), name="N" * 100_000) for _ in range(1_000)]\n    await asyncio.gather(*waits)\nasyncio.run(main())',
    'stuck',
  ],
  // Last: of a line as long as this the plain editor shows a part, and the next program would only replace that.
  ['a line of code', `x = "${'b'.repeat(100_000)}"; 1 / 0`, 'ZeroDivisionError'],
];

for (const half of [LONG.slice(0, 5), LONG.slice(5)]) {
  test(`the page stays small and answers: ${half.map(([name]) => name).join(', ')}`, async ({ page }) => {
    await openWith(page, '');
    for (const [name, program, ending] of half) {
      await test.step(name, async () => {
        for (const side of SIDES) await lesson.side(side).region.getByRole('textbox').first().fill(program);
        await runPressing(page);
        for (const side of SIDES) await expect(lesson.side(side).ending).toContainText(ending);
        await expectSmall(page);
      });
    }
  });
}

test('ten thousand tasks: the page stays small and answers', async ({ page }) => {
  await openWith(
    page,
    'import asyncio\nasync def f(): pass\nasync def main():\n    for _ in range(10_000): asyncio.create_task(f())\n    await asyncio.sleep(0)\nasyncio.run(main())\nprint("done")',
  );
  await runPressing(page);
  await expect(lesson.side('Fixed').output).toContainText('done');
  await expect(lesson.side('Fixed').counter('tasks done')).toHaveText('10,001 / 10,001');
  await expectSmall(page);
});

test('ten thousand statements of SQL: the page stays small and answers', async ({ page }) => {
  await openWith(
    page,
    'from sqlalchemy import create_engine, text\nengine = create_engine("sqlite://")\nwith engine.connect() as it:\n    for _ in range(10_000): it.execute(text("select 1"))\nprint("done")',
    'pools',
  );
  await runPressing(page);
  await expect(lesson.side('Fixed').output).toContainText('done');
  await expect(lesson.side('Broken').region.getByRole('tab', { name: /^SQL log 10,00\d$/ })).toBeVisible();
  await expectSmall(page);
});

test('the rest of a long text is behind a button, in a box that the keyboard reaches and that scrolls', async ({
  page,
}) => {
  await openWith(page, 'raise SystemExit("A" * 100_000)');
  const broken = lesson.side('Broken');
  await broken.run();
  const all = broken.ending.getByRole('button', { name: /^Show all \(9\d,\d{3} more characters\)$/ });
  await all.press('Enter');
  const box = broken.ending.getByRole('group', { name: 'The whole text' });
  await expect(box).toHaveText(/^A{100000}$/);
  expect((await box.boundingBox())?.height).toBeLessThan(260);
  await box.focus();
  await page.keyboard.press('End');
  await expect.poll(() => box.evaluate((element) => element.scrollTop)).toBeGreaterThan(100);
  await broken.ending.getByRole('button', { name: 'Show less' }).click();
  await expect(box).toHaveCount(0);
});

test('earlier lines of a long output are kept, and come when asked for', async ({ page }) => {
  await openWith(page, 'for n in range(5_000): print(n)');
  const { output } = lesson.side('Broken');
  await lesson.side('Broken').run();
  await lesson.ended();
  await expect(output).toContainText('4999');
  await expect(output).toContainText('3,000 earlier lines are kept');
  await output.getByRole('button', { name: 'Show earlier lines' }).click();
  await expect(output).toContainText('1,000 earlier lines are kept');
});

test('a flood is stopped by its button while it is shown', async ({ page }) => {
  // One character at a time: it is not to come to the limit of what may be printed before the button is pressed.
  await openWith(page, 'import time\nwhile True:\n    print("+", end=""); time.sleep(0.0001)');
  await lesson.runBoth();
  await expect(lesson.side('Broken').output).toContainText('+++');
  await lesson.stop();
  await lesson.ended();
  await expect(lesson.side('Broken').ending).toContainText('You stopped this run');
});

test('a file of 250,000 lines opens, is edited in parts, and keeps what was typed', async ({ page }) => {
  await openWith(page, 'x=1\n'.repeat(250_000));
  const broken = lesson.side('Broken');
  await expect(broken.region.getByText('Lines 1 to 2,000 of 250,001')).toBeVisible();
  const field = broken.region.getByRole('textbox', { name: /main\.py/ });
  await field.press('Control+Home');
  await page.keyboard.type('print("typed")\n');
  await expect(broken.region.getByText('Lines 1 to 2,001 of 250,002')).toBeVisible();
  await broken.region.getByRole('button', { name: 'Later lines' }).click();
  await expect(broken.region.getByText('Lines 2,002 to 4,001 of 250,002')).toBeVisible();
  await broken.run();
  await expect(broken.output).toContainText('typed');
});

test('a file of 250,000 lines opens in the full editor, and typing in it goes on', async ({ page }) => {
  await openWith(page, 'x=1\n'.repeat(250_000), 'asyncio', 'full');
  const broken = lesson.side('Broken');
  await broken.region.locator('.monaco-editor .view-line').first().click();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('print("typed")#');
  await expect(broken.code).toContainText('print("typed")#x=1');
  await broken.run();
  await expect(broken.output).toContainText('typed');
});
