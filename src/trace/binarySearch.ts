/** Binary search over things that happen in the order of time. */
import type { Items, Times } from './items.ts';
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

/** The same of things of which the first `known` did, where the last that did is likely near. */
export function countOn(
  known: number,
  count: number,
  timeAt: (index: number) => Micros,
  moment: Micros,
): number {
  let step = 1;
  let low = known;
  while (low + step <= count && timeAt(low + step - 1) <= moment) {
    low += step;
    step *= 2;
  }
  return low + countUntil(Math.min(step - 1, count - low), (index) => timeAt(low + index), moment);
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
