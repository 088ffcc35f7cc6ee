/** Bytes one after another: numbers of any size in as few as they need, and texts. Pure. */

const MORE = 0x80;
const LOW = 0x7f;

/** Writes what `ByteReader` reads. */
export class ByteWriter {
  #bytes: number[] = [];

  byte(value: number): void {
    this.#bytes.push(value & 0xff);
  }

  /** A whole number from 0: seven bits a byte, the lowest first (a varint). */
  natural(value: number): void {
    let rest = value;
    while (rest > LOW) {
      this.#bytes.push((rest % MORE) | MORE);
      rest = Math.floor(rest / MORE);
    }
    this.#bytes.push(rest);
  }

  /** 32 bits, the lowest byte first. */
  word(value: number): void {
    for (let shift = 0; shift < 32; shift += 8) this.#bytes.push((value >>> shift) & 0xff);
  }

  real(value: number): void {
    const bytes = new DataView(new ArrayBuffer(8));
    bytes.setFloat64(0, value, true);
    this.raw(new Uint8Array(bytes.buffer));
  }

  text(value: string): void {
    const bytes = new TextEncoder().encode(value);
    this.natural(bytes.length);
    this.raw(bytes);
  }

  raw(bytes: Uint8Array): void {
    for (const byte of bytes) this.#bytes.push(byte);
  }

  done(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

/** The bytes are not what was to be read: they end too early, or stand for nothing. */
export class UnreadableBytes extends Error {
  override name = 'UnreadableBytes';
}

/** Reads bytes in the order in which they were written. @throws UnreadableBytes from each of its methods. */
export class ByteReader {
  #at = 0;
  #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** How many bytes are still to be read. */
  get left(): number {
    return this.#bytes.length - this.#at;
  }

  byte(): number {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) throw new UnreadableBytes('they end too early');
    this.#at += 1;
    return byte;
  }

  natural(): number {
    let [value, unit] = [0, 1];
    for (;;) {
      const byte = this.byte();
      value += (byte & LOW) * unit;
      if (value > Number.MAX_SAFE_INTEGER) throw new UnreadableBytes('a number is too large');
      if ((byte & MORE) === 0) return value;
      unit *= MORE;
    }
  }

  word(): number {
    let value = 0;
    for (let shift = 0; shift < 32; shift += 8) value |= this.byte() << shift;
    return value >>> 0;
  }

  real(): number {
    const bytes = this.raw(8);
    return new DataView(bytes.buffer, bytes.byteOffset).getFloat64(0, true);
  }

  text(): string {
    const bytes = this.raw(this.natural());
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      throw new UnreadableBytes('a text is not UTF-8');
    }
  }

  raw(length: number): Uint8Array {
    if (length > this.left) throw new UnreadableBytes('they end too early');
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }
}
