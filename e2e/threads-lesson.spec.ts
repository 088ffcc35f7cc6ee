/** The lesson on threads on the real interpreter: what it shows, what its prose tells the reader to try, and search. */
import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { plainText } from '../src/base/plainText.ts';
import { LessonPage, type SidePage } from './page.ts';
import { test } from './visit.ts';

const prose = plainText(readFileSync(new URL('../lessons/4-threads/lesson.md', import.meta.url), 'utf8'));
const [published = '', oneCall = '', lockedAddition = '', twoLocks = ''] = [
  ...prose.matchAll(/```python\n(.*?)```/gs),
].map(([, code]) => code);
/** The three lines of an addition on the broken side, and those with their lock on the fixed side. */
const ADDITION = [10, 12] as const;
const LOCKED = [11, 14] as const;

let lesson: LessonPage;
let broken: SidePage;
let fixed: SidePage;

test.beforeEach(async ({ page }) => {
  lesson = new LessonPage(page);
  [broken, fixed] = [lesson.side('Broken'), lesson.side('Fixed')];
  await lesson.open('threads');
  await lesson.pythonIsLive();
});

async function run(side: SidePage): Promise<void> {
  await side.run();
  await lesson.ended();
}

test('as it comes: both sides, and the last lost update where it happened', async () => {
  await test.step('the lines that matter are in view before anything is run', async () => {
    await expect(broken.code).toContainText('counter = seen + 1');
    await expect(fixed.code).toContainText('with lock:');
  });
  await test.step('both sides: updates are lost without the lock, and none with it', async () => {
    await lesson.runBoth();
    await lesson.ended();
    await expect(broken.counter('counter at last')).toHaveText('5');
    await expect(broken.output).toHaveText('5');
    await expect(broken.counter('lost updates')).not.toHaveText('0');
    await expect(broken.summary).toContainText('the check fails');
    await expect(broken.region).toContainText('The check failed: counter = 5');
    await expect(broken.figure).toHaveAccessibleName(/4 threads: 4 done\..*lost updates\..*counter is 5\./);
    await expect(fixed.counter('counter at last')).toHaveText('15');
    await expect(fixed.counter('lost updates')).toHaveText('0');
    await expect(fixed.counter('waiting for lock at most')).toHaveText('2');
    await expect(fixed.summary).toContainText('the check holds');
    await expect(lesson.verdict).toContainText(
      /Broken counted to 5, Fixed to 15: \d+ lost updates against 0\./,
    );
    // The lock has its price: whoever sleeps with it keeps the others waiting.
    expect(await broken.elapsed()).toBeCloseTo(0.005, 3);
    expect(await fixed.elapsed()).toBeCloseTo(0.015, 3);
  });
  await test.step('the last lost update is told, and shown where it happened', async () => {
    await run(broken);
    await expect(broken.figure).toContainText(
      /lost updates; the last one: Thread-\d \(count\) read 4 .* wrote 5; Thread-\d \(count\) wrote 5 again\./,
    );
    await broken.region.getByRole('button', { name: 'Show where' }).click();
    await expect(broken.markedLine).toBeVisible();
    await expect(broken.figure).toContainText(/\d+–\d+ of \d+, not to time scale/);
  });
});

test('what a reader runs: the famous program, a lock for each thread, half a lock, Reset', async () => {
  await test.step('the famous program prints 10000, and breaks under another model or with one innocent call', async () => {
    await broken.write(published);
    await lesson.writeCheck('counter == 10000');
    await run(broken);
    await expect(broken.output).toHaveText('10000');
    await expect(broken.summary).toContainText('the check holds');
    await lesson.chooseStrategy('Random');
    await run(broken);
    await expect(broken.output).toHaveText('10000');

    await lesson.chooseStrategy('Realistic');
    await lesson.chooseModel('Free-threaded');
    await run(broken);
    await expect(broken.summary).toContainText('the check fails');

    await lesson.chooseModel('CPython 3.14');
    await broken.write(published.replace('counter += 1', 'counter += int(1)'));
    await run(broken);
    await expect(broken.output).toHaveText('10000');
    await lesson.chooseStrategy('Random');
    await run(broken);
    await expect(broken.summary).toContainText('the check fails');
  });
  await test.step('a lock for each thread and half a lock lose updates', async () => {
    await lesson.reset();
    await fixed.pasteOver(9, 9, '    global counter\n    lock = threading.Lock()\n');
    await run(fixed);
    await expect(fixed.summary).toContainText('the check fails');
    await lesson.reset();
    const half = `        seen = counter
        time.sleep(0.001)
        with lock:
            counter = seen + 1
`;
    await fixed.pasteOver(...LOCKED, half);
    await run(fixed);
    await expect(fixed.summary).toContainText('the check fails');
  });
  await test.step('Reset brings back the code and the schedule of the lesson', async () => {
    await broken.write('print(1)\n');
    await lesson.writeCheck('');
    await lesson.chooseModel('Free-threaded');
    await lesson.reset();
    await expect(broken.code).toContainText('counter = seen + 1');
    await lesson.setUp();
    await expect(lesson.check).toHaveValue('counter == 15');
    await expect(lesson.page.getByRole('radio', { name: 'CPython 3.14' })).toBeChecked();
  });
});

test('a search of the broken side, with a call in the addition and without', async () => {
  await test.step('a search finds the schedule with the fewest preemptions, replays and explains it', async () => {
    await broken.pasteOver(...ADDITION, oneCall);
    await run(broken);
    await expect(broken.output).toHaveText('15');
    await broken.search();
    await expect(broken.found).toContainText(
      /All [\d,]+ schedules with at most 2 preemptions .*: [\d,]+ fail\./,
    );
    await expect(broken.found).toContainText(/needs 1 preemption \(counter = \d+\); reproduced 10 of 10\./);
    await lesson.ended();
    await expect(broken.summary).toContainText(/Replay .* 1.preemption .* the check fails/);
    await expect(broken.figure).toContainText('A lost update:');
    // What is chosen for the next run is left alone.
    await lesson.hasStrategy('realistic');
  });
  await test.step('without a call in the addition none fails under CPython 3.14, and some without the GIL', async () => {
    await lesson.reset();
    await broken.pasteOver(...ADDITION, oneCall.replace('int(1)', '1'));
    await broken.search();
    await expect(broken.found).toContainText(
      /All [\d,]+ schedules with at most 2 preemptions .*: none fails\./,
    );
    await lesson.chooseModel('Free-threaded');
    await broken.search();
    await expect(broken.found).toContainText(/: [\d,]+ fail\./);
    await expect(broken.searchPanel).toContainText('Searched under Free-threaded');
  });
});

test('a search of the fixed side, at random and of all schedules', async () => {
  await test.step('with the lock no schedule fails, also when it is held for the addition alone', async () => {
    await fixed.search();
    await expect(fixed.found).toContainText(
      /All [\d,]+ schedules with at most 2 preemptions .*: none fails\./,
    );
    await fixed.pasteOver(...LOCKED, lockedAddition);
    await run(fixed);
    await expect(fixed.output).toHaveText('15');
    expect(await fixed.elapsed()).toBeCloseTo(0.005, 3);
    await fixed.search();
    await expect(fixed.found).toContainText(/none fails\./);
  });
  await test.step('random schedules prove nothing, and the page says so', async () => {
    await fixed.searchPanel.getByRole('radio', { name: 'Random ones' }).check();
    await fixed.searchPanel.getByRole('button', { name: 'Search, fixed', exact: true }).click();
    await expect(fixed.found).toContainText('500 random schedules, none failed: that is no proof.');
  });
});

test('a search that ends in a deadlock, or in an exception', async () => {
  await test.step('a deadlock is found, told as a circle with lines, and gone once the order is one', async () => {
    await lesson.writeCheck('');
    await fixed.write(twoLocks);
    await run(fixed);
    await expect(fixed.output).toContainText('two');
    await expect(fixed.ending).toHaveCount(0);
    await fixed.search();
    await lesson.ended();
    await expect(fixed.found).toContainText('deadlock');
    await fixed.openTab('How it ended');
    await expect(fixed.ending).toContainText('Deadlock');
    const circle = fixed.ending.getByRole('list', { name: 'The circle of waits' }).getByRole('listitem');
    await expect(circle).toHaveText([
      /^Thread-1 \(one\) waits for lock “blue”, held by Thread-2 \(two\) \(main\.py, line \d+\)$/,
      /^Thread-2 \(two\) waits for lock “red”, held by Thread-1 \(one\) \(main\.py, line \d+\)$/,
    ]);
    const inOrder = twoLocks.replace('with blue:\n        with red:', 'with red:\n        with blue:');
    expect(inOrder).not.toBe(twoLocks);
    await fixed.write(inOrder);
    await fixed.search();
    await expect(fixed.found).toContainText('none fails');
  });
  await test.step('an exception in a thread is told, and counts as failed in a search', async () => {
    await broken.write(`import threading

jobs = [1]


def work():
    if jobs:
        print("one left")
        jobs.pop()


threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
`);
    await lesson.writeCheck('');
    await run(broken);
    await expect(broken.ending).toHaveCount(0);
    await broken.search();
    await lesson.ended();
    await expect(broken.found).toContainText('IndexError: pop from empty list');
    await expect(broken.output).toContainText('Exception in thread');
  });
});
