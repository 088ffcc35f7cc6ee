/** How a task ended, in words: with who cancelled it, where the probe knows. Pure. */
import { labelWords, views } from '../../messages/en.ts';
import type { Lane, Mark } from '../../trace/lane.ts';
import type { Micros } from '../../trace/vocabulary.ts';
import { lastNotable } from './notable.ts';

const words = views.timeline;

/** The endings that have a sign of their own; done needs none. */
export const SIGNED = ['cancelled', 'failed', 'destroyed'] as const;
export type Signed = (typeof SIGNED)[number];

/** Whether an outcome has a sign. */
export function isSigned(outcome: string | null | undefined): outcome is Signed {
  return SIGNED.some((signed) => signed === outcome);
}

/** Why the task of a lane was cancelled, and at which line; null where it was not, or not yet. */
export function cancellationOf(lane: Lane, moment: Micros): Mark | null {
  return lastNotable(lane, 'cancelled', moment);
}

/** An outcome in words; another probe's outcome as it is. */
export function outcomeWords(outcome: string | null, cancellation: Mark | null = null): string {
  if (outcome === null) return words.outcomes.none;
  if (outcome === 'cancelled' && cancellation !== null) return labelWords(cancellation.name);
  return outcome === 'done' || isSigned(outcome) ? words.outcomes[outcome] : outcome;
}
