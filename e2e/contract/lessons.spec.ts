/** Every lesson keeps its promises: both sides run on the real interpreter, and each measure holds its bound. */
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
  expect(lessons).toContain('asyncio');
  for (const lesson of lessons) {
    await test.step(lesson, () => expectPromisesKept(harness, lesson, 'fast'));
  }
});

test('the asyncio lesson holds at its real pace', async ({ harness }) => {
  await expectPromisesKept(harness, 'asyncio', 'real');
});
