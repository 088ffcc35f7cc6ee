/** Decode: from a checked row of numbers and the strings of its run to an event. */
import { wide, type Row } from './columns.ts';
import { STREAMS, TONES, WORDS, type Place, type TraceEvent } from './vocabulary.ts';

/** The strings of a run, and its places, each made once. */
export class Names {
  #strings: string[] = [];
  #places = new Map<number, Place>();

  get count(): number {
    return this.#strings.length;
  }

  add(strings: readonly string[]): void {
    for (const string of strings) this.#strings.push(string);
  }

  string(number: number): string {
    return this.#strings[number] ?? '';
  }

  /** `file` is a string number, or negative for no place. */
  place(file: number, line: number): Place | null {
    if (file < 0) return null;
    const key = wide(file, line);
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const place = { file: this.string(file), line };
    this.#places.set(key, place);
    return place;
  }
}

/**
 * What a row says. The row must have passed `checkBatch`. Each literal is written out, because spreading the common
 * part made decoding several times slower.
 */
export function decode(row: Row, names: Names): TraceEvent {
  const { time, track, a, b } = row;
  const place = names.place(row.file, row.line);
  const word = WORDS[row.word] ?? 'mark';
  switch (word) {
    case 'track':
      return { time, track, place, word, label: names.string(a), parent: b < 0 ? null : b };
    case 'open':
      return { time, track, place, word, name: names.string(a), span: b };
    case 'close':
      return { time, track, place, word, outcome: names.string(a), span: b };
    case 'mark':
      return { time, track, place, word, name: names.string(a), tone: TONES[b] ?? 'plain' };
    case 'gauge':
      return { time, track, place, word, value: wide(a, b) };
    case 'tally':
      return { time, track, place, word, amount: wide(a, b) };
    case 'state':
      return { time, track, place, word, state: names.string(a), detail: b < 0 ? null : names.string(b) };
    case 'link':
      return { time, track, place, word, to: a, why: names.string(b) };
    case 'print':
      return { time, track, place, word, text: names.string(a), stream: STREAMS[b] ?? 'stdout' };
  }
}
