/** CRC-32 as zip and PNG have it: finds every damage of up to 32 bits in a row. Pure. */

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1;
  return sum;
});

/** @param before the checksum of what comes before these bytes */
export function crc32(bytes: Uint8Array, before = 0): number {
  let sum = ~before;
  for (const byte of bytes) sum = (TABLE[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8);
  return ~sum >>> 0;
}

/** The checksum of a text in UTF-8. */
export function crc32OfText(text: string): number {
  return crc32(new TextEncoder().encode(text));
}
