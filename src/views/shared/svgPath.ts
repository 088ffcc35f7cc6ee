/** A path of a canvas as the path of an SVG: the same calls, written down. */

const TURN = Math.PI * 2;

/** Enough digits for any screen, and no more. */
export function digits(value: number): string {
  return String(Math.round(value * 100) / 100);
}

export class SvgPath {
  #steps: string[] = [];

  get isEmpty(): boolean {
    return this.#steps.length === 0;
  }

  get text(): string {
    return this.#steps.join('');
  }

  moveTo(x: number, y: number): void {
    this.#step('M', x, y);
  }

  /** The first of a path only says where it begins, as on a canvas. */
  lineTo(x: number, y: number): void {
    this.#step(this.isEmpty ? 'M' : 'L', x, y);
  }

  bezierCurveTo(...points: readonly [number, number, number, number, number, number]): void {
    this.#step('C', ...points);
  }

  closePath(): void {
    if (!this.isEmpty) this.#steps.push('Z');
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.#step('M', x, y);
    this.#steps.push(`h${digits(width)}v${digits(height)}h${digits(-width)}Z`);
  }

  /** All four corners are alike. */
  roundRect(x: number, y: number, width: number, height: number, corner: number): void {
    const radius = Math.max(0, Math.min(corner, width / 2, height / 2));
    if (radius === 0) return this.rect(x, y, width, height);
    const [r, wide, high] = [digits(radius), digits(width - 2 * radius), digits(height - 2 * radius)];
    const turn = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${digits(dx)} ${digits(dy)}`;
    this.#step('M', x + radius, y);
    this.#steps.push(
      `h${wide}${turn(radius, radius)}v${high}${turn(-radius, radius)}h-${wide}${turn(-radius, -radius)}v-${high}${turn(radius, -radius)}Z`,
    );
  }

  /** Clockwise from one angle to another, joined to what was drawn before by a line, as on a canvas. */
  arc(x: number, y: number, radius: number, from: number, to: number): void {
    const at = (angle: number) => [x + radius * Math.cos(angle), y + radius * Math.sin(angle)] as const;
    const sweep = Math.min(TURN, to - from);
    this.lineTo(...at(from));
    // SVG draws nothing from a point to itself: a circle is two halves.
    const parts = sweep > Math.PI ? 2 : 1;
    for (let part = 1; part <= parts; part += 1) {
      this.#step(`A${digits(radius)} ${digits(radius)} 0 0 1 `, ...at(from + (sweep * part) / parts));
    }
  }

  #step(command: string, ...numbers: readonly number[]): void {
    this.#steps.push(command + numbers.map(digits).join(' '));
  }
}
