/** Script: event batches in the wire form, written from a readable list. For tests and for recorded runs. */
import {
  HALF,
  RECORD_INTS,
  STREAMS,
  TONES,
  WORDS,
  type Micros,
  type Stream,
  type Tone,
} from '../trace/vocabulary.ts';
import { Trace } from '../trace/trace.ts';

/** `main.py:4` */
type PlaceText = `${string}:${number}`;

/** One event in a readable form. A track is named by its label; `close` ends the latest span open on its track. */
export type ScriptLine =
  | readonly [at: Micros, word: 'track', label: string, parent?: string]
  | readonly [at: Micros, word: 'open', track: string, name: string, place?: PlaceText]
  | readonly [at: Micros, word: 'close', track: string, outcome: string, place?: PlaceText]
  | readonly [at: Micros, word: 'mark', track: string, name: string, tone: Tone, place?: PlaceText]
  | readonly [at: Micros, word: 'gauge', track: string, value: number, place?: PlaceText]
  | readonly [at: Micros, word: 'tally', track: string, amount: number, place?: PlaceText]
  | readonly [
      at: Micros,
      word: 'state',
      track: string,
      state: string,
      detail?: string | null,
      place?: PlaceText,
    ]
  | readonly [at: Micros, word: 'link', track: string, to: string, why: string, place?: PlaceText]
  | readonly [at: Micros, word: 'print', track: string, text: string, stream?: Stream, place?: PlaceText];

export interface Batch {
  readonly records: Int32Array;
  /** strings that no earlier batch held */
  readonly strings: readonly string[];
}

/** Writes batches of one run: strings, tracks and spans are numbered across batches. */
export class Script {
  #strings = new Map<string, number>();
  #tracks = new Map<string, number>();
  #open = new Map<string, number[]>();
  #spans = 0;

  /** @throws Error when a line names a track that was not declared, or closes where nothing is open. */
  write(lines: readonly ScriptLine[]): Batch {
    const before = this.#strings.size;
    const records = new Int32Array(lines.length * RECORD_INTS);
    for (const [index, line] of lines.entries()) records.set(this.#record(line), index * RECORD_INTS);
    return { records, strings: [...this.#strings.keys()].slice(before) };
  }

  #record(line: ScriptLine): number[] {
    const [at, word, label] = line;
    if (word === 'track') this.#tracks.set(label, this.#tracks.size);
    const { a, b, place } = this.#payload(line);
    const [file, number] = this.#place(place);
    return [WORDS.indexOf(word), ...halves(at), this.#track(label), file, number, a, b];
  }

  #payload(line: ScriptLine): { a: number; b: number; place?: PlaceText | undefined } {
    switch (line[1]) {
      case 'track':
        return { a: this.#string(line[2]), b: line[3] === undefined ? -1 : this.#track(line[3]) };
      case 'open':
        return { a: this.#string(line[3]), b: this.#begin(line[2]), place: line[4] };
      case 'close':
        return { a: this.#string(line[3]), b: this.#end(line[2]), place: line[4] };
      case 'mark':
        return { a: this.#string(line[3]), b: TONES.indexOf(line[4]), place: line[5] };
      case 'gauge':
      case 'tally': {
        const [a, b] = halves(line[3]);
        return { a, b, place: line[4] };
      }
      case 'state':
        return { a: this.#string(line[3]), b: line[4] == null ? -1 : this.#string(line[4]), place: line[5] };
      case 'link':
        return { a: this.#track(line[3]), b: this.#string(line[4]), place: line[5] };
      case 'print':
        return { a: this.#string(line[3]), b: STREAMS.indexOf(line[4] ?? 'stdout'), place: line[5] };
    }
  }

  #string(text: string): number {
    const number = this.#strings.get(text) ?? this.#strings.size;
    this.#strings.set(text, number);
    return number;
  }

  #track(label: string): number {
    const track = this.#tracks.get(label);
    if (track === undefined) throw new Error(`the script declares no track "${label}"`);
    return track;
  }

  #begin(track: string): number {
    const span = this.#spans;
    this.#spans += 1;
    this.#open.set(track, [...(this.#open.get(track) ?? []), span]);
    return span;
  }

  #end(track: string): number {
    const span = this.#open.get(track)?.pop();
    if (span === undefined) throw new Error(`nothing is open on track "${track}"`);
    return span;
  }

  #place(place: PlaceText | undefined): [file: number, line: number] {
    if (place === undefined) return [-1, 0];
    const colon = place.lastIndexOf(':');
    return [this.#string(place.slice(0, colon)), Number(place.slice(colon + 1))];
  }
}

function halves(value: number): [high: number, low: number] {
  const high = Math.floor(value / HALF);
  return [high, value - high * HALF];
}

/** The trace of a whole script. @throws Error when the trace refuses it. */
export function traceOf(lines: readonly ScriptLine[]): Trace {
  const trace = new Trace();
  const { records, strings } = new Script().write(lines);
  const taken = trace.append(records, strings);
  if (!taken.ok) throw new Error(taken.error);
  return trace;
}
