/** The page behind the contract tests: the runtime as scripts drive it, and the lessons. */
import { lessonById, lessons } from '../lesson/catalog.ts';
import { missedInSearch } from '../lesson/schedule.ts';
import type { Lesson, SideName } from '../lesson/schema.ts';
import type { Pace } from '../runtime/protocol.ts';
import { requestOf, type Clock } from './asking.ts';
import { driven, type HarnessSearch } from './driven.ts';
import { endingFrom, measureSide, measureVersion, type Kept } from './measuring.ts';

export type { HarnessRun, HarnessSearch } from './driven.ts';
export type { Clock } from './asking.ts';
export type { Kept, Measured } from './measuring.ts';

/** Runs one side of a lesson or of a published program, by its schedule, and reads its measures. Rejects when there is no such lesson. */
async function measure(lessonId: string, sideName: SideName, pace: Pace, clock: Clock): Promise<Kept> {
  return measureSide(lessonCalled(lessonId), sideName, pace, clock);
}

/** Runs one variation of a lesson and reads its measures. Rejects when there is no such variation. */
async function measureVariation(lessonId: string, variationId: string, clock: Clock): Promise<Kept> {
  const lesson = lessonCalled(lessonId);
  const variation = lesson.variations.find(({ id }) => id === variationId);
  if (variation === undefined) throw new Error(`"${lessonId}" has no variation "${variationId}"`);
  return measureVersion(lesson, variation, clock);
}

/** Begins a side of a lesson in another way; gives how it ended. */
async function measureEntry(lessonId: string, sideName: SideName, entry: string): Promise<Kept['ending']> {
  return endingFrom(lessonCalled(lessonId), sideName, entry);
}

/**
 * Carries out one of the searches that a lesson promises something of on one side. Gives what it found and what it
 * missed, as sentences. Rejects when there is no such search.
 */
async function searchLesson(
  lessonId: string,
  sideName: SideName,
  index: number,
): Promise<{ report: HarnessSearch['report']; missed: string[] }> {
  const lesson = lessonCalled(lessonId);
  const expected = lesson.search?.[sideName]?.[index];
  if (expected === undefined) throw new Error(`"${lessonId}" has no search ${index} of ${sideName}`);
  const { expect: _bounds, model, ...plan } = expected;
  const { schedule, ...request } = requestOf(lesson, sideName, 'as shipped');
  const asked = {
    ...request,
    schedule: schedule === null ? null : { ...schedule, model: model ?? schedule.model },
    search: plan,
  };
  const { report } = await driven.search(asked);
  return {
    report,
    missed: report === null ? ['it did not get to search'] : missedInSearch(expected, report),
  };
}

function lessonCalled(id: string): Lesson {
  const lesson = lessonById(id);
  if (lesson === null) throw new Error(`there is no lesson "${id}"`);
  return lesson;
}

const harness = { ...driven, measure, measureVariation, measureEntry, searchLesson, lessons };
/** What the contract tests find on `window.faultline`. */
export type Harness = typeof harness;
Object.assign(window, { faultline: harness });
driven.wake();
