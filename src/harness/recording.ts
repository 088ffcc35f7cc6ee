/** Records one side of a lesson on the real runtime, to be kept in the lesson's folder and drawn on the home page. */
import { fingerprintOf } from '../lesson/fingerprint.ts';
import type { RecordedSide } from '../lesson/recording.ts';
import type { Lesson, SideName } from '../lesson/schema.ts';
import { packTrace, type Batch } from '../trace/pack.ts';
import { requestOf } from './asking.ts';
import { performWhole } from './driven.ts';

/** A side, and of which programs it is. */
export interface Recorded {
  readonly of: string;
  readonly side: RecordedSide;
}

/** Runs the side as the page ships it, waits and all. Rejects where the run is not one that a program ended itself. */
export async function recordSide(lesson: Lesson, sideName: SideName): Promise<Recorded> {
  const batches: Batch[] = [];
  const { end } = await performWhole(
    requestOf(lesson, sideName, 'as shipped', 'real'),
    (records, strings) => {
      batches.push({ records, strings });
    },
  );
  const { ending, time } = end;
  if (ending.kind !== 'finished' && ending.kind !== 'raised') {
    throw new Error(`the run of the ${sideName} side ended otherwise: ${ending.kind}`);
  }
  const ends = ending.kind === 'raised' ? ending.error.type : null;
  return { of: fingerprintOf(lesson), side: { ends, time, trace: packTrace(batches) } };
}
