/** Events as columns of numbers in chunks: a million events cost no more objects than a handful. */
import type { OrderedStream, Word } from './orderedStream.ts';
import { HALF, PARTS, RECORD_INTS, WORDS } from './vocabulary.ts';

const CHUNK = 8_192;
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
  readonly track = new Int32Array(CHUNK);
  readonly file = new Int32Array(CHUNK);
  readonly line = new Int32Array(CHUNK);
  readonly a = new Int32Array(CHUNK);
  readonly b = new Int32Array(CHUNK);
  readonly lastPlaced = new Int32Array(CHUNK);
  /** where the event stands in its lane */
  readonly index = new Int32Array(CHUNK);
}

/** Grows by whole chunks and never copies one. Rows are in the order of time. */
export class Columns implements OrderedStream {
  #chunks: Chunk[] = [];
  #count = 0;
  #lastPlaced = NOWHERE;

  get count(): number {
    return this.#count;
  }

  /** `index`: where the event stands in its lane. */
  push(row: Row, index: number): void {
    const slot = this.#count % CHUNK;
    if (slot === 0) this.#chunks.push(new Chunk());
    if (row.file >= 0) this.#lastPlaced = this.#count;
    this.#count += 1;
    const chunk = this.#chunkOf(this.#count - 1);
    chunk.time[slot] = row.time;
    chunk.word[slot] = row.word;
    chunk.track[slot] = row.track;
    chunk.file[slot] = row.file;
    chunk.line[slot] = row.line;
    chunk.a[slot] = row.a;
    chunk.b[slot] = row.b;
    chunk.lastPlaced[slot] = this.#lastPlaced;
    chunk.index[slot] = index;
  }

  /** @throws RangeError when there is no row `index`. */
  rowAt(index: number): Row {
    const chunk = this.#chunkOf(index);
    const slot = index % CHUNK;
    return {
      word: chunk.word[slot] ?? 0,
      time: chunk.time[slot] ?? 0,
      track: chunk.track[slot] ?? 0,
      file: chunk.file[slot] ?? NOWHERE,
      line: chunk.line[slot] ?? 0,
      a: chunk.a[slot] ?? 0,
      b: chunk.b[slot] ?? 0,
    };
  }

  wordAt(event: number): Word {
    return WORDS[this.#chunkOf(event).word[event % CHUNK] ?? 0] ?? 'mark';
  }

  timeAt(event: number): number {
    return this.#chunkOf(event).time[event % CHUNK] ?? 0;
  }

  trackAt(event: number): number {
    return this.#chunkOf(event).track[event % CHUNK] ?? 0;
  }

  indexAt(event: number): number {
    return this.#chunkOf(event).index[event % CHUNK] ?? 0;
  }

  /** The last row at or before `index` that has a place, or `NOWHERE`. */
  lastPlacedAt(index: number): number {
    return this.#chunkOf(index).lastPlaced[index % CHUNK] ?? NOWHERE;
  }

  #chunkOf(index: number): Chunk {
    const chunk = this.#chunks[Math.floor(index / CHUNK)];
    if (chunk === undefined || index >= this.#count) throw new RangeError(`no event ${index}`);
    return chunk;
  }
}
