/** Blocks: lines in portions, so that a growing log renders only what is new. Pure. */
import type { Micros, Stream } from '../../trace/vocabulary.ts';
import type { Line, Lines } from './lines.ts';

/** Lines of one portion. */
export const BLOCK = 100;

/** Neighbouring lines of one stream, as one text. */
export interface Run {
  readonly stream: Stream;
  readonly text: string;
}

export interface Block {
  /** number of its first line */
  readonly from: number;
  readonly count: number;
  readonly runs: readonly Run[];
}

/** Joins neighbouring lines of one stream. */
export function runsOf(lines: readonly Line[]): readonly Run[] {
  const runs: { stream: Stream; text: string }[] = [];
  for (const { stream, text } of lines) {
    const last = runs.at(-1);
    if (last?.stream === stream) last.text += `\n${text}`;
    else runs.push({ stream, text });
  }
  return runs;
}

/** The block that begins at line `from`, as it stood when `shown` lines had begun. */
export function blockAt(lines: Lines, from: number, shown: number, moment: Micros): Block {
  const to = Math.min(from + BLOCK, shown);
  return { from, count: to - from, runs: runsOf(lines.slice(from, to, moment)) };
}
