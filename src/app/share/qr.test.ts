/** The squares of a QR code, read by another library. */
import jsQr from 'jsqr';
import { describe, expect, it } from 'vitest';
import { BACK_ROW_SQUARES, MOST_QR_BYTES, qrOf } from './qr.ts';

/** Eight pixels a square, and a margin of four squares. */
const SCALE = 8;
const MARGIN = 4;

function read(text: string): string | undefined {
  const squares = qrOf(text);
  if (squares === null) throw new Error('too long');
  const side = (squares.size + 2 * MARGIN) * SCALE;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y] of squares.path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    const [left, top] = [(Number(x) + MARGIN) * SCALE, (Number(y) + MARGIN) * SCALE];
    for (let row = top; row < top + SCALE; row += 1) {
      for (let column = left; column < left + SCALE; column += 1) {
        pixels.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
      }
    }
  }
  return jsQr(pixels, side, side)?.data;
}

describe('the QR code of a link', () => {
  it.each([
    'https://example.org/#/threads/3',
    `https://example.org/faultline/#/asyncio/A${'aB3-_'.repeat(40)}`,
  ])('is read as it was written: %s', (link) => {
    expect(read(link)).toBe(link);
  });

  it('can be scanned from the back row while the link is short', () => {
    expect(qrOf('https://example.org/#/threads/3')?.size).toBeLessThanOrEqual(BACK_ROW_SQUARES);
    expect(qrOf('x'.repeat(300))?.size).toBeLessThanOrEqual(BACK_ROW_SQUARES);
    expect(qrOf('x'.repeat(600))?.size).toBeGreaterThan(BACK_ROW_SQUARES);
  });

  it('is none where the link is too long for any', () => {
    expect(qrOf('x'.repeat(MOST_QR_BYTES))).not.toBeNull();
    expect(qrOf('x'.repeat(MOST_QR_BYTES + 1))).toBeNull();
  });
});
