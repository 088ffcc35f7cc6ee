/** Which events a sentence about what went wrong names: the read and the write that did not fit together. Pure. */
import { countUntil } from '../../../trace/binarySearch.ts';
import { isFact } from '../../../trace/facts.ts';
import type { EventSequence } from './eventSequence.ts';
import type { Insight } from './insight.ts';
import type { Access } from './names.ts';

/** The ranks of those events, in order; the last is the one in which it went wrong. */
export function ranksNamed(sequence: EventSequence, { label, time }: Insight): readonly number[] {
  const at = sequence.rankAt(time);
  const last = (kind: Access['kind'], thread: string, variable: string, before = at) =>
    lastAccess(sequence, before, thread, { kind, of: variable });
  const found = [at];
  if (isFact(label, 'lost update') || isFact(label, 'stale check')) {
    const { thread, other, variable } = label.fields;
    found.push(...last('read', thread, variable), ...last('wrote', other, variable));
  } else if (isFact(label, 'half-done read')) {
    const { thread, variable, reader, second } = label.fields;
    found.push(...last('wrote', thread, variable), ...last('read', reader, second, at + 1));
  }
  return [...new Set(found)].filter((rank) => rank > 0).toSorted((one, other) => one - other);
}

/** The rank of the last such access of a thread before another; none where there is none. */
function lastAccess(
  { threads }: EventSequence,
  before: number,
  thread: string,
  { kind, of }: Pick<Access, 'kind' | 'of'>,
): readonly number[] {
  const row = threads.find(({ lane }) => lane.label === thread);
  if (row === undefined) return [];
  const { events } = row;
  for (
    let index = countUntil(events.length, (at) => events.rankAt(at), before - 1) - 1;
    index >= 0;
    index -= 1
  ) {
    const event = events.at(index);
    if (event?.what.kind === kind && event.what.of === of) return [event.rank];
  }
  return [];
}
