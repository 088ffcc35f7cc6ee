/** Lines: what a program printed, as lines of one stream each. Pure, and grows with the run. */
import { portionsOf } from '../../base/shortened.ts';
import type { Items } from '../../trace/items.ts';
import type { Print } from '../../trace/lane.ts';
import { countUntil } from '../../trace/binarySearch.ts';
import { IntList } from '../../trace/intList.ts';
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

/** Where a block begins, and how many lines lie before it, and of these on standard error. */
interface Block {
  readonly piece: number;
  readonly part: number;
  readonly lines: number;
  readonly errors: number;
}

// A part is what one print wrote of one piece, in one number: whether it begins that one, which goes on with the line
// before it, and is on standard error; above these its length, and where in its print it begins, if that is not too far.
const BEGINS = 1;
const CONTINUES = 2;
const IS_ERROR = 4;
const LENGTH_AT = 3;
const LENGTHS = 0x3ff;
const FROM_AT = 13;
const FAR = 0x3_ffff;

/**
 * Lines of a run's prints. A write to the other stream begins a line of its own, as a terminal would not. Kept are numbers
 * alone: a line is made of its prints when somebody asks for it.
 */
export class Lines {
  #prints: Items<Print> | null = null;
  #taken = 0;
  // Of each part: the number of its print, and the rest. By the number of a part that begins far within a print: where.
  #printOf = new IntList();
  #parts = new IntList();
  #far = new Map<number, number>();
  #blocks: Block[] = [];
  #pieces = 0;
  #lines = 0;
  #errors = 0;
  #charsInBlock = 0;
  /** Of the last piece: its stream, null before there is one; its length; and whether its line has ended. */
  #last: { readonly stream: Stream | null; length: number; ended: boolean } = {
    stream: null,
    length: 0,
    ended: true,
  };

  /** Takes the prints it has not seen yet. */
  grow(prints: Items<Print>): void {
    this.#prints = prints;
    for (; this.#taken < prints.length; this.#taken += 1) {
      const print = prints.at(this.#taken);
      if (print !== undefined) this.#write(print);
    }
  }

  /** How many pieces had begun by this moment. */
  piecesAt(moment: Micros): number {
    const prints = this.#prints;
    if (prints === null) return 0;
    const parts = countUntil(this.#printOf.length, (part) => prints.timeAt(this.#printOf.at(part)), moment);
    const { piece, part } = this.#blockWith((block) => block.part, parts - 1);
    let pieces = piece;
    for (let at = part; at < parts; at += 1) if ((this.#parts.at(at) & BEGINS) !== 0) pieces += 1;
    return pieces;
  }

  /** How many lines the first `pieces` are, and how many of them are on standard error. */
  countOf(pieces: number): { readonly lines: number; readonly errors: number } {
    if (pieces >= this.#pieces) return { lines: this.#lines, errors: this.#errors };
    let { piece, part, lines, errors } = this.#blockWith((block) => block.piece, pieces - 1);
    for (; piece < pieces; part += 1) {
      const kind = this.#parts.at(part);
      if ((kind & BEGINS) === 0) continue;
      piece += 1;
      if ((kind & CONTINUES) !== 0) continue;
      lines += 1;
      if ((kind & IS_ERROR) !== 0) errors += 1;
    }
    return { lines, errors };
  }

  /** How many blocks the first `pieces` lie in. */
  blocksOf(pieces: number): number {
    return countUntil(this.#blocks.length, (index) => this.#blocks[index]?.piece ?? Infinity, pieces - 1);
  }

  /** The number of the first piece of a block; of one that does not exist yet, the number of pieces. */
  startOf(block: number): number {
    return this.#blocks[block]?.piece ?? this.#pieces;
  }

  /** Pieces `from` up to `to` (not included), as far as each was written at this moment. */
  slice(from: number, to: number, moment: Micros): readonly Line[] {
    const found: { stream: Stream; text: string; time: Micros; continues: boolean }[] = [];
    const block = this.#blockWith(({ piece }) => piece, from);
    let last = block.piece - 1;
    for (let part = block.part; part < this.#parts.length; part += 1) {
      const kind = this.#parts.at(part);
      if ((kind & BEGINS) !== 0) last += 1;
      if (last >= to) break;
      const print = last < from ? undefined : this.#prints?.at(this.#printOf.at(part));
      if (print === undefined) continue;
      const begin = this.#far.get(part) ?? kind >>> FROM_AT;
      const text = print.text.slice(begin, begin + ((kind >> LENGTH_AT) & LENGTHS));
      const line = found.at(-1);
      if ((kind & BEGINS) !== 0) {
        const { time, stream } = print;
        found.push({ stream, time, continues: (kind & CONTINUES) !== 0, text });
      } else if (line !== undefined && print.time <= moment) line.text += text;
    }
    return found;
  }

  /** The last block that begins at or before what is numbered so; the first one where there is none yet. */
  #blockWith(startOf: (block: Block) => number, number: number): Block {
    const at = (index: number): number => {
      const block = this.#blocks[index];
      return block === undefined ? Infinity : startOf(block);
    };
    const count = countUntil(this.#blocks.length, at, number);
    return this.#blocks[Math.max(0, count - 1)] ?? { piece: 0, part: 0, lines: 0, errors: 0 };
  }

  #write({ text, stream }: Print): void {
    for (let from = 0; from < text.length; ) {
      const end = text.indexOf('\n', from);
      this.#add(text, from, end < 0 ? text.length : end, stream);
      if (end >= 0) this.#last.ended = true;
      from = end < 0 ? text.length : end + 1;
    }
  }

  /** What a print wrote of one line. */
  #add(text: string, from: number, to: number, stream: Stream): void {
    const goesOn = !this.#last.ended && this.#last.stream === stream;
    if (from === to) {
      if (!goesOn) this.#begin(from, 0, stream, false);
      return;
    }
    let at = from;
    for (const { length } of portionsOf(text.slice(from, to), LONGEST_PIECE)) {
      const joins = goesOn || at > from;
      if (joins && this.#last.length + length <= LONGEST_PIECE) this.#append(at, length);
      else this.#begin(at, length, stream, joins);
      at += length;
    }
  }

  #append(from: number, length: number): void {
    this.#last.length += length;
    this.#part(from, length, 0);
  }

  #begin(from: number, length: number, stream: Stream, continues: boolean): void {
    const block = this.#blocks.at(-1);
    if (
      block === undefined ||
      this.#pieces - block.piece >= BLOCK.pieces ||
      this.#charsInBlock >= BLOCK.chars
    ) {
      const part = this.#printOf.length;
      this.#blocks.push({ piece: this.#pieces, part, lines: this.#lines, errors: this.#errors });
      this.#charsInBlock = 0;
    }
    const isError = stream === 'stderr';
    this.#last = { stream, length, ended: false };
    this.#pieces += 1;
    if (!continues) this.#lines += 1;
    if (!continues && isError) this.#errors += 1;
    this.#part(from, length, BEGINS | (continues ? CONTINUES : 0) | (isError ? IS_ERROR : 0));
  }

  #part(from: number, length: number, kind: number): void {
    this.#charsInBlock += length;
    const part = this.#printOf.push(this.#taken);
    if (from >= FAR) this.#far.set(part, from);
    this.#parts.push((Math.min(from, FAR) << FROM_AT) | (length << LENGTH_AT) | kind);
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
