/** What the probe of threads writes into names: its tracks, and the marks on a thread. Pure. */

/** Roots of the tracks that this view draws. */
export const THREADS = 'threads';
export const LOCKS = 'locks';
export const SHARED = 'shared';
export const SWITCHES = 'switches';
export const PREEMPTIONS = 'preemptions';

/** What may go wrong between threads, and the root that counts it and tells of it in a sentence. */
export const FLAWS = { lost: 'lost updates', stale: 'stale checks', half: 'half-done reads' } as const;
export type FlawKind = keyof typeof FLAWS;
export const FLAW_KINDS = ['lost', 'stale', 'half'] as const satisfies readonly FlawKind[];

/** A read or a write of a shared variable. */
export interface Access {
  readonly kind: 'read' | 'wrote';
  readonly of: string;
  readonly value: string;
}

/** `read counter = 41`, `wrote stock['apples'] = 0`; null for any other mark. */
export function accessOf(mark: string): Access | null {
  const found = /^(read|wrote) ([^[]+?(?:\[.*?\][^[=]*?)*) = (.*)$/s.exec(mark);
  if (found === null) return null;
  const [, verb, of = '', value = ''] = found;
  return { kind: verb === 'read' ? 'read' : 'wrote', of, value };
}

/** `lost update of counter`; a bad mark of an unknown kind counts as a stale look at the variable. */
export function flawKindOf(mark: string): FlawKind {
  if (mark.startsWith('lost update')) return 'lost';
  return mark.startsWith('half-done') ? 'half' : 'stale';
}

/** The mark of the write that `overwrote counter = 42` speaks of; null when it speaks of something else. */
export function overwrittenBy(why: string): string | null {
  return why.startsWith('overwrote ') ? `wrote ${why.slice('overwrote '.length)}` : null;
}
