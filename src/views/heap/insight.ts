/** Insight: what a run's memory comes to: a pile of reachable objects, garbage that was late, or neither. Pure. */
import { heapWords as words } from '../../messages/en.ts';
import type { Summary } from './summary.ts';

export interface Insight {
  readonly kind: 'running' | 'leak' | 'late' | 'clean';
  readonly what: string;
  readonly why: string;
}

/** So many objects of one class are a pile; one or none is what any program has at its end. */
const PILE = 2;

/**
 * Before the end only figures are known. At the end what the collector's last run has left is reachable, and what it
 * has freed was not: that is the difference between a leak and late garbage, and no more is said than that.
 */
export function insightOf(summary: Summary): Insight {
  const { classes, late, collections, freed, traced } = summary;
  const off = summary.collectorOff ? ` ${words.off}` : '';
  const collector = words.collector(collections, freed);
  if (!summary.ended) {
    return { kind: 'running', what: words.soFar(traced?.now ?? 0), why: `${collector}${off}` };
  }
  const [most] = classes;
  const [latest] = late.toSorted((one, other) => other.count - one.count);
  if (most !== undefined && most.now >= PILE) {
    const too = latest === undefined ? '' : ` ${words.lateToo(latest.count, latest.label)}`;
    return { kind: 'leak', what: words.leak(most.now, most.label), why: `${words.leakWhy}${too}${off}` };
  }
  if (latest !== undefined) {
    const why = `${words.lateWhy} ${collector}${off}`;
    return { kind: 'late', what: words.late(latest.count, latest.label), why };
  }
  const left = classes.filter(({ now }) => now > 0).map(({ now, label }) => words.one(now, label));
  return {
    kind: 'clean',
    what: words.clean,
    why: `${words.cleanWhy(left)}${freed > 0 ? ` ${collector}` : ''}${off}`,
  };
}
