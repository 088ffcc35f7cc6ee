/** Oversize: whether a message has more in it than any run may say, counted before anything walks or checks it. */

/** What one message may hold in all, nested as deep as it may be. */
const MOST = {
  /** items of lists, holes among them */
  items: 2_000_000,
  /** objects that are no lists; each of them is checked by a schema */
  objects: 20_000,
  /** of one object */
  keys: 100,
  chars: 8_000_000,
  bytes: 32_000_000,
  depth: 12,
};

/** One look at a message. It ends as soon as anything is too much, so that a refusal costs no more than a message may. */
class SizeCheck {
  #items = 0;
  #objects = 0;
  #chars = 0;

  exceeds(value: unknown, depth = 1): boolean {
    if (typeof value === 'string') {
      this.#chars += value.length;
      return this.#chars > MOST.chars;
    }
    if (typeof value !== 'object' || value === null) return false;
    if (depth > MOST.depth) return true;
    if (Array.isArray(value)) return this.#listExceeds(value, depth);
    // The buffer crosses as a whole, whatever part of it is looked at.
    if (ArrayBuffer.isView(value)) return value.buffer.byteLength > MOST.bytes;
    return this.#objectExceeds(value, depth);
  }

  /** The length is counted first: a list of 2^32 - 1 holes is small to send, and endless to walk. */
  #listExceeds(list: readonly unknown[], depth: number): boolean {
    this.#items += list.length;
    if (this.#items > MOST.items) return true;
    for (let index = 0; index < list.length; index += 1)
      if (this.exceeds(list[index], depth + 1)) return true;
    return false;
  }

  #objectExceeds(object: object, depth: number): boolean {
    this.#objects += 1;
    if (this.#objects > MOST.objects) return true;
    const keys = Object.keys(object);
    return keys.length > MOST.keys || keys.some((key) => this.exceeds(Reflect.get(object, key), depth + 1));
  }
}

/** Whether a message, as it came out of a structured clone, is too large to be read. */
export function isOversize(message: unknown): boolean {
  return new SizeCheck().exceeds(message);
}
