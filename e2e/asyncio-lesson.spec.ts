/** The asyncio lesson on the real interpreter: both sides live, edits, errors, Stop. */
import { expect, test } from '@playwright/test';
import { LessonPage } from './page.ts';

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
});

test('run both shows ten waits in a row against ten together, live', async () => {
  const [broken, fixed] = [lesson.side('Broken'), lesson.side('Fixed')];
  await lesson.runBoth();
  await expect(broken.counter('event loops built')).toHaveText('3');
  const early = await broken.elapsed();
  expect(early).toBeGreaterThan(1.5);
  expect(early).toBeLessThan(4);
  await expect(lesson.verdict).toContainText('Running');
  await lesson.ended();
  expect(await broken.elapsed()).toBeGreaterThanOrEqual(10);
  expect(await broken.elapsed()).toBeLessThan(10.8);
  expect(await fixed.elapsed()).toBeGreaterThanOrEqual(1);
  expect(await fixed.elapsed()).toBeLessThan(1.5);
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

test('a step in parts holds the loop once, in the counter, in the picture and in words', async () => {
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
  await expect(broken.counter('times the loop was held')).toHaveText('2');
  // A busy machine is late, but never early.
  const words = /loop for [6-9]\d\d\sms.* loop for (2[1-9]\d|[3-5]\d\d)\sms/;
  await expect(broken.figure).toHaveAccessibleName(words);
});

test('the numbers follow the code', async () => {
  const broken = lesson.side('Broken');
  await broken.write(BROKEN('await asyncio.sleep(0.2)'));
  await broken.run();
  await lesson.ended();
  expect(await broken.elapsed()).toBeGreaterThan(1.9);
  expect(await broken.elapsed()).toBeLessThan(3);
  await expect(lesson.verdict).toContainText('Only Broken has run');
});

test('a blocking sleep holds the loop, and the page says so', async () => {
  const fixed = lesson.side('Fixed');
  await fixed.write(FIXED('import time; time.sleep(0.15)'));
  await fixed.run();
  await lesson.ended();
  await expect(fixed.counter('waiting together at most')).toHaveText('1');
  await expect(fixed.counter('times the loop was held')).toHaveText('10');
  await expect(fixed.figure).toHaveAccessibleName(/held the event loop/);
});

test('a blocking sleep in threads leaves the loop free: five at a time, as many as the pool has', async () => {
  const fixed = lesson.side('Fixed');
  await fixed.write(FIXED('import time; await asyncio.to_thread(time.sleep, 0.3)'));
  await fixed.run();
  await lesson.ended();
  await expect(fixed.counter('waiting together at most')).toHaveText('10');
  // A busy machine may take its time to start the pool.
  await expect(fixed.counter('times the loop was held')).toHaveText(/^[01]$/);
  expect(await fixed.elapsed()).toBeGreaterThanOrEqual(0.6);
  expect(await fixed.elapsed()).toBeLessThan(1.2);
  await expect(fixed.figure).toHaveAccessibleName(/11 tasks: 11 done/);
});

test('a runaway stops within a second, keeps its text, and the next run works', async () => {
  const broken = lesson.side('Broken');
  await broken.write('print("still here")\nwhile True:\n    pass\n');
  await broken.run();
  await expect(broken.output).toContainText('still here');
  const before = Date.now();
  await lesson.stop();
  await lesson.ended(3_000);
  expect(Date.now() - before).toBeLessThan(1_500);
  await expect(broken.ending).toContainText('You stopped this run');
  await expect(broken.output).toContainText('still here');
  expect(await broken.code()).toContain('while True:');
  await broken.write('print("again")\n');
  await broken.run();
  await expect(broken.output).toContainText('again');
  await expect(broken.ending).toHaveCount(0);
});

test('a syntax error is told in plain words and leads to its line', async () => {
  const broken = lesson.side('Broken');
  await broken.write('x = 1\nfor i in range(3)\n    print(i)\n');
  await broken.run();
  await expect(broken.ending).toContainText('Python cannot read this code');
  await expect(broken.ending).toContainText("SyntaxError: expected ':'");
  await broken.ending.getByRole('button', { name: /main\.py, line 2/ }).click();
  await expect(broken.region.locator('.monaco-editor.focused')).toBeVisible();
});

test('an exception in a task shows the own lines first, and Python’s report on demand', async () => {
  const fixed = lesson.side('Fixed');
  await fixed.write(FIXED('raise ValueError("no data")'));
  await lesson.runBoth();
  await expect(fixed.ending).toContainText('ValueError: no data');
  await expect(fixed.ending.getByRole('button').first()).toContainText('main.py, line 5, in fetch_data');
  await fixed.ending.getByText('Full traceback').click();
  await expect(fixed.ending).toContainText('Traceback (most recent call last)');
  await lesson.stop();
  await expect(lesson.verdict).toContainText('Fixed ended with ValueError');
});

test('a coroutine that was never awaited is reported where output is', async () => {
  const broken = lesson.side('Broken');
  await broken.write('import asyncio\n\nasync def work():\n    pass\n\nwork()\nprint("done")\n');
  await broken.run();
  await lesson.ended();
  await expect(broken.output).toContainText('was never awaited');
});

test('endless printing is cut short in words, and the page stays usable', async () => {
  const broken = lesson.side('Broken');
  await broken.write('while True:\n    print("x" * 200)\n');
  await broken.run();
  await expect(broken.ending).toContainText('too much output', { timeout: 20_000 });
  await broken.write('print("fine")\n');
  await broken.run();
  await expect(broken.output).toContainText('fine');
});

test('input() says that there is no keyboard instead of hanging', async () => {
  const broken = lesson.side('Broken');
  await broken.write('name = input("Name? ")\n');
  await broken.run();
  await expect(broken.ending).toContainText('EOFError');
  await expect(broken.ending).toContainText('no keyboard');
});

test('fast forward is labelled as a virtual clock', async () => {
  const broken = lesson.side('Broken');
  await lesson.choosePace('Fast forward');
  const before = Date.now();
  await broken.run();
  await lesson.ended();
  expect(Date.now() - before).toBeLessThan(6_000);
  expect(await broken.elapsed()).toBeGreaterThanOrEqual(10);
  await expect(broken.region.getByText('virtual clock')).toBeVisible();
  await lesson.side('Fixed').run();
  await expect(lesson.verdict).toContainText('virtual clock');
});

test('Reset brings the lesson’s code back, and can be undone', async () => {
  const broken = lesson.side('Broken');
  await broken.write('print("mine")\n');
  await lesson.reset();
  await expect.poll(() => broken.code()).toContain('asyncio.run(fetch_data())');
  await lesson.button('Undo').click();
  await expect.poll(() => broken.code()).toContain('mine');
});

test('edits outlive a reload', async ({ page }) => {
  await lesson.side('Broken').write('print("kept")\n');
  await page.waitForTimeout(500);
  await page.reload();
  await expect.poll(() => lesson.side('Broken').code()).toContain('kept');
});
