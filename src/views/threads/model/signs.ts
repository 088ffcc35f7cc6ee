/** Which signs a picture holds, so that the legend explains those and no others. */
import type { EventSequence } from './eventSequence.ts';

/** In the sequence of the legend. */
export const SIGNS = [
  'running',
  'ready',
  'waiting',
  'read',
  'wrote',
  'acquired',
  'released',
  'queue',
  'lost',
  'stale',
  'half',
  'overwrote',
] as const;
export type Sign = (typeof SIGNS)[number];

/** Looked at in each row, so that a long run costs no more than a short one. */
const SAMPLE = 200;

export function signsOf(sequence: EventSequence): readonly Sign[] {
  const seen = new Set<string>();
  for (const { segments, events, flawed } of sequence.threads) {
    for (let index = 0; index < Math.min(SAMPLE, segments.count); index += 1) {
      seen.add(segments.segment(index, sequence.count)?.state ?? '');
    }
    for (let index = 0; index < Math.min(SAMPLE, events.length); index += 1) {
      const kind = events.at(index)?.what.kind ?? '';
      if (kind !== 'waiting') seen.add(kind);
    }
    for (let index = 0; index < Math.min(SAMPLE, flawed.length); index += 1) {
      seen.add(flawed.at(index)?.flaw?.kind ?? '');
    }
  }
  if (sequence.overwrites.length > 0) seen.add('overwrote');
  if (sequence.locks.some(({ waitedFor }) => waitedFor)) seen.add('queue');
  return SIGNS.filter((sign) => seen.has(sign));
}
