/**
 * A run as Chrome's trace event format, which Perfetto opens: a side is a process, a lane a thread, spans and states are
 * slices, marks and links instants, gauges and tallies counters; times in microseconds of the run's clock. Pure.
 */
import type { Label } from '../trace/facts.ts';
import type { Lane } from '../trace/lane.ts';
import type { Picture } from '../trace/picture.ts';
import type { Micros, Place } from '../trace/vocabulary.ts';
import { rowsOf, type Slice } from './slices.ts';

type Details = Readonly<Record<string, string | number>>;

/** https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU */
export type ChromeEvent =
  | {
      readonly ph: 'M';
      readonly name: string;
      readonly pid: number;
      readonly tid?: number;
      readonly args: Details;
    }
  | (Timed & { readonly ph: 'X'; readonly tid: number; readonly dur: number })
  | (Timed & { readonly ph: 'i'; readonly tid: number; readonly s: 't' })
  | (Timed & { readonly ph: 'C' });

interface Timed {
  readonly name: string;
  readonly pid: number;
  readonly ts: Micros;
  readonly args: Details;
}

export interface ChromeTrace {
  readonly displayTimeUnit: 'ms';
  readonly traceEvents: readonly ChromeEvent[];
  readonly otherData: Details;
}

/** A side that has run: its name, what it reported, and when it ended. */
export interface TracedSide {
  readonly name: string;
  readonly picture: Picture;
  readonly end: Micros;
}

/** @param wordsOf what a label is in words @param about facts of the whole, such as the lesson's title */
export function chromeTraceOf(
  sides: readonly TracedSide[],
  wordsOf: (label: Label) => string,
  about: Details,
): ChromeTrace {
  const traceEvents = sides.flatMap((side, index) => new Process(side, index + 1, wordsOf).events());
  return { displayTimeUnit: 'ms', traceEvents, otherData: about };
}

/** One side's events. Threads are numbered as they come: first the output, then each lane, which may need several. */
class Process {
  readonly #events: ChromeEvent[] = [];
  readonly #side: TracedSide;
  readonly #pid: number;
  readonly #wordsOf: (label: Label) => string;
  #threads = 0;

  constructor(side: TracedSide, pid: number, wordsOf: (label: Label) => string) {
    this.#side = side;
    this.#pid = pid;
    this.#wordsOf = wordsOf;
  }

  events(): readonly ChromeEvent[] {
    const { name, picture } = this.#side;
    this.#events.push({ ph: 'M', name: 'process_name', pid: this.#pid, args: { name } });
    this.#prints(picture);
    for (const lane of picture.lanes) {
      if (isThread(lane)) this.#thread(lane);
      this.#counters(lane);
    }
    return this.#events;
  }

  #prints({ prints }: Picture): void {
    if (prints.length === 0) return;
    const tid = this.#nextThread('print');
    for (const { time, text, stream, place } of prints)
      this.#instant(tid, time, text, { stream, ...placed(place) });
  }

  #thread(lane: Lane): void {
    const rows = rowsOf(this.#slicesOf(lane));
    const first = this.#nextThread(lane.label);
    rows.forEach((slices, index) => {
      const tid = index === 0 ? first : this.#nextThread(`${lane.label} (${index + 1})`);
      for (const { name, start, end, details } of slices) {
        this.#events.push({ ph: 'X', name, pid: this.#pid, tid, ts: start, dur: end - start, args: details });
      }
    });
    for (const { time, name, tone, place } of lane.marks) {
      this.#instant(first, time, this.#wordsOf(name), { tone, ...placed(place) });
    }
    for (const { time, to, why, place } of lane.links) {
      const target = this.#side.picture.lanes[to]?.label ?? '';
      this.#instant(first, time, `→ ${target}: ${this.#wordsOf(why)}`, placed(place));
    }
  }

  #slicesOf({ spans, stretches }: Lane): Slice[] {
    const { end: last } = this.#side;
    return [
      ...spans.map(({ name, start, end, outcome, place }) => {
        const details = { ...(outcome === null ? {} : { outcome }), ...placed(place) };
        return { name, start, end: end ?? Math.max(last, start), details };
      }),
      ...stretches.map(({ state, detail, start, end, place }) => {
        const name = detail === null ? state : `${state}: ${this.#wordsOf(detail)}`;
        return { name, start, end: end ?? Math.max(last, start), details: placed(place) };
      }),
    ];
  }

  #counters({ label, levels, totals }: Lane): void {
    for (const { time, value } of levels) this.#counter(label, time, value);
    for (const { time, total } of totals) this.#counter(label, time, total);
  }

  #counter(name: string, ts: Micros, value: number): void {
    this.#events.push({ ph: 'C', name, pid: this.#pid, ts, args: { value } });
  }

  #instant(tid: number, ts: Micros, name: string, args: Details): void {
    this.#events.push({ ph: 'i', s: 't', name, pid: this.#pid, tid, ts, args });
  }

  #nextThread(name: string): number {
    this.#threads += 1;
    const tid = this.#threads;
    this.#events.push({ ph: 'M', name: 'thread_name', pid: this.#pid, tid, args: { name } });
    this.#events.push({ ph: 'M', name: 'thread_sort_index', pid: this.#pid, tid, args: { sort_index: tid } });
    return tid;
  }
}

/** A lane of nothing but figures is a counter alone. */
function isThread({ spans, stretches, marks, links }: Lane): boolean {
  return spans.length + stretches.length + marks.length + links.length > 0;
}

function placed(place: Place | null): Record<string, string> {
  return place === null ? {} : { at: `${place.file}:${place.line}` };
}
