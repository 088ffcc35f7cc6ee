/** The version of a lesson: a number that changes with what a link of it is about, and not with its prose. Pure. */
import type { Lesson } from '../lesson/schema.ts';
import { crc32OfText } from './crc32.ts';

/** Of its programs, how they begin, their variations and how threads are scheduled. */
export function lessonVersion({ sides, variations, schedule }: Lesson): number {
  const programs = [sides.broken, sides.fixed, ...variations].map(({ entry, files }) => [
    entry,
    sorted(files),
  ]);
  return crc32OfText(JSON.stringify([programs, schedule === undefined ? [] : sorted(schedule)]));
}

/** Entries in an order that does not hang on how the object was made. */
function sorted(object: object): readonly (readonly [string, unknown])[] {
  return Object.entries(object).toSorted(([one], [other]) => (one < other ? -1 : 1));
}
