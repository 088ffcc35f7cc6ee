/** Canvas as SVG: the picture of a canvas once more, in shapes and words, for whoever takes it away. */

/** By the canvas: what draws its picture with another pen, and gives the document. */
const drawings = new WeakMap<Element, (prefix: string) => string | null>();

/** From now on the canvas can be had as SVG. */
export function offerAsSvg(canvas: HTMLCanvasElement, draw: (prefix: string) => string | null): void {
  drawings.set(canvas, draw);
}

/**
 * The picture of a canvas as it stands, as an SVG document; null where it has drawn none.
 * @param prefix of the ids in it, another one for each picture in a document
 */
export function canvasAsSvg(canvas: Element, prefix: string): string | null {
  return drawings.get(canvas)?.(prefix) ?? null;
}
