/** Binary search over things in an order, mostly that of time. */
import type { Items, Times } from './items.ts';
import type { Micros } from './vocabulary.ts';

/** How many of `count` things, whose times never decrease, happened at or before `moment`. */
export function countUntil(count: number, timeAt: (index: number) => Micros, moment: Micros): number {
  return firstWithout((index) => timeAt(index) <= moment, 0, count);
}

/**
 * How many of `count` things a condition holds for, which holds up to one of them and for none after. It is known to hold
 * for the first `from`; the search begins there and goes on by leaps, as the last is likely near.
 */
export function countWhile(count: number, holds: (index: number) => boolean, from = 0): number {
  let step = 1;
  let low = from;
  while (low + step <= count && holds(low + step - 1)) {
    low += step;
    step *= 2;
  }
  return firstWithout(holds, low, Math.min(low + step - 1, count));
}

/** The first from `from` up to `to` (not included) for which a condition does not hold; `to` where it holds for all. */
function firstWithout(holds: (index: number) => boolean, from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of `things` happened at or before `moment`; an array counts by the `time` of its items. */
export function itemsUntil(things: Times | readonly { readonly time: Micros }[], moment: Micros): number {
  if ('timeAt' in things) return countUntil(things.length, (index) => things.timeAt(index), moment);
  return countUntil(things.length, (index) => things[index]?.time ?? Infinity, moment);
}

/** How many of `times` are at or before `moment`. */
export function timesUntil(times: readonly Micros[], moment: Micros): number {
  return countUntil(times.length, (index) => times[index] ?? Infinity, moment);
}

/** The last of `items` that happened at or before `moment`. */
export function lastUntil<T>(items: Items<T>, moment: Micros): T | null;
export function lastUntil<T extends { readonly time: Micros }>(items: readonly T[], moment: Micros): T | null;
export function lastUntil<T extends { readonly time: Micros }>(
  items: Items<T> | readonly T[],
  moment: Micros,
): T | null {
  const count = itemsUntil(items, moment);
  return count === 0 ? null : (items.at(count - 1) ?? null);
}
