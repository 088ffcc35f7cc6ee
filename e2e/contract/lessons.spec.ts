/** Every lesson keeps its promises on the real interpreter: each measure holds its bound, each search finds what it must. */
import { expect } from '@playwright/test';
import { SIDES } from '../../src/lesson/schema.ts';
import type { Pace } from '../../src/runtime/protocol.ts';
import { test, type HarnessPage } from '../harness.ts';

async function expectPromisesKept(harness: HarnessPage, lesson: string, pace: Pace): Promise<void> {
  for (const side of SIDES) {
    const { ending, measured } = await harness.measure(lesson, side, pace);
    expect(ending, `${lesson}, ${side}, ${pace}`).toEqual({ kind: 'finished' });
    expect(measured.filter(({ bound }) => bound !== null)).not.toEqual([]);
    const missed = measured.filter(({ holds }) => !holds);
    expect(missed, `measures of ${lesson}, ${side}, ${pace}, that do not hold`).toEqual([]);
  }
}

test('every lesson holds in fast forward', async ({ harness }) => {
  const lessons = await harness.lessons();
  expect(lessons).toEqual(expect.arrayContaining(['asyncio', 'threads']));
  for (const lesson of lessons) {
    await test.step(lesson, () => expectPromisesKept(harness, lesson, 'fast'));
  }
});

test('searching the schedules of every lesson finds what the lesson says', async ({ harness }) => {
  let searched = 0;
  for (const lesson of await harness.lessons()) {
    for (const side of SIDES) {
      for (const { search, report, missed } of await harness.searchLesson(lesson, side)) {
        const what = `${lesson}, ${side}, ${JSON.stringify(search)}: found ${JSON.stringify(report)}`;
        expect(missed, what).toEqual([]);
        searched += 1;
      }
    }
  }
  expect(searched).toBeGreaterThan(0);
});

test('the asyncio lesson holds at its real pace', async ({ harness }) => {
  await expectPromisesKept(harness, 'asyncio', 'real');
});
