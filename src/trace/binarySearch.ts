/** Binary search over things that happen in the order of time. */
import type { Micros } from './vocabulary.ts';

/** How many of `count` things, whose times never decrease, happened at or before `moment`. */
export function countUntil(count: number, timeAt: (index: number) => Micros, moment: Micros): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (timeAt(middle) <= moment) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of `times` are at or before `moment`. */
export function timesUntil(times: readonly Micros[], moment: Micros): number {
  return countUntil(times.length, (index) => times[index] ?? Infinity, moment);
}

/** How many of `items` have a `time` at or before `moment`. */
export function itemsUntil(items: readonly { readonly time: Micros }[], moment: Micros): number {
  return countUntil(items.length, (index) => items[index]?.time ?? Infinity, moment);
}

/** The last of `items` with a `time` at or before `moment`. */
export function lastUntil<T extends { readonly time: Micros }>(
  items: readonly T[],
  moment: Micros,
): T | null {
  return items[itemsUntil(items, moment) - 1] ?? null;
}
