/** Which signs a picture holds, so that the legend explains those and no others. */
import type { Order } from './eventSequence.ts';

/** In the order of the legend. */
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

export function signsOf(order: Order): readonly Sign[] {
  const seen = new Set<string>();
  for (const { course, events, flawed } of order.threads) {
    for (let index = 0; index < Math.min(SAMPLE, course.count); index += 1) {
      seen.add(course.spell(index, order.count)?.state ?? '');
    }
    for (const { what } of events.slice(0, SAMPLE)) {
      if (what.kind !== 'waiting') seen.add(what.kind);
    }
    for (const { flaw } of flawed.slice(0, SAMPLE)) seen.add(flaw?.kind ?? '');
  }
  if (order.overwrites.length > 0) seen.add('overwrote');
  if (order.locks.some((lock) => lock.queue.some((level) => level.waiting > 0))) seen.add('queue');
  return SIGNS.filter((sign) => seen.has(sign));
}
