/** Events as columns of numbers in chunks: a million events cost no more objects than a handful. */
import { NarrowColumn } from './narrowColumn.ts';
import type { OrderedStream, Word } from './orderedStream.ts';
import { HALF, PARTS, RECORD_INTS, WORDS } from './vocabulary.ts';

/** Events of a chunk. */
const CHUNK_BITS = 11;
const CHUNK = 1 << CHUNK_BITS;
/** Of so many events one knows which before it had a place. */
const BLOCK_BITS = 6;
const BLOCK = 1 << BLOCK_BITS;
/** The low bits of the first number are the word; those above are parts of a microsecond. */
const MOST_WORDS = 0xff;
/** For no event so far that had a place, and for no item of a lane. */
export const NOWHERE = -1;

/** One event as numbers, already checked. `file` is a string number or -1. */
export interface Row {
  readonly word: number;
  readonly time: number;
  readonly track: number;
  readonly file: number;
  readonly line: number;
  readonly a: number;
  readonly b: number;
}

/** Reads record `index` of a batch, without judging it. */
export function rowOf(records: Int32Array, index: number): Row {
  const at = index * RECORD_INTS;
  return {
    word: (records[at] ?? -1) & MOST_WORDS,
    time: wide(records[at + 1] ?? -1, records[at + 2] ?? -1) + ((records[at] ?? 0) >>> 8) / PARTS,
    track: records[at + 3] ?? -1,
    file: records[at + 4] ?? -1,
    line: records[at + 5] ?? -1,
    a: records[at + 6] ?? -1,
    b: records[at + 7] ?? -1,
  };
}

/** Writes a row as record `index` of a batch: what `rowOf` reads. */
export function writeRow(records: Int32Array, index: number, row: Row): void {
  const whole = Math.floor(row.time);
  const parts = Math.floor((row.time - whole) * PARTS);
  const high = Math.floor(whole / HALF);
  const word = row.word | (parts << 8);
  records.set(
    [word, high, whole - high * HALF, row.track, row.file, row.line, row.a, row.b],
    index * RECORD_INTS,
  );
}

/** A number of up to 53 bits from its two halves on the wire. */
export function wide(high: number, low: number): number {
  return high * HALF + low;
}

class Chunk {
  readonly time = new Float64Array(CHUNK);
  readonly word = new Uint8Array(CHUNK);
  readonly track = new NarrowColumn(CHUNK);
  readonly place = new NarrowColumn(CHUNK);
  readonly a = new NarrowColumn(CHUNK);
  readonly b = new NarrowColumn(CHUNK);
  /** where the event stands in its lane */
  readonly index = new NarrowColumn(CHUNK);
  /** the last event with a place before each block */
  readonly placedBefore = new Int32Array(CHUNK >> BLOCK_BITS);
}

/** Where events happened, each place once: a number stands for its file and its line. */
class PlaceTable {
  readonly files: number[] = [];
  readonly lines: number[] = [];
  #numbers = new Map<number, number>();
  /** what was asked for last: an event often happens where the one before it did */
  #last = { file: NOWHERE, line: NOWHERE, number: NOWHERE };

  /** The number of a place. `file` is a string number, or negative for no place. */
  numberOf(file: number, line: number): number {
    if (file < 0) return NOWHERE;
    if (file === this.#last.file && line === this.#last.line) return this.#last.number;
    const key = wide(file, line);
    const number = this.#numbers.get(key) ?? this.files.length;
    if (number === this.files.length) {
      this.#numbers.set(key, number);
      this.files.push(file);
      this.lines.push(line);
    }
    this.#last = { file, line, number };
    return number;
  }
}

/** Grows by whole chunks and never copies one. Rows are in the order of time. */
export class Columns implements OrderedStream {
  #chunks: Chunk[] = [];
  #count = 0;
  #lastPlaced = NOWHERE;
  #places = new PlaceTable();

  get count(): number {
    return this.#count;
  }

  /** Adds a row; returns its number. */
  push(row: Row): number {
    const slot = this.#count & (CHUNK - 1);
    if (slot === 0) this.#chunks.push(new Chunk());
    this.#count += 1;
    const chunk = this.#chunkOf(this.#count - 1);
    if ((slot & (BLOCK - 1)) === 0) chunk.placedBefore[slot >> BLOCK_BITS] = this.#lastPlaced;
    if (row.file >= 0) this.#lastPlaced = this.#count - 1;
    chunk.time[slot] = row.time;
    chunk.word[slot] = row.word;
    chunk.track.set(slot, row.track);
    chunk.place.set(slot, this.#places.numberOf(row.file, row.line));
    chunk.a.set(slot, row.a);
    chunk.b.set(slot, row.b);
    return this.#count - 1;
  }

  /** Says where an event stands in its lane. */
  setIndex(event: number, index: number): void {
    this.#chunkOf(event).index.set(event & (CHUNK - 1), index);
  }

  /** The line of an event without a place is 0. @throws RangeError when there is no row `index`. */
  rowAt(index: number): Row {
    const chunk = this.#chunkOf(index);
    const slot = index & (CHUNK - 1);
    const place = chunk.place.at(slot);
    return {
      word: chunk.word[slot] ?? 0,
      time: chunk.time[slot] ?? 0,
      track: chunk.track.at(slot),
      file: this.fileOf(place),
      line: this.lineOf(place),
      a: chunk.a.at(slot),
      b: chunk.b.at(slot),
    };
  }

  wordAt(event: number): Word {
    return WORDS[this.#chunkOf(event).word[event & (CHUNK - 1)] ?? 0] ?? 'mark';
  }

  timeAt(event: number): number {
    return event < 0 ? Infinity : (this.#chunkOf(event).time[event & (CHUNK - 1)] ?? 0);
  }

  trackAt(event: number): number {
    return this.#chunkOf(event).track.at(event & (CHUNK - 1));
  }

  indexAt(event: number): number {
    return this.#chunkOf(event).index.at(event & (CHUNK - 1));
  }

  /** The two numbers that say more of an event, by its word. */
  aAt(event: number): number {
    return this.#chunkOf(event).a.at(event & (CHUNK - 1));
  }

  bAt(event: number): number {
    return this.#chunkOf(event).b.at(event & (CHUNK - 1));
  }

  /** The number of the event's place, or `NOWHERE`. */
  placeAt(event: number): number {
    return this.#chunkOf(event).place.at(event & (CHUNK - 1));
  }

  /** The file of a place by its number, as a string number; `NOWHERE` for no place. */
  fileOf(place: number): number {
    return this.#places.files[place] ?? NOWHERE;
  }

  /** The line of a place by its number; 0 for no place. */
  lineOf(place: number): number {
    return this.#places.lines[place] ?? 0;
  }

  /** The last row at or before `index` that has a place, or `NOWHERE`. */
  lastPlacedAt(index: number): number {
    const { place, placedBefore } = this.#chunkOf(index);
    const slot = index & (CHUNK - 1);
    const block = slot >> BLOCK_BITS;
    for (let at = slot; at >= block << BLOCK_BITS; at -= 1) {
      if (place.at(at) !== NOWHERE) return index - slot + at;
    }
    return placedBefore[block] ?? NOWHERE;
  }

  #chunkOf(index: number): Chunk {
    const chunk = this.#chunks[index >>> CHUNK_BITS];
    if (chunk === undefined || index >= this.#count) throw new RangeError(`no event ${index}`);
    return chunk;
  }
}
