/** The asyncio lesson on the real interpreter, on the virtual clock: edits, errors, output, Reset. */
import { expect } from '@playwright/test';
import { LessonPage } from './page.ts';
import { test } from './visit.ts';

const FETCH = (wait: string) => `import asyncio


async def fetch_data():
    ${wait}
    return "Data"

`;
const BROKEN = (wait: string) => `${FETCH(wait)}
results = [asyncio.run(fetch_data()) for _ in range(10)]
print(results)
`;
const FIXED = (wait: string) => `${FETCH(wait)}
async def main():
    return await asyncio.gather(*[fetch_data() for _ in range(10)])


results = asyncio.run(main())
print(results)
`;

let lesson: LessonPage;

test.beforeEach(async ({ page }) => {
  lesson = new LessonPage(page);
  await lesson.open();
  await lesson.pythonIsLive();
  await lesson.choosePace('Fast forward');
});

test('what a reader writes: waits, errors and output, one program after another', async () => {
  await test.step('a step in parts holds the loop once, in the counter, in the picture and in words', async () => {
    const broken = lesson.side('Broken');
    await broken.write(`import asyncio, time

def compute(seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass

async def main():
    compute(PART)
    time.sleep(PART)
    compute(PART)
    await asyncio.sleep(0)

for PART in (0.2, 0.07):
    asyncio.run(main())
`);
    await broken.run();
    await lesson.ended();
    // In parts it would be five times. A busy machine may hold a step of its own, and is late, but never early.
    await expect(broken.counter('times the loop was held')).toHaveText(/^[2-4]$/);
    const words = (await broken.figure.getAttribute('aria-label')) ?? '';
    const held = [...words.matchAll(/loop for ([\d.]+)\s(ms|s)\b/g)].map(
      ([, figure, unit]) => Number(figure) * (unit === 's' ? 1000 : 1),
    );
    expect(held.filter((ms) => ms >= 600).length, words).toBeGreaterThanOrEqual(1);
    expect(held.filter((ms) => ms >= 210).length, words).toBeGreaterThanOrEqual(2);
  });
  await test.step('a blocking sleep holds the loop, and the page says so', async () => {
    const fixed = lesson.side('Fixed');
    await fixed.write(FIXED('import time; time.sleep(0.15)'));
    await fixed.run();
    await lesson.ended();
    await expect(fixed.counter('waiting together at most')).toHaveText('1');
    // A busy machine may hold a step or two of its own.
    await expect(fixed.counter('times the loop was held')).toHaveText(/^1\d$/);
    await expect(fixed.figure).toHaveAccessibleName(/held the event loop/);
  });
  await test.step('a blocking sleep in threads leaves the loop free: five at a time, as many as the pool has', async () => {
    const fixed = lesson.side('Fixed');
    await fixed.write(FIXED('import time; await asyncio.to_thread(time.sleep, 0.3)'));
    await fixed.run();
    await lesson.ended();
    await expect(fixed.counter('waiting together at most')).toHaveText('10');
    // A busy machine may take its time to start the pool.
    await expect(fixed.counter('times the loop was held')).toHaveText(/^[0-5]$/);
    expect(await fixed.elapsed()).toBeGreaterThanOrEqual(0.6);
    // One after another they would take three seconds.
    expect(await fixed.elapsed()).toBeLessThan(2.9);
    await expect(fixed.figure).toHaveAccessibleName(/11 tasks: 11 done/);
  });
  await test.step('a syntax error is told in plain words and leads to its line', async () => {
    const broken = lesson.side('Broken');
    await broken.write('x = 1\nfor i in range(3)\n    print(i)\n');
    await broken.run();
    await expect(broken.ending).toContainText('Python cannot read this code');
    await expect(broken.ending).toContainText("SyntaxError: expected ':'");
    await broken.ending.getByRole('button', { name: /main\.py, line 2/ }).click();
    await expect(broken.region.locator('.monaco-editor.focused')).toBeVisible();
  });
  await test.step('a coroutine that was never awaited is reported where output is', async () => {
    const broken = lesson.side('Broken');
    await broken.write('import asyncio\n\nasync def work():\n    pass\n\nwork()\nprint("done")\n');
    await broken.run();
    await lesson.ended();
    await expect(broken.output).toContainText('was never awaited');
  });
  await test.step('endless printing is cut short in words, and the page stays usable', async () => {
    const broken = lesson.side('Broken');
    await broken.write('while True:\n    print("x" * 200)\n');
    await broken.run();
    await expect(broken.ending).toContainText('too much output');
    await broken.write('print("fine")\n');
    await broken.run();
    await expect(broken.output).toContainText('fine');
  });
  await test.step('input() says that there is no keyboard instead of hanging', async () => {
    const broken = lesson.side('Broken');
    await broken.write('name = input("Name? ")\n');
    await broken.run();
    await expect(broken.ending).toContainText('EOFError');
    await expect(broken.ending).toContainText('no keyboard');
  });
});

test('a clock, an error, Reset and a reload', async ({ page }) => {
  await test.step('the numbers follow the code', async () => {
    const broken = lesson.side('Broken');
    await broken.write(BROKEN('await asyncio.sleep(0.2)'));
    await broken.run();
    await lesson.ended();
    expect(await broken.elapsed()).toBeGreaterThanOrEqual(2);
    // The lesson's own take ten seconds.
    expect(await broken.elapsed()).toBeLessThan(8);
    await expect(lesson.verdict).toContainText('Only Broken has run');
  });
  await test.step('fast forward is labelled as a virtual clock', async () => {
    const broken = lesson.side('Broken');
    // Longer than any test may take.
    await broken.write(BROKEN('await asyncio.sleep(3600)'));
    await broken.run();
    await lesson.ended();
    await expect(broken.region.getByRole('timer', { name: 'Elapsed' })).toContainText(/36,?0\d\d/);
    await expect(broken.region.getByText('virtual clock')).toBeVisible();
    await lesson.side('Fixed').run();
    await expect(lesson.verdict).toContainText('virtual clock');
  });
  await test.step('an exception in a task shows the own lines first, and Python’s report on demand', async () => {
    const fixed = lesson.side('Fixed');
    await fixed.write(FIXED('raise ValueError("no data")'));
    await lesson.choosePace('Real pace');
    await lesson.runBoth();
    await expect(fixed.ending).toContainText('ValueError: no data');
    await expect(fixed.ending.getByRole('button').first()).toContainText('main.py, line 5, in fetch_data');
    await fixed.ending.getByText('Full traceback').click();
    await expect(fixed.ending).toContainText('Traceback (most recent call last)');
    await lesson.stop();
    await expect(lesson.verdict).toContainText('Fixed ended with ValueError');
  });
  await test.step('Reset brings the lesson’s code back, and can be undone', async () => {
    const broken = lesson.side('Broken');
    await broken.write('print("mine")\n');
    await lesson.reset();
    await expect(broken.code).toContainText('asyncio.run(fetch_data())');
    await lesson.button('Undo').click();
    await expect(broken.code).toContainText('mine');
  });
  await test.step('edits outlive a reload', async () => {
    await lesson.side('Broken').write('print("kept")\n');
    await page.waitForTimeout(500);
    await page.reload();
    await expect(lesson.side('Broken').code).toContainText('kept');
  });
});
