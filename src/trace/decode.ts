/** Decode: from a checked row of numbers and the strings of its run to an event. */
import { shortened } from '../base/shortened.ts';
import { wide, type Row } from './columns.ts';
import { labelOf, type Label } from './facts.ts';
import { STREAMS, TONES, WORDS, type Place, type TraceEvent } from './vocabulary.ts';

/**
 * Of a name, in UTF-16 units: the recorder cuts its own to half as many letters (`records.py`). Whatever a run says, no
 * name in its picture is longer: not on a lane, in a sentence, in a table or in a tooltip. Only printed text is.
 */
export const LONGEST_NAME = 400;

const shortenedName = (text: string) => shortened(text, LONGEST_NAME);

/** The strings of a run and its facts; what is a fact is found out when it is first asked for. */
export class Names {
  #strings: string[] = [];
  #labels: (Label | undefined)[] = [];

  get count(): number {
    return this.#strings.length;
  }

  /** All of them, as they came. */
  get strings(): readonly string[] {
    return this.#strings;
  }

  add(strings: readonly string[]): void {
    for (const string of strings) this.#strings.push(string);
  }

  /** What was printed, as long as it is. */
  text(number: number): string {
    return this.#strings[number] ?? '';
  }

  /** A name, a path, a sentence: whatever is no printed text. */
  name(number: number): string {
    const label = this.label(number);
    return typeof label === 'string' ? label : shortenedName(this.text(number));
  }

  /** What may be a fact. */
  label(number: number): Label {
    const known = this.#labels[number];
    if (known !== undefined) return known;
    const string = this.#strings[number];
    if (string === undefined) return '';
    // What was printed is no label: a list with gaps at its end costs nothing.
    while (this.#labels.length < number) this.#labels.push(undefined);
    const label = labelOf(string, shortenedName);
    this.#labels[number] = label;
    return label;
  }
}

/**
 * What a row says. The row must have passed `checkBatch`. Each literal is written out, because spreading the common
 * part made decoding several times slower.
 */
export function decode(row: Row, names: Names, place: Place | null): TraceEvent {
  const { time, track, a, b } = row;
  const word = WORDS[row.word] ?? 'mark';
  switch (word) {
    case 'track':
      return { time, track, place, word, label: names.name(a), parent: b < 0 ? null : b };
    case 'open':
      return { time, track, place, word, name: names.name(a), span: b };
    case 'close':
      return { time, track, place, word, outcome: names.name(a), span: b };
    case 'mark':
      return { time, track, place, word, name: names.label(a), tone: TONES[b] ?? 'plain' };
    case 'gauge':
      return { time, track, place, word, value: wide(a, b) };
    case 'tally':
      return { time, track, place, word, amount: wide(a, b) };
    case 'state':
      return { time, track, place, word, state: names.name(a), detail: b < 0 ? null : names.label(b) };
    case 'link':
      return { time, track, place, word, to: a, why: names.label(b) };
    case 'print':
      return { time, track, place, word, text: names.text(a), stream: STREAMS[b] ?? 'stdout' };
  }
}
