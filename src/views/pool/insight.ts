/** Insight: what matters most about the pools at a moment, in a few words and a sentence. Pure. */
import { pool as words } from '../../messages/en.ts';
import type { Micros, Place } from '../../trace/vocabulary.ts';
import { lengthBy, usualPlace, type Figures } from './figures.ts';
import type { PoolAt } from './slots.ts';

export interface Insight {
  readonly bad: boolean;
  readonly head: string;
  readonly rest: string;
}

type Where = (place: Place | null) => string;

/** Null before any pool was asked for a connection. */
export function insightOf(
  figures: Figures,
  pools: readonly PoolAt[],
  moment: Micros,
  where: Where,
): Insight | null {
  const { out, waiting, timeouts, lastTimeout, collected } = figures;
  if (pools.length === 0) return null;
  if (timeouts > 0) {
    const waited = lastTimeout === null ? 0 : lengthBy(lastTimeout, moment);
    return { bad: true, head: words.gaveUp(timeouts, waited), rest: whatIsOut(figures, where) };
  }
  if (waiting.length > 0) {
    const longest = waiting.reduce((most, interval) => Math.max(most, lengthBy(interval, moment)), 0);
    return { bad: false, head: words.wait(waiting.length, longest), rest: whatIsOut(figures, where) };
  }
  if (collected > 0) {
    return { bad: true, head: words.broughtBack(collected), rest: words.byLuck };
  }
  return {
    bad: false,
    head: words.handedOut(figures.checkouts),
    rest: out.length > 0 ? whatIsOut(figures, where) : words.allBack(figures.checkouts, figures.dropped),
  };
}

/** Who keeps what the others want. */
function whatIsOut({ out, collected }: Figures, where: Where): string {
  // Several may share one.
  const connections = new Set(out.map(({ connection }) => connection)).size;
  if (connections > 0) return words.areOut(connections, where(usualPlace(out)));
  return collected > 0 ? words.later(collected) : words.noneOut;
}
