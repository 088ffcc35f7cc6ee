/** Base64url without `=`: bytes as letters that an address may hold (RFC 4648, section 5). Pure. */

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const NUMBERS = new Map(Array.from(LETTERS, (letter, number) => [letter, number]));

export function toBase64url(bytes: Uint8Array): string {
  let letters = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second, third] = bytes.subarray(at, at + 3);
    const word = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    const count = second === undefined ? 2 : third === undefined ? 3 : 4;
    for (let letter = 0; letter < count; letter += 1) letters += LETTERS[(word >> (18 - 6 * letter)) & 63];
  }
  return letters;
}

interface Read {
  readonly bytes: Uint8Array;
  /** false where bits are left over, as of letters that were cut off in the middle of a byte */
  readonly isWhole: boolean;
}

/** The bytes that letters stand for; null where one is no letter of these. */
export function fromBase64url(letters: string): Read | null {
  const bytes = new Uint8Array(Math.floor((letters.length * 3) / 4));
  let [waiting, bits, at] = [0, 0, 0];
  for (const letter of letters) {
    const number = NUMBERS.get(letter);
    if (number === undefined) return null;
    waiting = (waiting << 6) | number;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = waiting >> bits;
    at += 1;
    waiting &= (1 << bits) - 1;
  }
  return { bytes, isWhole: bits < 6 && waiting === 0 };
}
