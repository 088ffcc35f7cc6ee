/** Diagonal: a pattern of slanted lines to fill a bar with. */

/** `period` and `stroke` are CSS pixels; `back` and `fore` are colours. */
export interface PatternStyle {
  readonly period: number;
  readonly stroke: number;
  readonly back: string;
  readonly fore: string;
}

/** What a pattern shows: a canvas does not tell. */
const styles = new WeakMap<CanvasPattern, PatternStyle>();

/** The style of a pattern that `diagonal` has made. */
export function styleOfPattern(pattern: CanvasPattern): PatternStyle | null {
  return styles.get(pattern) ?? null;
}

/** A seamless pattern, sharp at `ratio` screen pixels to a CSS pixel; plain `fore` where there is none to be had. */
export function diagonal(
  context: CanvasRenderingContext2D,
  ratio: number,
  style: PatternStyle,
): CanvasPattern | string {
  const size = Math.round(style.period * ratio);
  const tile = new OffscreenCanvas(size, size);
  const pen = tile.getContext('2d');
  if (pen === null) return style.fore;
  pen.fillStyle = style.back;
  pen.fillRect(0, 0, size, size);
  pen.strokeStyle = style.fore;
  pen.lineWidth = (style.stroke * ratio) / Math.SQRT2;
  pen.beginPath();
  for (const shift of [-size, 0, size]) {
    pen.moveTo(shift - 1, size + 1);
    pen.lineTo(shift + size + 1, -1);
  }
  pen.stroke();
  const pattern = context.createPattern(tile, 'repeat');
  if (pattern === null) return style.fore;
  pattern.setTransform(new DOMMatrix().scale(1 / ratio));
  styles.set(pattern, style);
  return pattern;
}
