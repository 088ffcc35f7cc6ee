/** The recordings of this build, with their traces. For the page a module of its own, fetched once something is drawn. */
import { recordings as all } from 'virtual:faultline-recordings';
import { unpackTrace } from '../trace/pack.ts';
import type { Trace } from '../trace/trace.ts';
import type { Micros } from '../trace/vocabulary.ts';
import type { RecordedSide, Recording } from './recording.ts';
import type { Lesson, SideName } from './schema.ts';

declare module 'virtual:faultline-recordings' {
  export const recordings: Readonly<Record<string, Recording | null>>;
}

export interface RecordedRun {
  readonly trace: Trace;
  /** run clock at its end */
  readonly time: Micros;
  /** the exception that ended it; null where it ran to its end */
  readonly ends: string | null;
}

export interface RecordedRuns extends Pick<Recording, 'made' | 'python'> {
  readonly sides: Readonly<Record<SideName, RecordedRun>>;
}

/** Both sides of a lesson as they were recorded; null where they were not. */
export function recordedRuns({ id }: Pick<Lesson, 'id'>): RecordedRuns | null {
  const recording = all[id] ?? null;
  if (recording === null) return null;
  const [broken, fixed] = [runOf(recording.broken), runOf(recording.fixed)];
  const { made, python } = recording;
  return broken === null || fixed === null ? null : { made, python, sides: { broken, fixed } };
}

function runOf({ trace, time, ends }: RecordedSide): RecordedRun | null {
  const unpacked = unpackTrace(trace);
  return unpacked.ok ? { trace: unpacked.value, time, ends } : null;
}
