/** Measures the sides of a lesson on the real runtime: what its figures come to, and whether they keep their bounds. */
import { unmet, unprinted } from '../lesson/happening.ts';
import { isPublished, type Happening, type Lesson, type SideName } from '../lesson/schema.ts';
import type { RunEnd } from '../runtime/host/runtime.ts';
import type { Pace, RunRequest } from '../runtime/protocol.ts';
import { meetsBound, readMeasure } from '../trace/measure.ts';
import { performWhole } from './driven.ts';
import { resultOf } from '../session/outcome.ts';
import { requestOf, type Clock } from './asking.ts';

/** A figure of a lesson as one run showed it. `bound` is null where the lesson expects nothing of this side. */
export interface Measured {
  readonly id: string;
  readonly value: number;
  readonly bound: string | null;
  readonly holds: boolean;
}

/** How a run ended and what it measured. `ends` is the exception that the lesson says it ends with; null for none. */
export interface Kept {
  readonly ending: RunEnd['ending'];
  readonly ends: string | null;
  readonly measured: readonly Measured[];
  /** what the lesson says of such a run and is not true of this one, in words */
  readonly untrue: readonly string[];
}

/**
 * Runs one side of a lesson, by its schedule, and reads its measures. Without a schedule its clock runs on while Python
 * computes, in fast forward too; `clock` gives it one that only the program's steps and waits move.
 */
export function measureSide(lesson: Lesson, sideName: SideName, pace: Pace, clock: Clock): Promise<Kept> {
  const bounds = Object.fromEntries(lesson.measures.map(({ id, expect }) => [id, expect[sideName]]));
  const request = requestOf(lesson, sideName, clock, pace);
  const prints = isPublished(lesson) ? lesson.prints[sideName] : [];
  const happens = isPublished(lesson) ? lesson.happens.filter(({ side }) => side === sideName) : [];
  return measured(lesson, request, { bounds, ends: lesson.ends[sideName], prints, happens });
}

/** Runs a variation of a lesson and reads its measures. */
export function measureVersion(
  lesson: Lesson,
  variation: Lesson['variations'][number],
  clock: Clock,
): Promise<Kept> {
  const { side, files, entry, expect: bounds, ends, prints } = variation;
  const varied = { ...lesson, schedule: lesson.schedule && { ...lesson.schedule, ...variation.schedule } };
  const request = { ...requestOf(varied, side, clock), program: { files, entry } };
  return measured(lesson, request, { bounds, ends, prints, happens: [] });
}

/** How a version of a program begins in one way: what its ending is. */
export async function endingFrom(
  lesson: Lesson,
  sideName: SideName,
  entry: string,
): Promise<RunEnd['ending']> {
  const { program, ...request } = requestOf(lesson, sideName, 'as shipped');
  const { end } = await performWhole({ ...request, program: { ...program, entry } });
  return end.ending;
}

/** What is expected of a run. */
interface Expected {
  /** by the id of a measure */
  readonly bounds: Readonly<Record<string, string | undefined>>;
  readonly ends: string | undefined;
  readonly prints: readonly string[];
  readonly happens: readonly Happening[];
}

async function measured(
  lesson: Lesson,
  request: RunRequest,
  { bounds, ends, prints, happens }: Expected,
): Promise<Kept> {
  const { trace, end } = await performWhole(request);
  const figures = lesson.measures.map(({ id, read }) => {
    const value = readMeasure(read, trace.picture, end.time);
    const bound = bounds[id] ?? null;
    return { id, value, bound, holds: bound === null || meetsBound(value, bound) };
  });
  const run = resultOf({ trace, end });
  const untrue = [...unprinted(prints, run), ...happens.flatMap((one) => unmet(one, lesson, run))];
  return { ending: end.ending, ends: ends ?? null, measured: figures, untrue };
}
