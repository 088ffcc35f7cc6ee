/** The closed vocabulary of events that a run may report, and their shape once decoded. */

import type { Label } from './facts.ts';

/** A moment of a run: microseconds on the run clock, zero at the program's first instruction. */
export type Micros = number;

/** A track (lane) of a run; tracks are numbered from 0 in the order they are declared. */
export type TrackId = number;

/** Where in the program something happened. `line` counts from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** How a mark or an outcome should strike the reader; never the only carrier of meaning. */
export const TONES = ['plain', 'good', 'bad', 'note'] as const;
export type Tone = (typeof TONES)[number];

export const STREAMS = ['stdout', 'stderr'] as const;
export type Stream = (typeof STREAMS)[number];

/**
 * The words, in the order of their numbers on the wire (`src/runtime/python/faultline/report/recorder.py` holds the same list,
 * and a test compares the two). `open` and `close` are the two ends of one word, the span.
 */
export const WORDS = ['track', 'open', 'close', 'mark', 'gauge', 'tally', 'state', 'link', 'print'] as const;

interface Happening {
  readonly time: Micros;
  readonly track: TrackId;
  readonly place: Place | null;
}

/** One decoded event. Times never decrease, and two events of one run never share a time. */
export type TraceEvent = Happening &
  (
    | { readonly word: 'track'; readonly label: string; readonly parent: TrackId | null }
    | { readonly word: 'open'; readonly span: number; readonly name: string }
    | { readonly word: 'close'; readonly span: number; readonly outcome: string }
    | { readonly word: 'mark'; readonly name: Label; readonly tone: Tone }
    | { readonly word: 'gauge'; readonly value: number }
    | { readonly word: 'tally'; readonly amount: number }
    | { readonly word: 'state'; readonly state: string; readonly detail: Label | null }
    | { readonly word: 'link'; readonly to: TrackId; readonly why: Label }
    | { readonly word: 'print'; readonly text: string; readonly stream: Stream }
  );

/**
 * The wire form: eight signed 32-bit integers an event.
 * `[word, time / 2^31, time mod 2^31, track, file, line, a, b]`; `file` is a string number or -1. Where more has happened
 * than there are microseconds, the bits of `word` above the lowest eight are 1024ths of a microsecond.
 * | word  | a                  | b                          |
 * |-------|--------------------|----------------------------|
 * | track | label (string)     | parent track or -1         |
 * | open  | name (string)      | span number, unique in run |
 * | close | outcome (string)   | span number                |
 * | mark  | name (string)      | tone (index in TONES)      |
 * | gauge | value / 2^31 floor | value mod 2^31             |
 * | tally | amount likewise    |                            |
 * | state | state (string)     | detail (string) or -1      |
 * | link  | other track        | why (string)               |
 * | print | text (string)      | stream (index in STREAMS)  |
 * The name of a mark, the detail of a state and the why of a link may be facts: see `facts.ts`.
 */
export const RECORD_INTS = 8;
export const HALF = 2 ** 31;
/** So many parts has a microsecond. */
export const PARTS = 1024;
