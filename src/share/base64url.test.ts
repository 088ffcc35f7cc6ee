/** Base64url, compared with Node's own. */
import { describe, expect, it } from 'vitest';
import { chanceFrom } from '../testing/randomState.ts';
import { fromBase64url, toBase64url } from './base64url.ts';

describe('base64url', () => {
  it('writes and reads what Node writes', () => {
    const chance = chanceFrom(1);
    for (let length = 0; length < 100; length += 1) {
      const bytes = Uint8Array.from({ length }, () => Math.floor(chance() * 256));
      const letters = Buffer.from(bytes).toString('base64url');
      expect(toBase64url(bytes)).toBe(letters);
      expect(fromBase64url(letters)).toEqual({ bytes, isWhole: true });
    }
  });

  it('knows no other letters', () => {
    expect(['A=', 'A+', 'A/', 'é', '漢'].map(fromBase64url)).toEqual([null, null, null, null, null]);
  });

  it('notices bits that belong to no byte', () => {
    expect(['A', 'AB', 'AAB'].map((letters) => fromBase64url(letters)?.isWhole)).toEqual([
      false,
      false,
      false,
    ]);
  });
});
