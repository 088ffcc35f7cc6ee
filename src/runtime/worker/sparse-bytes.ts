/** Bytes without their long stretches of zeros, of which Python's memory has more than of anything else. Pure. */

export interface SparseBytes {
  readonly length: number;
  /** so many bytes at the beginning of the memory are the interpreter's own where no part says otherwise */
  readonly own: number;
  /** in order; between them all else is zero */
  readonly parts: readonly { readonly at: number; readonly bytes: Uint8Array<ArrayBuffer> }[];
}

/** Zeros are left out in blocks of so many bytes. */
const BLOCK = 4096;

/** Leaves the zeros out. The parts are copies, each with a buffer of its own. */
export function sparse(bytes: Uint8Array<ArrayBuffer>): SparseBytes {
  const parts: { at: number; bytes: Uint8Array<ArrayBuffer> }[] = [];
  let from = 0;
  const upTo = (end: number): void => {
    if (end > from) parts.push({ at: from, bytes: bytes.slice(from, end) });
  };
  for (let at = 0; at < bytes.length; at += BLOCK) {
    if (!isZero(bytes, at, Math.min(at + BLOCK, bytes.length))) continue;
    upTo(at);
    from = at + BLOCK;
  }
  upTo(bytes.length);
  return { length: bytes.length, own: 0, parts };
}

/** The first `end` bytes again. */
export function dense({ parts }: SparseBytes, end: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(end);
  for (const part of parts) {
    if (part.at < end) bytes.set(part.bytes.subarray(0, end - part.at), part.at);
  }
  return bytes;
}

/**
 * Puts the bytes from `start` on into `target`, which is zero from its byte `used` on. `own` is how it began, as far as
 * the bytes are its own.
 */
export function fill(
  target: Uint8Array,
  bytes: SparseBytes,
  start: number,
  used: number,
  own: Uint8Array,
): void {
  target.fill(0, 0, used);
  target.set(own);
  lay(target, bytes, start);
}

/** Puts the parts from `start` on over what `target` has. */
export function lay(target: Uint8Array, { parts }: SparseBytes, start: number): void {
  for (const { at, bytes } of parts) {
    const before = Math.max(0, start - at);
    if (before < bytes.length) target.set(bytes.subarray(before), at + before - start);
  }
}

/** Numbers at the head of packed bytes: the length, how much is the interpreter's own, how many parts. */
const HEAD_NUMBERS = 3;

/** Reads bytes that `boot/make-memory.mjs` has packed; the parts are views of them. */
export function unpacked(packed: ArrayBuffer): SparseBytes {
  const [length = 0, own = 0, count = 0] = new Uint32Array(packed, 0, HEAD_NUMBERS);
  const index = new Uint32Array(packed, HEAD_NUMBERS * Uint32Array.BYTES_PER_ELEMENT, 2 * count);
  let from = index.byteOffset + index.byteLength;
  const parts = Array.from({ length: count }, (_, number) => {
    const [at = 0, bytes = 0] = index.subarray(2 * number);
    from += bytes;
    return { at, bytes: new Uint8Array(packed, from - bytes, bytes) };
  });
  return { length, own, parts };
}

function isZero(bytes: Uint8Array, from: number, end: number): boolean {
  for (let at = from; at < end; at += 1) if (bytes[at] !== 0) return false;
  return true;
}
