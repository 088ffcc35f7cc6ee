/** Numbers as bits (Rice's code): short where most numbers are of one size and nothing else is to be known of them. */
import { UnreadableBytes } from '../bytes.ts';

/** So many ones in a row say that the number follows as it is. */
const ESCAPE = 24;
const WIDEST = 53;
/** Larger sizes than this do not occur: the escape serves them. */
const SIZES = 32;

/** The size with which these numbers take the fewest bits. */
export function bestSize(numbers: readonly number[]): number {
  const costs = Array.from({ length: SIZES }, (_, size) =>
    numbers.reduce((bits, number) => bits + bitsOf(number, size), 0),
  );
  return costs.indexOf(Math.min(...costs));
}

function bitsOf(number: number, size: number): number {
  const quotient = Math.floor(number / 2 ** size);
  return quotient < ESCAPE ? quotient + 1 + size : ESCAPE + WIDEST;
}

/** Each number as its quotient by two to the power of `size`, in ones with a zero behind, and `size` bits of the rest. */
export function toBits(numbers: readonly number[], size: number): Uint8Array {
  const bits: number[] = [];
  const put = (value: number, count: number) => {
    for (let bit = count - 1; bit >= 0; bit -= 1) bits.push(Math.floor(value / 2 ** bit) % 2);
  };
  for (const number of numbers) {
    const quotient = Math.floor(number / 2 ** size);
    for (let one = 0; one < Math.min(quotient, ESCAPE); one += 1) bits.push(1);
    if (quotient >= ESCAPE) put(number, WIDEST);
    else {
      bits.push(0);
      put(number, size);
    }
  }
  const bytes = new Uint8Array(Math.ceil(bits.length / 8));
  bits.forEach((bit, at) => {
    bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (bit << (7 - (at & 7)));
  });
  return bytes;
}

/** So many numbers that `toBits` has written, and nothing behind them. @throws UnreadableBytes for everything else */
export function fromBits(bytes: Uint8Array, count: number, size: number): readonly number[] {
  let at = 0;
  const bit = (): number => {
    const byte = bytes[at >> 3];
    if (byte === undefined) throw new UnreadableBytes('they end too early');
    at += 1;
    return (byte >> (8 - (at & 7 || 8))) & 1;
  };
  const take = (length: number): number => {
    let value = 0;
    for (let taken = 0; taken < length; taken += 1) value = value * 2 + bit();
    return value;
  };
  const number = (): number => {
    let quotient = 0;
    while (quotient < ESCAPE && bit() === 1) quotient += 1;
    return quotient === ESCAPE ? take(WIDEST) : quotient * 2 ** size + take(size);
  };
  const numbers = Array.from({ length: count }, number);
  if (Math.ceil(at / 8) !== bytes.length) throw new UnreadableBytes('there is more than was to be read');
  return numbers;
}
