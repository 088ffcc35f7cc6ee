/** Pill: where the playhead's words stand on the axis, and which labels they hide. Pure. */

/** Beside the words, within the pill; and between the pill and the edge of the figure. CSS pixels. */
const PADDING = 6;
const MARGIN = 2;
/** Between a label and what it must not touch. */
const APART = 3;

export interface Pill {
  readonly text: string;
  readonly left: number;
  readonly width: number;
}

/** A pill around words of this width with its middle at `x`, kept within a figure of this width. */
export function pillAt(x: number, text: string, words: number, figure: number): Pill {
  const width = words + 2 * PADDING;
  return { text, width, left: Math.min(Math.max(MARGIN, x - width / 2), figure - width - MARGIN) };
}

/** Whether a label of this width with its middle at `x` has room beside the pill and between two ends. */
export function hasRoom(
  x: number,
  label: number,
  pill: Pill | null,
  { left, right }: { readonly left: number; readonly right: number },
): boolean {
  const half = label / 2 + APART;
  if (x - half < left || x + half > right) return false;
  return pill === null || x + half <= pill.left || x - half >= pill.left + pill.width;
}
