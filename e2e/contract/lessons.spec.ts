/** Every lesson keeps its promises on the real interpreter: each measure holds its bound, each search finds what it must. */
import { expect } from '@playwright/test';
import type { Clock, Kept } from '../../src/harness/harness.ts';
import { SIDES, type Lesson } from '../../src/lesson/schema.ts';
import { test } from '../harness.ts';
import { lessons } from './versions.ts';

/** What goes on for longer has lost its way, on a busy machine as well. A search runs a program thousands of times. */
const MOST_MS = { run: 120_000, search: 300_000 };

/** The exception that ended a program, else the kind of its ending. */
function nameOf(ending: Kept['ending']): string {
  return ending.kind === 'raised' ? ending.error.type : ending.kind;
}

function expectEnded({ ending, ends, measured }: Kept): void {
  expect(nameOf(ending), 'how it ends').toBe(ends ?? 'finished');
  expect(measured.filter(({ bound }) => bound !== null)).not.toEqual([]);
}

const elapsed = ({ measured }: Kept): number => measured.find(({ id }) => id === 'elapsed')?.value ?? 0;

const missedBy = ({ measured, untrue }: Kept): (object | string)[] => [
  ...measured.filter(({ holds }) => !holds),
  ...untrue,
];

/**
 * Where a lesson has no schedule its clock runs on while Python computes, so its figures tell how busy the machine is
 * as well. Those that miss are measured again on a clock that nothing but the program moves.
 */
async function expectKept(measure: (clock: Clock) => Promise<Kept>): Promise<void> {
  const shipped = await measure('as shipped');
  expectEnded(shipped);
  if (missedBy(shipped).length === 0) return;
  const steady = await measure('steady');
  expectEnded(steady);
  expect(missedBy(steady), 'measures that do not hold').toEqual([]);
}

test('the page has the lessons that lie below lessons/', async ({ harness }) => {
  expect(lessons.map(({ id }) => id)).toEqual(expect.arrayContaining(['asyncio', 'imports', 'threads']));
  expect(await harness.lessons()).toEqual(lessons.map(({ id }) => id));
});

/** The page and its programs as the reader finds them: each side, each search, each variation. */
function keepsItsPromises({ id, variations, search }: Lesson): void {
  for (const side of SIDES) {
    test(`${side} keeps its measures in fast forward`, async ({ harness }) => {
      await expectKept((clock) => harness.measure(id, side, 'fast', clock));
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
      await expectKept((clock) => harness.measureVariation(id, variation.id, clock));
    });
  }
}

for (const lesson of lessons) {
  test.describe(`lesson ${lesson.id}`, () => {
    test.describe.configure({ timeout: MOST_MS.run });
    keepsItsPromises(lesson);

    for (const published of lesson.published) {
      test.describe(`as widely published: the ${published.part}`, () => {
        keepsItsPromises(published);

        if (published.begins.length > 0) {
          test('each way to begin ends as the lesson says', async ({ harness }) => {
            const { id, begins } = published;
            const ends = { broken: new Map<string, string>(), fixed: new Map<string, string>() };
            for (const side of SIDES) {
              for (const { entry } of begins) {
                ends[side].set(entry, nameOf(await harness.measureEntry(id, side, entry)));
              }
            }
            for (const side of SIDES) {
              const expected = begins.map((one) => [one.entry, one.ends[side] ?? 'finished'] as const);
              expect(ends[side]).toEqual(new Map(expected));
            }
          });
        }
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
    // What is late on a busy machine, or held for long, says nothing about the lesson.
    const kinds = ['peak', 'loops'];
    expect(kept.measured.filter(({ id, holds }) => kinds.includes(id) && !holds)).toEqual([]);
  }
  // A wait ends late on a busy machine, and never early.
  expect(elapsed(broken)).toBeGreaterThanOrEqual(10);
  expect(elapsed(fixed)).toBeGreaterThanOrEqual(1);
  expect(elapsed(broken) / elapsed(fixed)).toBeGreaterThan(4);
});
