/** Every lesson keeps its promises on the real interpreter: each measure holds its bound, each search finds what it must. */
import { expect } from '@playwright/test';
import { SIDES } from '../../src/lesson/schema.ts';
import type { Kept } from '../../src/app/harness.ts';
import type { Pace } from '../../src/runtime/protocol.ts';
import { test, type HarnessPage } from '../harness.ts';

function expectKept({ ending, ends, measured }: Kept, what: string): void {
  const ended = ending.kind === 'raised' ? ending.error.type : ending.kind;
  expect(ended, `how ${what} ends`).toBe(ends ?? 'finished');
  expect(measured.filter(({ bound }) => bound !== null)).not.toEqual([]);
  const missed = measured.filter(({ holds }) => !holds);
  expect(missed, `measures of ${what} that do not hold`).toEqual([]);
}

async function expectPromisesKept(harness: HarnessPage, lesson: string, pace: Pace): Promise<void> {
  for (const side of SIDES) {
    expectKept(await harness.measure(lesson, side, pace), `${lesson}, ${side}, ${pace}`);
  }
}

test('every lesson holds in fast forward', async ({ harness }) => {
  const lessons = await harness.lessons();
  expect(lessons).toEqual(expect.arrayContaining(['asyncio', 'imports', 'threads']));
  for (const lesson of lessons) {
    await test.step(lesson, () => expectPromisesKept(harness, lesson, 'fast'));
  }
});

test('every variation of every lesson ends and measures as the lesson says', async ({ harness }) => {
  let tried = 0;
  for (const lesson of await harness.lessons()) {
    for (const [id, kept] of Object.entries(await harness.measureVariations(lesson))) {
      expectKept(kept, `${lesson}, variation ${id}`);
      tried += 1;
    }
  }
  expect(tried).toBeGreaterThan(0);
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
