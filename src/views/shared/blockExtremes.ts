/** Block extremes: the least and the greatest of many numbers that grow, without looking at each. Pure. */

/** Of so many numbers the least and the greatest are kept. */
const BLOCK = 64;

export type Extremes = readonly [least: number, greatest: number];

/** The numbers themselves are kept elsewhere, and read there by their index; where there is none it is null. */
export class BlockExtremes {
  readonly #valueAt: (index: number) => number | null;
  readonly #least: number[] = [];
  readonly #greatest: number[] = [];
  #count = 0;

  constructor(valueAt: (index: number) => number | null) {
    this.#valueAt = valueAt;
  }

  /** How many have been pushed. */
  get count(): number {
    return this.#count;
  }

  push(value: number | null): void {
    const block = Math.floor(this.#count / BLOCK);
    this.#count += 1;
    this.#least[block] = Math.min(this.#least[block] ?? Infinity, value ?? Infinity);
    this.#greatest[block] = Math.max(this.#greatest[block] ?? -Infinity, value ?? -Infinity);
  }

  /** Of those from `from` up to `to` (not included), all pushed. Of none the least is infinite, the greatest minus infinity. */
  between(from: number, to: number): Extremes {
    let [least, greatest] = [Infinity, -Infinity];
    let index = from;
    while (index < to) {
      const block = index / BLOCK;
      const isWhole = Number.isInteger(block) && index + BLOCK <= to;
      const value = isWhole ? null : this.#valueAt(index);
      least = Math.min(least, (isWhole ? this.#least[block] : value) ?? Infinity);
      greatest = Math.max(greatest, (isWhole ? this.#greatest[block] : value) ?? -Infinity);
      index += isWhole ? BLOCK : 1;
    }
    return [least, greatest];
  }
}
