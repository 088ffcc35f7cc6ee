/** Bars: what is drawn of the intervals of one thread, at the level of detail that pixels can show. Pure. */
import { countWhile } from '../../trace/binarySearch.ts';
import type { Micros } from '../../trace/vocabulary.ts';
import { xOf, type TimeAxis } from '../shared/timeAxis.ts';
import type { Interval } from './interval.ts';
import type { ThreadIntervals } from './threadIntervals.ts';

/** Bars that would lie within a pixel of one another are drawn as one. */
const TOGETHER = 1;
/** So many beginnings in one pixel are looked at one by one; of more, some stand for all. */
const FEW = 3;
/** Signs of bad endings are no nearer than this. */
const SIGNS_APART = 4;

/** CSS pixels. */
export interface Bar {
  readonly interval: Interval;
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly height: number;
}

interface Row {
  /** its middle */
  readonly y: number;
  /** of all its bars together */
  readonly high: number;
}

/** Who holds two connections at once has two bars, one below the other. Their number depends on the width of the axis. */
export function barsOf(own: ThreadIntervals, axis: TimeAxis, until: Micros, row: Row): readonly Bar[] {
  const drawn = new Bars(own, axis, until, row);
  let index = 0;
  while (index < own.length) {
    const next = drawn.nextColumn(index);
    if (next - index <= FEW) for (let at = index; at < next; at += 1) drawn.add(at);
    else drawn.addCrowd(index, next);
    index = next;
  }
  return drawn.bars;
}

class Bars {
  readonly bars: Bar[] = [];
  readonly #own: ThreadIntervals;
  readonly #axis: TimeAxis;
  readonly #until: Micros;
  readonly #row: Row;
  /** how many of those that ended badly have been passed, and where the last of them has its sign */
  #passed = 0;
  #signAt = -Infinity;

  constructor(own: ThreadIntervals, axis: TimeAxis, until: Micros, row: Row) {
    this.#own = own;
    this.#axis = axis;
    this.#until = until;
    this.#row = row;
  }

  /** The first interval after `index` that begins in another pixel. */
  nextColumn(index: number): number {
    const column = Math.floor(this.#xAt(index));
    return countWhile(this.#own.length, (at) => Math.floor(this.#xAt(at)) <= column, index + 1);
  }

  add(index: number): void {
    this.#draw(index, this.#xAt(index), this.#endOf(index));
  }

  /** Of very many that begin in one pixel: what takes most of it, what goes on beyond it, and a bad ending. */
  addCrowd(from: number, to: number): void {
    const lasting = Math.max(from, to - this.#own.levels);
    this.#draw(this.#usual(from, lasting), this.#xAt(from), this.#xAt(lasting));
    for (let index = lasting; index < to; index += 1) this.add(index);
    const { bad } = this.#own;
    this.#passed = countWhile(bad.length, (at) => (bad[at] ?? Infinity) < from, this.#passed);
    const worst = bad[this.#passed];
    if (worst === undefined || worst >= lasting || this.#xAt(worst) - this.#signAt < SIGNS_APART) return;
    this.#signAt = this.#xAt(worst);
    this.#push(worst, this.#signAt, this.#endOf(worst));
  }

  /** One of the kind that takes most of the time, by a few of them. */
  #usual(from: number, to: number): number {
    let [longest, usual] = [-1, from];
    for (let index = from; index < Math.min(to, from + FEW); index += 1) {
      const lasts = this.#own.endAt(index) - this.#own.startAt(index);
      if (lasts > longest) [longest, usual] = [lasts, index];
    }
    return usual;
  }

  /** A bar, or more of the last one. */
  #draw(index: number, x: number, end: number): void {
    const last = this.bars.at(-1);
    const near = last !== undefined && x - (last.x + last.width) < TOGETHER && end - x < TOGETHER;
    if (near && last.y === this.#topOf(index)) {
      const interval = this.#own.at(index);
      if (last.interval.kind === interval.kind) {
        this.bars[this.bars.length - 1] = { ...last, interval, width: Math.max(last.width, end - last.x) };
        return;
      }
    }
    this.#push(index, x, end);
  }

  #push(index: number, x: number, end: number): void {
    const height = Math.max(2, this.#height - 1);
    const width = Math.max(1, end - x);
    this.bars.push({ interval: this.#own.at(index), x, width, y: this.#topOf(index), height });
  }

  get #height(): number {
    return this.#row.high / this.#own.levels;
  }

  #topOf(index: number): number {
    return this.#row.y - this.#row.high / 2 + this.#own.levelAt(index) * this.#height;
  }

  #xAt(index: number): number {
    return xOf(this.#axis, this.#own.startAt(index));
  }

  #endOf(index: number): number {
    const end = this.#own.endAt(index);
    return xOf(this.#axis, Math.max(this.#own.startAt(index), end === Infinity ? this.#until : end));
  }
}
