/** Lines: what a program printed, as lines of one stream each. Pure, and grows with the run. */
import type { Print } from '../../trace/lane.ts';
import { countUntil } from '../../trace/search.ts';
import type { Micros, Stream } from '../../trace/vocabulary.ts';

export interface Line {
  readonly stream: Stream;
  readonly text: string;
  /** when its first character was written */
  readonly time: Micros;
}

interface Growing {
  stream: Stream;
  text: string;
  time: Micros;
  /** a later write continues it; the lengths it had, by time */
  growth: { time: Micros; length: number }[] | null;
  ended: boolean;
}

/** Lines of a run's prints. A write to the other stream begins a line of its own, as a terminal would not. */
export class Lines {
  #lines: Growing[] = [];
  #taken = 0;

  /** Takes the prints it has not seen yet. */
  grow(prints: readonly Print[]): void {
    for (; this.#taken < prints.length; this.#taken += 1) {
      const print = prints[this.#taken];
      if (print !== undefined) this.#write(print);
    }
  }

  /** How many lines had begun by this moment. */
  countAt(moment: Micros): number {
    return countUntil(this.#lines.length, (index) => this.#lines[index]?.time ?? Infinity, moment);
  }

  /** Lines `from` up to `to` (not included), as far as each was written at this moment. */
  slice(from: number, to: number, moment: Micros): readonly Line[] {
    return this.#lines.slice(from, to).map(({ stream, text, time, growth }) => {
      const known = growth?.findLast((step) => step.time <= moment)?.length ?? text.length;
      return { stream, time, text: known === text.length ? text : text.slice(0, known) };
    });
  }

  #write({ text, stream, time }: Print): void {
    const pieces = text.split('\n');
    for (const [index, piece] of pieces.entries()) {
      const isLast = index === pieces.length - 1;
      if (isLast && piece === '') continue;
      this.#add(piece, stream, time);
      const line = this.#lines.at(-1);
      if (!isLast && line !== undefined) line.ended = true;
    }
  }

  #add(text: string, stream: Stream, time: Micros): void {
    const last = this.#lines.at(-1);
    if (last === undefined || last.ended || last.stream !== stream) {
      this.#lines.push({ stream, text, time, growth: null, ended: false });
      return;
    }
    if (text === '') return;
    last.growth ??= [{ time: last.time, length: last.text.length }];
    last.text += text;
    last.growth.push({ time, length: last.text.length });
  }
}

const linesOf = new WeakMap<readonly Print[], Lines>();

/** The lines of a picture's prints; made once for each run and grown with it. */
export function linesFor(prints: readonly Print[]): Lines {
  const lines = linesOf.get(prints) ?? new Lines();
  linesOf.set(prints, lines);
  lines.grow(prints);
  return lines;
}
