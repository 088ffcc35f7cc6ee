/** Summary: what one task did up to a moment, in figures. Pure. */
import type { Lane, Mark, Stretch } from '../../trace/lane.ts';
import type { Micros, Place } from '../../trace/vocabulary.ts';
import { begunBy } from './activity.ts';
import { cancellationOf } from './outcome.ts';

export interface Summary {
  readonly task: string;
  readonly began: Micros;
  /** null while under way */
  readonly ended: Micros | null;
  readonly outcome: string | null;
  /** why it was cancelled, where that is known */
  readonly cancellation: Mark | null;
  readonly waited: Micros;
  readonly ran: Micros;
  /** where it waited longest, else where it was created */
  readonly where: Place | null;
}

/** The summary of a lane that was declared by this moment. */
export function summaryOf(lane: Lane, moment: Micros): Summary {
  let waited = 0;
  let ran = 0;
  let longest: { length: Micros; stretch: Stretch } | null = null;
  const begun = begunBy(lane, moment);
  for (const [index, stretch] of lane.stretches.entries()) {
    if (index >= begun) break;
    const end = Math.min(stretch.end ?? moment, moment);
    const length = end - stretch.start;
    if (stretch.state === 'running') ran += length;
    if (stretch.state !== 'waiting') continue;
    waited += length;
    if (longest === null || length > longest.length) longest = { length, stretch };
  }
  const life = lifeOf(lane, moment);
  const cancellation = cancellationOf(lane, moment);
  const where = longest?.stretch.place ?? life.where;
  return { task: lane.label, ...life, cancellation, waited, ran, where };
}

/** How a task had ended by this moment; null while it is under way. */
export function outcomeAt({ spans }: Lane, moment: Micros): string | null {
  const last = spans.findLast((span) => span.start <= moment);
  return last !== undefined && last.end !== null && last.end <= moment ? last.outcome : null;
}

function lifeOf(lane: Lane, moment: Micros): Pick<Summary, 'began' | 'ended' | 'outcome' | 'where'> {
  const [first] = lane.spans;
  const begun = first !== undefined && first.start <= moment;
  const outcome = outcomeAt(lane, moment);
  const last = outcome === null ? undefined : lane.spans.findLast((span) => span.start <= moment);
  return {
    began: begun ? first.start : lane.since,
    ended: last?.end ?? null,
    outcome,
    where: begun ? first.place : null,
  };
}
