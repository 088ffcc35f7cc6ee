/** A pen that writes an SVG: what a picture draws on its canvas, as shapes and words that stay sharp at any size. */
import { styleOfPattern, type PatternStyle } from './diagonal.ts';
import type { Pen } from './pen.ts';
import { digits, SvgPath } from './svgPath.ts';

/** Works out how wide words are. */
export type Measuring = Pick<CanvasRenderingContext2D, 'font' | 'measureText'>;

type Attributes = Readonly<Record<string, string | number | null>>;

const ANCHORS: Readonly<Record<CanvasTextAlign, string>> = {
  left: 'start',
  start: 'start',
  center: 'middle',
  right: 'end',
  end: 'end',
};

/** What `save` keeps and `restore` brings back. */
interface State {
  readonly look: Look;
  readonly clip: string | null;
  readonly dash: readonly number[];
}

type Look = Pick<
  Pen,
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'lineCap'
  | 'lineJoin'
  | 'globalAlpha'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
>;

export class SvgPen implements Pen {
  fillStyle: Pen['fillStyle'] = '#000';
  strokeStyle: Pen['strokeStyle'] = '#000';
  lineWidth = 1;
  lineCap: CanvasLineCap = 'butt';
  lineJoin: CanvasLineJoin = 'miter';
  globalAlpha = 1;
  font = '10px sans-serif';
  textAlign: CanvasTextAlign = 'left';
  textBaseline: CanvasTextBaseline = 'alphabetic';
  #path = new SvgPath();
  #clip: string | null = null;
  #dash: readonly number[] = [];
  #saved: State[] = [];
  #shapes: string[] = [];
  #defined: string[] = [];
  #patterns = new Map<PatternStyle, string>();
  readonly #measuring: Measuring;
  readonly #prefix: string;

  /** @param prefix of the ids in it, as several pictures may come to stand in one document */
  constructor(measuring: Measuring, prefix: string) {
    this.#measuring = measuring;
    this.#prefix = prefix;
  }

  /** All that was drawn, as a document. */
  picture(width: number, height: number): string {
    const size = { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` };
    const defined = this.#defined.length === 0 ? '' : element('defs', {}, this.#defined.join(''));
    return element('svg', size, defined + this.#shapes.join('\n'));
  }

  save(): void {
    this.#saved.push({ look: lookOf(this), clip: this.#clip, dash: this.#dash });
  }

  restore(): void {
    const state = this.#saved.pop();
    if (state === undefined) return;
    Object.assign(this, state.look);
    this.#clip = state.clip;
    this.#dash = state.dash;
  }

  /** A picture is drawn on nothing. */
  clearRect(): void {
    this.#shapes = [];
  }

  beginPath(): void {
    this.#path = new SvgPath();
  }

  moveTo(x: number, y: number): void {
    this.#path.moveTo(x, y);
  }

  lineTo(x: number, y: number): void {
    this.#path.lineTo(x, y);
  }

  bezierCurveTo(...points: [number, number, number, number, number, number]): void {
    this.#path.bezierCurveTo(...points);
  }

  closePath(): void {
    this.#path.closePath();
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.#path.rect(x, y, width, height);
  }

  roundRect(...[x, y, width, height, corners]: Parameters<Pen['roundRect']>): void {
    this.#path.roundRect(x, y, width, height, typeof corners === 'number' ? corners : 0);
  }

  arc(x: number, y: number, radius: number, from: number, to: number): void {
    this.#path.arc(x, y, radius, from, to);
  }

  /** What is drawn from now on lies within the path, and within what it had to lie in before. */
  clip(): void {
    const id = `${this.#prefix}clip-${this.#defined.length}`;
    const path = element('path', { d: this.#path.text, 'clip-path': this.#clip });
    this.#defined.push(element('clipPath', { id }, path));
    this.#clip = `url(#${id})`;
  }

  fill(): void {
    this.#draw('path', { d: this.#path.text, fill: this.#colour(this.fillStyle) });
  }

  stroke(): void {
    this.#draw('path', { d: this.#path.text, fill: 'none', ...this.#line() });
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    const path = new SvgPath();
    path.rect(x, y, width, height);
    this.#draw('path', { d: path.text, fill: this.#colour(this.fillStyle) });
  }

  setLineDash(dash: readonly number[]): void {
    this.#dash = [...dash];
  }

  measureText(text: string): TextMetrics {
    this.#measuring.font = this.font;
    return this.#measuring.measureText(text);
  }

  fillText(text: string, x: number, y: number): void {
    this.#words(text, x, y, { fill: this.#colour(this.fillStyle) });
  }

  strokeText(text: string, x: number, y: number): void {
    this.#words(text, x, y, { fill: 'none', ...this.#line() });
  }

  #words(text: string, x: number, y: number, ink: Attributes): void {
    const attributes = {
      x: digits(x),
      y: digits(y),
      style: `font:${this.font};white-space:pre`,
      'text-anchor': ANCHORS[this.textAlign],
      'dominant-baseline': this.textBaseline === 'middle' ? 'central' : null,
      // Another font does not run into what stands beside it.
      textLength: digits(this.measureText(text).width),
      lengthAdjust: 'spacingAndGlyphs',
    };
    if (text !== '') this.#draw('text', { ...attributes, ...ink }, escaped(text));
  }

  #line(): Attributes {
    return {
      stroke: this.#colour(this.strokeStyle),
      'stroke-width': digits(this.lineWidth),
      'stroke-linecap': this.lineCap === 'butt' ? null : this.lineCap,
      'stroke-linejoin': this.lineJoin === 'miter' ? null : this.lineJoin,
      'stroke-dasharray': this.#dash.length === 0 ? null : this.#dash.join(' '),
    };
  }

  #draw(name: string, attributes: Attributes, inside = ''): void {
    const opacity = this.globalAlpha === 1 ? null : digits(this.globalAlpha);
    this.#shapes.push(element(name, { ...attributes, opacity, 'clip-path': this.#clip }, inside));
  }

  #colour(style: Pen['fillStyle']): string {
    if (typeof style === 'string') return style;
    const pattern = 'setTransform' in style ? styleOfPattern(style) : null;
    return pattern === null ? 'none' : `url(#${this.#patternOf(pattern)})`;
  }

  #patternOf(style: PatternStyle): string {
    const known = this.#patterns.get(style);
    if (known !== undefined) return known;
    const id = `${this.#prefix}diagonal-${this.#patterns.size}`;
    const { period, stroke, back, fore } = style;
    const lines = [-period, 0, period].map((shift) => `M${shift - 1} ${period + 1}L${shift + period + 1} -1`);
    const width = digits(stroke / Math.SQRT2);
    this.#patterns.set(style, id);
    this.#defined.push(
      element(
        'pattern',
        { id, width: period, height: period, patternUnits: 'userSpaceOnUse' },
        element('rect', { width: period, height: period, fill: back }) +
          element('path', { d: lines.join(''), stroke: fore, 'stroke-width': width }),
      ),
    );
    return id;
  }
}

function lookOf(pen: Look): Look {
  const { fillStyle, strokeStyle, lineWidth, lineCap, lineJoin, globalAlpha, font, textAlign, textBaseline } =
    pen;
  return { fillStyle, strokeStyle, lineWidth, lineCap, lineJoin, globalAlpha, font, textAlign, textBaseline };
}

/** An attribute without a value is left out. */
function element(name: string, attributes: Attributes, inside = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([attribute, value]) => ` ${attribute}="${escaped(String(value))}"`);
  return `<${name}${written.join('')}${inside === '' ? '/>' : `>${inside}</${name}>`}`;
}

/** Signs that no document may hold are shown as lost ones. */
function escaped(text: string): string {
  const allowed = Array.from(text, (sign) => (sign < ' ' ? '\ufffd' : sign)).join('');
  return allowed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
