/** Every lesson keeps its promises on the real interpreter: each measure holds its bound, each search finds what it must. */
import { expect } from '@playwright/test';
import type { Kept, Measured } from '../../src/app/harness.ts';
import { SIDES } from '../../src/lesson/schema.ts';
import { meetsBound } from '../../src/trace/measure.ts';
import { test } from '../harness.ts';
import { lessons } from './versions.ts';

/** What goes on for longer has lost its way, on a busy machine as well. A search runs a program thousands of times. */
const MOST_MS = { run: 120_000, search: 300_000 };

function expectEnded({ ending, ends, measured }: Kept): void {
  const ended = ending.kind === 'raised' ? ending.error.type : ending.kind;
  expect(ended, 'how it ends').toBe(ends ?? 'finished');
  expect(measured.filter(({ bound }) => bound !== null)).not.toEqual([]);
}

const elapsed = ({ measured }: Kept): number => measured.find(({ id }) => id === 'elapsed')?.value ?? 0;

/** For a run in fast forward, on a machine that may be busy with something else. */
function expectKept(kept: Kept): void {
  expectEnded(kept);
  const missed = kept.measured.filter((one) => !one.holds && !holdsWithout(kept.computed, one));
  expect(missed, 'measures that do not hold').toEqual([]);
}

/** Waits are skipped and exact. What is computed between them takes as long as the machine lets it, so it may be less. */
function holdsWithout(computed: number, { unit, value, bound }: Measured): boolean {
  if (unit !== 'seconds' || bound === null) return false;
  const least = value - computed;
  const named = bound.match(/[\d.]+/g)?.map(Number) ?? [];
  return [least, ...named].some((other) => least <= other && other <= value && meetsBound(other, bound));
}

test('the page has the lessons that lie below lessons/', async ({ harness }) => {
  expect(lessons.map(({ id }) => id)).toEqual(expect.arrayContaining(['asyncio', 'imports', 'threads']));
  expect(await harness.lessons()).toEqual(lessons.map(({ id }) => id));
});

for (const { id, variations, search } of lessons) {
  test.describe(`lesson ${id}`, () => {
    test.describe.configure({ timeout: MOST_MS.run });

    for (const side of SIDES) {
      test(`${side} keeps its measures in fast forward`, async ({ harness }) => {
        expectKept(await harness.measure(id, side, 'fast'));
      });

      for (const [index, { method, model }] of (search?.[side] ?? []).entries()) {
        const words = [method, model].filter(Boolean).join(', ');
        test(`${side}, search ${index + 1} (${words}) finds what it must`, async ({ harness }) => {
          test.setTimeout(MOST_MS.search);
          const { report, missed } = await harness.searchLesson(id, side, index);
          expect(missed, `found ${JSON.stringify(report)}`).toEqual([]);
        });
      }
    }

    for (const variation of variations) {
      test(`variation ${variation.id} ends and measures as the lesson says`, async ({ harness }) => {
        expectKept(await harness.measureVariation(id, variation.id));
      });
    }
  });
}

test('lesson asyncio keeps its measures at its real pace', async ({ harness }) => {
  const [broken, fixed] = [
    await harness.measure('asyncio', 'broken', 'real'),
    await harness.measure('asyncio', 'fixed', 'real'),
  ];
  for (const kept of [broken, fixed]) {
    expectEnded(kept);
    // A busy machine wakes a program late, and never early. How late says nothing about the lesson.
    expect(kept.measured.filter(({ holds, unit }) => !holds && unit !== 'seconds')).toEqual([]);
  }
  expect(elapsed(broken)).toBeGreaterThanOrEqual(10);
  expect(elapsed(fixed)).toBeGreaterThanOrEqual(1);
  expect(elapsed(broken) / elapsed(fixed)).toBeGreaterThan(4);
});
