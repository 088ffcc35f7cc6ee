/** Lines: what a program printed, as lines of one stream each. Pure, and grows with the run. */
import { portionsOf } from '../../base/shortened.ts';
import type { Items } from '../../trace/items.ts';
import type { Print } from '../../trace/lane.ts';
import { countUntil } from '../../trace/binarySearch.ts';
import type { Micros, Stream } from '../../trace/vocabulary.ts';

/** A longer line is kept in pieces of this size, so that one that grows for ever costs no more than a short one. */
export const LONGEST_PIECE = 1_000;
/** Pieces of one block, and the characters that fill one earlier. */
const BLOCK = { pieces: 100, chars: 8_000 };

/** A line, or a piece of a long one. */
export interface Line {
  readonly stream: Stream;
  readonly text: string;
  /** when its first character was written */
  readonly time: Micros;
  /** it goes on with the line before it */
  readonly continues: boolean;
}

interface Growing extends Line {
  text: string;
  /** a later write continues it; the lengths it had, by time */
  growth: { time: Micros; length: number }[] | null;
  ended: boolean;
  /** lines up to this one, and of these on standard error */
  readonly count: number;
  readonly errors: number;
}

/** Lines of a run's prints. A write to the other stream begins a line of its own, as a terminal would not. */
export class Lines {
  #pieces: Growing[] = [];
  #taken = 0;
  /** the number of the first piece of each block */
  #blocks: number[] = [];
  #charsInBlock = 0;

  /** Takes the prints it has not seen yet. */
  grow(prints: Items<Print>): void {
    for (; this.#taken < prints.length; this.#taken += 1) {
      const print = prints.at(this.#taken);
      if (print !== undefined) this.#write(print);
    }
  }

  /** How many pieces had begun by this moment. */
  piecesAt(moment: Micros): number {
    return countUntil(this.#pieces.length, (index) => this.#pieces[index]?.time ?? Infinity, moment);
  }

  /** How many lines the first `pieces` are, and how many of them are on standard error. */
  countOf(pieces: number): { readonly lines: number; readonly errors: number } {
    const last = this.#pieces[pieces - 1];
    return { lines: last?.count ?? 0, errors: last?.errors ?? 0 };
  }

  /** How many blocks the first `pieces` lie in. */
  blocksOf(pieces: number): number {
    return countUntil(this.#blocks.length, (index) => this.#blocks[index] ?? Infinity, pieces - 1);
  }

  /** The number of the first piece of a block; of one that does not exist yet, the number of pieces. */
  startOf(block: number): number {
    return this.#blocks[block] ?? this.#pieces.length;
  }

  /** Pieces `from` up to `to` (not included), as far as each was written at this moment. */
  slice(from: number, to: number, moment: Micros): readonly Line[] {
    return this.#pieces.slice(from, to).map(({ stream, text, time, growth, continues }) => {
      const known = growth?.findLast((step) => step.time <= moment)?.length ?? text.length;
      return { stream, time, continues, text: known === text.length ? text : text.slice(0, known) };
    });
  }

  #write({ text, stream, time }: Print): void {
    const parts = text.split('\n');
    for (const [index, part] of parts.entries()) {
      const isLast = index === parts.length - 1;
      if (isLast && part === '') continue;
      this.#add(part, stream, time);
      const line = this.#pieces.at(-1);
      if (!isLast && line !== undefined) line.ended = true;
    }
  }

  #add(text: string, stream: Stream, time: Micros): void {
    const last = this.#pieces.at(-1);
    const goesOn = last !== undefined && !last.ended && last.stream === stream;
    if (!goesOn && text === '') this.#begin('', stream, time, false);
    for (const [index, portion] of portionsOf(text, LONGEST_PIECE).entries()) {
      const before = this.#pieces.at(-1);
      const joins = (goesOn || index > 0) && before !== undefined;
      if (joins && before.text.length + portion.length <= LONGEST_PIECE) this.#append(before, portion, time);
      else this.#begin(portion, stream, time, joins);
    }
  }

  #append(piece: Growing, text: string, time: Micros): void {
    piece.growth ??= [{ time: piece.time, length: piece.text.length }];
    piece.text += text;
    piece.growth.push({ time, length: piece.text.length });
    this.#charsInBlock += text.length;
  }

  #begin(text: string, stream: Stream, time: Micros, continues: boolean): void {
    const number = this.#pieces.length;
    const block = this.#blocks.at(-1);
    if (block === undefined || number - block >= BLOCK.pieces || this.#charsInBlock >= BLOCK.chars) {
      this.#blocks.push(number);
      this.#charsInBlock = 0;
    }
    this.#charsInBlock += text.length;
    const { lines, errors } = this.countOf(number);
    const isError = !continues && stream === 'stderr';
    this.#pieces.push({
      stream,
      text,
      time,
      continues,
      growth: null,
      ended: false,
      count: lines + (continues ? 0 : 1),
      errors: errors + (isError ? 1 : 0),
    });
  }
}

const linesOf = new WeakMap<Items<Print>, Lines>();

/** The lines of a picture's prints; made once for each run and grown with it. */
export function linesFor(prints: Items<Print>): Lines {
  const lines = linesOf.get(prints) ?? new Lines();
  linesOf.set(prints, lines);
  lines.grow(prints);
  return lines;
}
