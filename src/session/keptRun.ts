/** A kept run: one that has ended, as a plain value that the browser can keep, and the run that is shown again from it. Pure. */
import * as v from 'valibot';
import { FaultSchema } from '../runtime/protocol.ts';
import { countedItems, countedList } from '../runtime/counted.ts';
import { beginningFields, endFields, traceFrom, withTexts } from '../share/tracedRun.ts';
import type { Begun, End, Run } from '../store/runs.ts';

/** What reported more than this is not kept: reading it again would hold the page up. Events, and characters. */
const MOST_EVENTS = 100_000;
const MOST_TEXT = 4_000_000;

/** What is kept of the last run of a side. */
export const KeptRunSchema = v.variant('kind', [
  /** the side shows no run */
  v.object({ kind: v.literal('none') }),
  v.object({ kind: v.literal('too large'), events: v.pipe(v.number(), v.minValue(0)) }),
  v.object({
    kind: v.literal('run'),
    ...beginningFields,
    records: v.instance(Int32Array),
    strings: countedItems<string>((item) => typeof item === 'string', MOST_TEXT),
    end: v.object({
      ...endFields,
      faults: v.optional(countedList(FaultSchema, 1000), []),
    }),
  }),
]);

/** What a run is shown again from. */
export type ShownRun = Omit<Begun, 'number'> & { readonly end: End };

/** What is to be kept of a run. */
export function keptRunOf(run: Extract<Run, { phase: 'ended' }>): unknown {
  const { trace, program, pace, schedule, end } = run;
  if (trace.count > MOST_EVENTS) return { kind: 'too large', events: trace.count };
  const batch = trace.batch();
  const text = batch.strings.reduce((sum, { length }) => sum + length, 0);
  if (text > MOST_TEXT) return { kind: 'too large', events: trace.count };
  return { kind: 'run', program, pace, schedule, ...batch, end: withTexts(end) };
}

/** The run to be shown from a kept one; null where its events do not hold. */
export function runOf(kept: Extract<v.InferOutput<typeof KeptRunSchema>, { kind: 'run' }>): ShownRun | null {
  const { program, pace, schedule, records, strings, end } = kept;
  const trace = traceFrom(records, strings);
  return trace && { program, pace, schedule, trace, end };
}
