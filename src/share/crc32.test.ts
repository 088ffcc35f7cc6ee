/** CRC-32, by its well-known check value. */
import { expect, it } from 'vitest';
import { crc32, crc32OfText } from './crc32.ts';

it('is that of zip and PNG', () => {
  expect(crc32OfText('123456789')).toBe(0xcbf43926);
  expect(crc32OfText('')).toBe(0);
});

it('goes on where another one ended', () => {
  expect(crc32(new TextEncoder().encode('6789'), crc32OfText('12345'))).toBe(crc32OfText('123456789'));
});
