/** Base64url without `=`: bytes as letters that an address may hold (RFC 4648, section 5). Pure. */

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const NO_LETTER = 64;
/** The number of each letter by its code. */
const NUMBERS = Uint8Array.from({ length: 128 }, (_, code) => {
  const number = LETTERS.indexOf(String.fromCharCode(code));
  return number === -1 ? NO_LETTER : number;
});

export function toBase64url(bytes: Uint8Array): string {
  let letters = '';
  let [waiting, bits] = [0, 0];
  for (const byte of bytes) {
    waiting = (waiting << 8) | byte;
    bits += 8;
    while (bits >= 6) {
      bits -= 6;
      letters += LETTERS.charAt(waiting >> bits);
      waiting &= (1 << bits) - 1;
    }
  }
  return bits === 0 ? letters : letters + LETTERS.charAt(waiting << (6 - bits));
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
  for (let index = 0; index < letters.length; index += 1) {
    const number = NUMBERS[letters.charCodeAt(index)] ?? NO_LETTER;
    if (number === NO_LETTER) return null;
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
