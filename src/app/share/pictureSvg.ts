/**
 * A picture of the page as an SVG that stands by itself: what is drawn as SVG stays vectors, canvases are drawn once more
 * in shapes, boxes become rectangles, words stay words. It is what a person sees, with the colours of the page as it stands.
 */

import { canvasAsSvg } from '../../views/shared/canvasAsSvg.ts';
import { stripesOf } from './pictureStripes.ts';

const NAMESPACE = 'http://www.w3.org/2000/svg';
/** What is pressed, heard, or only there to be measured is no part of a picture. */
const LEFT_OUT = 'button, [role="separator"], .unseen, .view-probe, script, style';
/** What a shape looks like, where a style sheet says so. */
const SHAPE_STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'visibility',
  'display',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
] as const;

interface Origin {
  readonly left: number;
  readonly top: number;
}

export interface StandalonePicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** @param figures of one side, as they stand below each other */
export function pictureAsSvg(figures: readonly Element[], title: string): StandalonePicture | null {
  const boxes = figures.map((figure) => figure.getBoundingClientRect());
  const [first] = figures;
  if (first === undefined) return null;
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const width = Math.ceil(Math.max(...boxes.map((box) => box.right)) - left);
  // What lies beyond the edge of its pane belongs to the picture, too.
  const bottoms = figures.map((figure, index) => (boxes[index]?.top ?? 0) + figure.scrollHeight);
  const height = Math.ceil(Math.max(...bottoms) - top);
  const root = shape('svg', { xmlns: NAMESPACE, width, height, viewBox: `0 0 ${width} ${height}` });
  const heading = shape('title', {});
  heading.textContent = title;
  root.append(heading, shape('rect', { width, height, fill: backgroundBehind(first) }));
  for (const figure of figures) {
    root.append(...[...figure.children].flatMap((child) => drawn(child, { left, top })));
  }
  return { svg: new XMLSerializer().serializeToString(root), width, height };
}

/** An element and all in it, from the back to the front. */
function drawn(element: Element, origin: Origin): readonly Element[] {
  const style = getComputedStyle(element);
  if (element.matches(LEFT_OUT) || style.display === 'none' || style.visibility === 'hidden') return [];
  const box = element.getBoundingClientRect();
  if (element instanceof SVGSVGElement) return [vectors(element, box, origin)];
  if (element instanceof HTMLCanvasElement) return canvasOf(element, box, origin);
  const inside = [...element.childNodes].flatMap((child) => {
    if (child instanceof Element) return drawn(child, origin);
    return child instanceof Text ? words(child, style, origin) : [];
  });
  const clips = style.overflowX !== 'visible' || style.overflowY !== 'visible';
  return [
    ...boxOf(style, box, origin),
    ...stripesIn(style, box, origin),
    ...(clips && inside.length > 0 ? [clipped(inside, box, origin)] : inside),
  ];
}

/** In shapes and words where its view can draw it so, else as the image that it is. */
function canvasOf(canvas: HTMLCanvasElement, box: DOMRect, origin: Origin): readonly Element[] {
  if (canvas.width === 0) return [];
  ids += 1;
  const svg = canvasAsSvg(canvas, `canvas-${ids}-`);
  if (svg === null) return [shape('image', { ...at(box, origin), href: canvas.toDataURL() })];
  const { documentElement: picture } = new DOMParser().parseFromString(svg, 'image/svg+xml');
  for (const [name, value] of Object.entries(at(box, origin))) picture.setAttribute(name, String(value));
  return [picture];
}

function boxOf(style: CSSStyleDeclaration, box: DOMRect, origin: Origin): readonly Element[] {
  const line = Number.parseFloat(style.borderTopWidth);
  const framed = line > 0 && style.borderTopStyle !== 'none' && style.borderLeftStyle !== 'none';
  if (!framed && isClear(style.backgroundColor)) return [];
  return [
    shape('rect', {
      ...at(box, origin),
      rx: Number.parseFloat(style.borderTopLeftRadius) || 0,
      fill: isClear(style.backgroundColor) ? 'none' : style.backgroundColor,
      ...(framed && { stroke: style.borderTopColor, 'stroke-width': line }),
      opacity: style.opacity,
    }),
  ];
}

/** What style sheets draw into a box by gradients. */
function stripesIn(style: CSSStyleDeclaration, box: DOMRect, origin: Origin): readonly Element[] {
  const { x, y } = at(box, origin);
  const lines = stripesOf(style.backgroundImage, box, isClear).map((stripe) =>
    shape('line', { ...stripe, 'stroke-width': 1.5, transform: `translate(${x} ${y})` }),
  );
  return lines.length === 0 ? [] : [clipped(lines, box, origin)];
}

/** Drawn as it is, with what style sheets say of it written into it. */
function vectors(original: SVGSVGElement, box: DOMRect, origin: Origin): Element {
  const copy = original.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) return shape('g', {});
  const [originals, copies] = [original, copy].map((one) => [one, ...one.querySelectorAll('*')]);
  originals?.forEach((from, index) => {
    const [style, to] = [getComputedStyle(from), copies?.[index]];
    for (const name of SHAPE_STYLES) to?.setAttribute(name, style.getPropertyValue(name));
    to?.removeAttribute('class');
    to?.removeAttribute('style');
  });
  for (const [name, value] of Object.entries(at(box, origin))) copy.setAttribute(name, String(value));
  copy.removeAttribute('aria-hidden');
  return copy;
}

/** The lines of a text, where the page has broken it. */
function words(text: Text, style: CSSStyleDeclaration, origin: Origin): readonly Element[] {
  const lines: { text: string; left: number; right: number; middle: number }[] = [];
  const range = document.createRange();
  for (const { 0: word, index } of text.data.matchAll(/\S+\s*/g)) {
    range.setStart(text, index);
    range.setEnd(text, index + word.trimEnd().length);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    const middle = box.top + box.height / 2;
    const last = lines.at(-1);
    if (last === undefined || Math.abs(last.middle - middle) > box.height / 2) {
      lines.push({ text: word, left: box.left, right: box.right, middle });
    } else {
      last.text += word;
      last.right = box.right;
    }
  }
  const size = Number.parseFloat(style.fontSize);
  return lines.map(({ text: line, left, right, middle }) => {
    const element = shape('text', {
      x: left - origin.left,
      // Half of the height of small letters below the middle.
      y: middle - origin.top + size * 0.35,
      // Another font does not run into what stands beside it.
      textLength: right - left,
      lengthAdjust: 'spacingAndGlyphs',
      'font-family': style.fontFamily,
      'font-size': size,
      'font-weight': style.fontWeight,
      fill: style.color,
      opacity: style.opacity,
    });
    element.textContent = line.trim();
    return element;
  });
}

/** So many ids have been given. */
let ids = 0;

function clipped(inside: readonly Element[], box: DOMRect, origin: Origin): Element {
  ids += 1;
  const id = `clip-${ids}`;
  const [group, clip] = [shape('g', { 'clip-path': `url(#${id})` }), shape('clipPath', { id })];
  clip.append(shape('rect', at(box, origin)));
  group.append(clip, ...inside);
  return group;
}

function backgroundBehind(element: Element): string {
  const colour = getComputedStyle(element).backgroundColor;
  if (!isClear(colour)) return colour;
  return element.parentElement === null ? 'white' : backgroundBehind(element.parentElement);
}

function isClear(colour: string): boolean {
  return colour === 'transparent' || /^rgba\(.*, 0\)$|\/ 0\)$/.test(colour);
}

function at(box: DOMRect, { left, top }: Origin): Record<'x' | 'y' | 'width' | 'height', number> {
  return { x: box.left - left, y: box.top - top, width: box.width, height: box.height };
}

function shape(name: string, attributes: Readonly<Record<string, string | number>>): Element {
  const element = document.createElementNS(NAMESPACE, name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, String(value));
  return element;
}
