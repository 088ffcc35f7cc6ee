/** The squares of a QR code, and how many of them can be told apart from afar. Pure. */
import { encode } from 'uqr';

/** What fits at the lowest level of error correction, in bytes. */
export const MOST_QR_BYTES = 2953;

/**
 * More squares a side than these a phone does not tell apart from the back of a classroom: at eight metres its camera
 * needs about 12 mm a square, and a code on a wall is hardly higher than 75 cm.
 */
export const BACK_ROW_SQUARES = 61;

export interface QrSquares {
  /** how many a side, without the margin */
  readonly size: number;
  /** the dark ones, as the path of an SVG */
  readonly path: string;
}

/** The code of a text; null where it is too long for any. */
export function qrOf(text: string): QrSquares | null {
  if (new TextEncoder().encode(text).length > MOST_QR_BYTES) return null;
  const { data, size } = encode(text, { ecc: 'L', border: 0 });
  const rows = data.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')).join(''));
  return { size, path: rows.join('') };
}
