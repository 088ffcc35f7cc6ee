/** Schedules on the page: replayed from an outcome that is clicked, stepped by hand, copied and loaded again. */
import { expect } from '@playwright/test';
import { LessonPage, type SidePage } from './page.ts';
import { test } from './visit.ts';

/** The program of the lesson with one call in its addition, small enough to be searched at once. */
const SMALL = `import threading

counter = 0


def count(times):
    global counter
    for _ in range(times):
        counter += int(1)


threads = [threading.Thread(target=count, args=(2,)) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter)
`;

/** Lost updates that a search finds at once. */
async function writeSmall(): Promise<void> {
  await broken.write(SMALL);
  await lesson.writeCheck('counter == 4');
}

let lesson: LessonPage;
let broken: SidePage;

test.beforeEach(async ({ page }) => {
  lesson = new LessonPage(page);
  broken = lesson.side('Broken');
  await lesson.open('threads');
  await lesson.pythonIsLive();
});

async function run(side: SidePage): Promise<void> {
  await side.run();
  await lesson.ended();
}

test('found, replayed, copied, loaded again, and stepped by hand', async ({ page }) => {
  await test.step('an outcome that is clicked is replayed as it was', async () => {
    await writeSmall();
    await broken.search();
    await lesson.ended();
    for (const words of ['counter = 4', 'counter = 3']) {
      await broken.outcome(words).getByRole('button', { name: 'Replay' }).click();
      await lesson.ended();
      await expect(broken.output).toHaveText(words.replace('counter = ', ''));
    }
  });
  await test.step('a schedule is copied from one side and loaded again', async () => {
    await lesson.reset();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await writeSmall();
    await broken.search();
    await lesson.ended();
    await expect(broken.summary).toContainText('Replay');
    await expect(broken.output).toHaveText(/^\d+$/);
    const lost = (await broken.output.textContent()) ?? '';
    await broken.region.getByRole('button', { name: 'Copy this schedule' }).click();
    await expect(broken.region).toContainText('Copied.');
    const text = await page.evaluate(() => navigator.clipboard.readText());
    await run(broken);
    await expect(broken.output).toHaveText('4');
    await lesson.setUp();
    await lesson.button('Load a schedule').click();
    await page.getByRole('dialog').getByRole('textbox').fill(text);
    await page.getByRole('dialog').getByRole('button', { name: 'Load' }).click();
    await lesson.hasStrategy('replay');
    await run(broken);
    await expect(broken.output).toHaveText(lost);
  });
  await test.step('stepping by hand: the reader lets an update get lost, and takes a step back on the way', async () => {
    await lesson.reset();
    // Without its loop, so that each shared operation is one of the addition.
    const once = SMALL.replace('    for _ in range(times):\n        counter', '    counter');
    await broken.write(once);
    await lesson.writeCheck('counter == 2');
    await lesson.chooseStrategy('By hand');
    await broken.run();
    const { stepping } = broken;
    await stepping.getByRole('combobox', { name: 'A step is' }).selectOption('a shared operation');
    const next = (thread: string) => stepping.getByRole('listitem').filter({ hasText: thread });
    const stride = stepping.getByRole('combobox', { name: 'A step is' });
    // Instructions are shown to whoever steps by them, and to nobody else.
    const standsAt = async (thread: string, instruction: string) => {
      await expect(next(thread)).toContainText('counter +=');
      await expect(next(thread)).not.toContainText(instruction);
      await stride.selectOption('an instruction');
      await expect(next(thread)).toContainText(instruction);
      await stride.selectOption('a shared operation');
    };
    await expect(lesson.verdict).toContainText('Your turn');
    await expect(broken.region.locator('.side-phase')).toHaveText('your turn');
    await broken.step('MainThread');
    await expect(next('MainThread')).toContainText('waits for');
    await expect(stepping.getByRole('button', { name: 'Step MainThread' })).toBeDisabled();
    // Up to the call in the addition: Thread-1 has read the counter.
    await broken.step('Thread-1 (count)');
    await standsAt('Thread-1', 'BINARY_OP +=');
    await expect(broken.markedLine).toBeVisible();
    await broken.step('Thread-2 (count)');
    await standsAt('Thread-2', 'LOAD_GLOBAL counter');
    await broken.step('Thread-2 (count)');
    await standsAt('Thread-2', 'BINARY_OP +=');
    await stepping.getByRole('button', { name: 'Undo' }).click();
    await standsAt('Thread-2', 'LOAD_GLOBAL counter');
    await standsAt('Thread-1', 'BINARY_OP +=');
    await broken.step('Thread-2 (count)');
    await stepping.getByRole('button', { name: 'Run on' }).click();
    await lesson.ended();
    await expect(broken.region).toContainText('The check failed: counter = 1');
    await expect(broken.counter('lost updates')).toHaveText('1');
  });
  await test.step('lines that pass a switch nobody chose are taken back one by one', async () => {
    await lesson.reset();
    await lesson.chooseStrategy('By hand');
    await broken.run();
    const { stepping } = broken;
    await stepping.getByRole('combobox', { name: 'A step is' }).selectOption('a line');
    const asked: string[] = [];
    const ready = stepping.getByRole('button', { name: /^Step /, disabled: false });
    for (let choice = 0; choice < 9; choice += 1) {
      const question = await broken.summary.innerText();
      asked.push(question);
      await (choice % 2 === 0 ? ready.last() : ready.first()).click();
      await expect(broken.summary).not.toHaveText(question);
    }
    for (const question of asked.toReversed()) {
      await stepping.getByRole('button', { name: 'Undo' }).click();
      await expect(broken.summary).toHaveText(question);
    }
  });
});
