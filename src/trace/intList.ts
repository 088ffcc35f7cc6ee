/** A list of whole numbers that grows: four bytes a number, however many there are. */

/** A short list is a plain array, which costs least where there are very many of them. */
const SHORT = 256;
/** After that it grows by chunks of so many, and never copies one. */
const CHUNK_BITS = 10;
const CHUNK = 1 << CHUNK_BITS;

export class IntList {
  #short: number[] = [];
  #chunks: Int32Array[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Adds a number; returns where it stands. */
  push(value: number): number {
    const index = this.#length;
    this.#length += 1;
    if (index < SHORT) this.#short.push(value);
    else {
      const slot = (index - SHORT) & (CHUNK - 1);
      if (slot === 0) this.#chunks.push(new Int32Array(CHUNK));
      this.set(index, value);
    }
    return index;
  }

  /** Puts another number in the place of number `index`. */
  set(index: number, value: number): void {
    if (index < SHORT) {
      this.#short[index] = value;
      return;
    }
    const chunk = this.#chunks[(index - SHORT) >> CHUNK_BITS];
    if (chunk !== undefined) chunk[(index - SHORT) & (CHUNK - 1)] = value;
  }

  /** Number `index`; -1 where there is none. */
  at(index: number): number {
    if (index < 0 || index >= this.#length) return -1;
    if (index < SHORT) return this.#short[index] ?? -1;
    return this.#chunks[(index - SHORT) >> CHUNK_BITS]?.[(index - SHORT) & (CHUNK - 1)] ?? -1;
  }

  /** The last number; -1 where there is none. */
  get last(): number {
    return this.at(this.#length - 1);
  }

  /** Takes the last number away. */
  pop(): void {
    if (this.#length === 0) return;
    this.#length -= 1;
    if (this.#length < SHORT) this.#short.pop();
    else if (((this.#length - SHORT) & (CHUNK - 1)) === 0) this.#chunks.pop();
  }

  /** How many numbers are at most `value`; they must never decrease. */
  countUntil(value: number): number {
    let low = 0;
    let high = this.#length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.at(middle) <= value) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** For who has nothing to list yet. Nobody adds to it. */
export const NO_INTS = new IntList();
