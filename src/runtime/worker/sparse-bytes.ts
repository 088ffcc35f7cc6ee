/** Bytes without their long stretches of zeros, of which Python's memory has more than of anything else. Pure. */

export interface SparseBytes {
  readonly length: number;
  /** in order; between them all is zero */
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
  return { length: bytes.length, parts };
}

/** The first `end` bytes again. */
export function dense({ parts }: SparseBytes, end: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(end);
  for (const part of parts) {
    if (part.at < end) bytes.set(part.bytes.subarray(0, end - part.at), part.at);
  }
  return bytes;
}

/** Puts the bytes from `start` on into `target`, which is zero from its byte `used` on. */
export function fill(target: Uint8Array, { parts }: SparseBytes, start: number, used: number): void {
  let done = 0;
  for (const part of parts) {
    const inPart = Math.max(0, start - part.at);
    if (inPart >= part.bytes.length) continue;
    const at = part.at + inPart - start;
    target.fill(0, done, Math.max(done, Math.min(at, used)));
    target.set(part.bytes.subarray(inPart), at);
    done = at + part.bytes.length - inPart;
  }
  target.fill(0, done, Math.max(done, used));
}

function isZero(bytes: Uint8Array, from: number, end: number): boolean {
  for (let at = from; at < end; at += 1) if (bytes[at] !== 0) return false;
  return true;
}
