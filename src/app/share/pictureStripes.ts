/** The stripes of a box that a style sheet draws by gradients, as lines: hatching, a stroke, a cross. Pure. */

export interface Stripe {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly stroke: string;
}

const GRADIENT =
  /(repeating-)?linear-gradient\((-?[\d.]+)deg,(.*?)\)(?=,\s*(?:repeating-)?linear-gradient|$)/gs;
const COLOUR = /(?:rgba?|oklab|oklch|color)\([^)]*\)/g;
/** From line to line of a hatching, in CSS pixels. */
const DISTANCE = 5;

/** @param image the computed `background-image` @param isClear whether nothing is seen of a colour */
export function stripesOf(
  image: string,
  { width, height }: { readonly width: number; readonly height: number },
  isClear: (colour: string) => boolean,
): readonly Stripe[] {
  return [...image.matchAll(GRADIENT)].flatMap(([, repeats, degrees, stops = '']) => {
    const stroke = stops.match(COLOUR)?.find((colour) => !isClear(colour));
    if (stroke === undefined) return [];
    // A gradient runs across its stripes.
    const angle = (Number(degrees) * Math.PI) / 180;
    const [alongX, alongY] = [Math.cos(angle), Math.sin(angle)];
    const reach = (width + height) / 2;
    const most = repeats === undefined ? 0 : Math.ceil(reach / DISTANCE);
    return Array.from({ length: 2 * most + 1 }, (_, index) => {
      const aside = (index - most) * DISTANCE;
      const [x, y] = [width / 2 - aside * alongY, height / 2 + aside * alongX];
      return {
        x1: x - alongX * reach,
        y1: y - alongY * reach,
        x2: x + alongX * reach,
        y2: y + alongY * reach,
        stroke,
      };
    });
  });
}
