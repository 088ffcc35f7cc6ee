/** Summary: what one task did up to a moment, in figures. Pure. */
import { lastUntil } from '../../trace/binarySearch.ts';
import type { Lane, Mark } from '../../trace/lane.ts';
import type { Micros, Place } from '../../trace/vocabulary.ts';
import { cancellationOf } from './outcome.ts';
import { spentBy } from './spent.ts';

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
  const { waited, ran, longest } = spentBy(lane, moment);
  const life = lifeOf(lane, moment);
  const cancellation = cancellationOf(lane, moment);
  const where = lane.stretches.at(longest)?.place ?? life.where;
  return { task: lane.label, ...life, cancellation, waited, ran, where };
}

/** How a task had ended by this moment; null while it is under way. */
export function outcomeAt({ spans }: Lane, moment: Micros): string | null {
  const last = lastUntil(spans, moment);
  return last !== null && last.end !== null && last.end <= moment ? last.outcome : null;
}

function lifeOf(lane: Lane, moment: Micros): Pick<Summary, 'began' | 'ended' | 'outcome' | 'where'> {
  const first = lane.spans.at(0);
  const begun = first !== undefined && first.start <= moment;
  const outcome = outcomeAt(lane, moment);
  const last = outcome === null ? null : lastUntil(lane.spans, moment);
  return {
    began: begun ? first.start : lane.since,
    ended: last?.end ?? null,
    outcome,
    where: begun ? first.place : null,
  };
}
