/** Gutter: how much of a figure's width its labels take. By the width alone, so that both sides have one axis. Pure. */

/** A narrow figure has room for short names only. CSS pixels. */
const NARROW = { below: 440, gutter: 76 };
const WIDE = { share: 0.33, less: 32, most: 144 };

/** Width of the gutter in CSS pixels. */
export function gutterOf(width: number): number {
  if (width < NARROW.below) return NARROW.gutter;
  return Math.round(Math.min(WIDE.most, width * WIDE.share - WIDE.less));
}
