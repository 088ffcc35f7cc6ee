/** The moments of a recording: those at which something happens on either side, one after another. Pure. */
import type { RecordedRuns } from '../../lesson/recorded.ts';
import { SIDES } from '../../lesson/schema.ts';
import type { Micros } from '../../trace/vocabulary.ts';

/** In the order of time, each once; the last is the end of the later side. */
export function momentsOf({ sides }: Pick<RecordedRuns, 'sides'>): Micros[] {
  const times = SIDES.flatMap((side) => {
    const { trace, time } = sides[side];
    const { stream } = trace.picture;
    return [...Array.from({ length: stream.count }, (_, event) => stream.timeAt(event)), time];
  });
  return [...new Set(times)].toSorted((a, b) => a - b);
}

/** The moment after this share of a side's events; the end of the run after all of them. */
export function momentAfter(share: number, { trace, time }: RecordedRuns['sides']['broken']): Micros {
  const { stream } = trace.picture;
  const event = Math.floor(share * stream.count) - 1;
  return event >= stream.count - 1 ? time : stream.timeAt(Math.max(event, 0));
}
