/** A run that has ended as a plain value, and back: what a file of traces and a kept run have in common. Pure. */
import * as v from 'valibot';
import {
  EndingSchema,
  PACES,
  ProgramSchema,
  type Ending,
  type Pace,
  type Program,
} from '../runtime/protocol.ts';
import { ScheduledSchema, ScheduleSchema, type Schedule, type Scheduled } from '../runtime/schedule.ts';
import { isLabelFact, textOfLabel } from '../trace/facts.ts';
import { Trace } from '../trace/trace.ts';
import type { Micros } from '../trace/vocabulary.ts';

/** How a run began: fields of a schema. */
export const beginningFields = {
  program: ProgramSchema,
  pace: v.picklist(PACES),
  schedule: v.nullable(ScheduleSchema),
};

/** How it ended: fields of a schema. Labels are texts in it, as they are on their way from the interpreter. */
export const endFields = {
  ending: EndingSchema,
  time: v.pipe(v.number(), v.minValue(0)),
  scheduled: v.nullable(ScheduledSchema),
};

/** A run that has ended. */
export interface TracedRun {
  readonly program: Program;
  readonly pace: Pace;
  readonly schedule: Schedule | null;
  readonly trace: Trace;
  readonly ending: Ending;
  readonly time: Micros;
  readonly scheduled: Scheduled | null;
}

/** The same value with the text of each label in its place. */
export function withTexts(value: unknown): unknown {
  if (isLabelFact(value)) return textOfLabel(value);
  if (Array.isArray(value)) return value.map(withTexts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, withTexts(field)]));
}

/** The trace of these events; null where they contradict one another. */
export function traceFrom(records: Int32Array, strings: readonly string[]): Trace | null {
  const trace = new Trace();
  return trace.append(records, strings).ok ? trace : null;
}
