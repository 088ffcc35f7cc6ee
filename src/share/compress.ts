/** Compression of a link's content: raw deflate with a dictionary that both ends have. Pure and synchronous. */
import { deflateSync, Inflate } from 'fflate';
import { failure, success, type Result } from '../base/result.ts';

/** Bytes given to the decompressor at once: they become at most a thousand times as many before somebody counts. */
const PORTION = 256;

export function compressed(bytes: Uint8Array, dictionary: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level: 9, mem: 4, dictionary });
}

/** What was compressed; it stops as soon as it would become more than `most` bytes. */
export function decompressed(
  bytes: Uint8Array,
  dictionary: Uint8Array,
  most: number,
): Result<Uint8Array, 'unreadable' | 'too large'> {
  const portions: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate({ dictionary }, (portion) => {
    length += portion.length;
    portions.push(portion);
  });
  try {
    for (let at = 0; at < bytes.length; at += PORTION) {
      inflate.push(bytes.subarray(at, at + PORTION), at + PORTION >= bytes.length);
      if (length > most) return failure('too large');
    }
  } catch {
    return failure('unreadable');
  }
  return success(joined(portions, length));
}

function joined(portions: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const portion of portions) {
    whole.set(portion, at);
    at += portion.length;
  }
  return whole;
}
