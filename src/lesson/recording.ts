/** A recording of a lesson: both sides as they once ran on the real interpreter. `npm run record` makes it again. Pure. */
import * as v from 'valibot';
import { unpackTrace } from '../trace/pack.ts';
import type { Report } from './problem.ts';

const RecordedSideSchema = v.strictObject({
  /** the exception that ended it; null where it ran to its end */
  ends: v.nullable(v.string()),
  /** run clock at its end, in microseconds */
  time: v.pipe(v.number(), v.minValue(0)),
  /** as `packTrace` writes it */
  trace: v.pipe(v.string(), v.base64()),
});
export type RecordedSide = v.InferOutput<typeof RecordedSideSchema>;

export const RecordingSchema = v.strictObject({
  /** the day */
  made: v.pipe(v.string(), v.isoDate()),
  /** the version of CPython */
  python: v.string(),
  /** which programs ran, as the fingerprint of the lesson says it */
  of: v.string(),
  broken: RecordedSideSchema,
  fixed: RecordedSideSchema,
});
export type Recording = v.InferOutput<typeof RecordingSchema>;

/** Null, with the problem reported, where the text is no recording. Whether it is of the programs of today is not asked. */
export function readRecording(text: string, report: Report): Recording | null {
  const parsed = v.safeParse(RecordingSchema, fromJson(text));
  if (!parsed.success) {
    report(null, 'this is no recording: make it again with npm run record');
    return null;
  }
  const { broken, fixed } = parsed.output;
  const problem = [broken, fixed].map(({ trace }) => unpackTrace(trace)).find(({ ok }) => !ok);
  if (problem?.ok !== false) return parsed.output;
  report(null, `make the recording again with npm run record: ${problem.error}`);
  return null;
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
