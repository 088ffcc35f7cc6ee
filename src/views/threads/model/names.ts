/** What the probe of threads writes into names: its tracks, and the marks on a thread. Pure. */
import { isFact, type Label } from '../../../trace/facts.ts';

/** Roots of the tracks that this view draws. */
export const THREADS = 'threads';
export const LOCKS = 'locks';
export const SHARED = 'shared';
export const SWITCHES = 'switches';
export const PREEMPTIONS = 'preemptions';

/** What may go wrong between threads, and the root that counts it and describes it in a sentence. */
export const FLAWS = { lost: 'lost updates', stale: 'stale checks', half: 'half-done reads' } as const;
export type FlawKind = keyof typeof FLAWS;
export const FLAW_KINDS = ['lost', 'stale', 'half'] as const satisfies readonly FlawKind[];

/** A read or a write of a shared variable. */
export interface Access {
  readonly kind: 'read' | 'wrote';
  readonly of: string;
  readonly value: string;
}

/** The read or write that a mark describes; null for any other mark, and where the value is not known. */
export function accessOf(mark: Label): Access | null {
  if (!isFact(mark, 'read') && !isFact(mark, 'wrote')) return null;
  const { variable, value } = mark.fields;
  return value === null ? null : { kind: mark.fact, of: variable, value };
}

/** What went wrong by a mark; a bad mark of an unknown kind counts as a stale look at a variable. */
export function flawKindOf(mark: Label): FlawKind {
  if (isFact(mark, 'lost update')) return 'lost';
  return isFact(mark, 'half-done read') ? 'half' : 'stale';
}

/** The write that a link says was overwritten; null when it speaks of something else. */
export function overwrittenBy(why: Label): Access | null {
  if (!isFact(why, 'lost update')) return null;
  const { variable, overwritten } = why.fields;
  return overwritten === null ? null : { kind: 'wrote', of: variable, value: overwritten };
}
