/** One column of a chunk of events: two bytes a number while all are small, four as soon as one is not. */

/** Small numbers are kept one higher, so that -1, which stands for nothing, is among them. */
const SHIFT = 1;
const MOST = 0xffff;

export class NarrowColumn {
  #numbers: Uint16Array | Int32Array;
  #shift = SHIFT;

  constructor(length: number) {
    this.#numbers = new Uint16Array(length);
  }

  set(slot: number, value: number): void {
    const shifted = value + this.#shift;
    if (this.#shift === SHIFT && (shifted < 0 || shifted > MOST)) {
      this.#numbers = Int32Array.from(this.#numbers, (number) => number - SHIFT);
      this.#shift = 0;
    }
    this.#numbers[slot] = value + this.#shift;
  }

  at(slot: number): number {
    return (this.#numbers[slot] ?? 0) - this.#shift;
  }
}
