/** Blocks: lines in portions, so that a growing log renders only what is new. Pure. */
import type { Micros, Stream } from '../../trace/vocabulary.ts';
import type { Line, Lines } from './lines.ts';

/** Lines of one portion. */
export const BLOCK = 100;

/** Neighbouring lines of one stream, as one text. */
interface Passage {
  readonly stream: Stream;
  readonly text: string;
}

export interface Block {
  /** number of its first line */
  readonly from: number;
  readonly count: number;
  readonly passages: readonly Passage[];
}

/** Joins neighbouring lines of one stream. */
function passagesOf(lines: readonly Line[]): readonly Passage[] {
  const passages: { stream: Stream; text: string }[] = [];
  for (const { stream, text } of lines) {
    const last = passages.at(-1);
    if (last?.stream === stream) last.text += `\n${text}`;
    else passages.push({ stream, text });
  }
  return passages;
}

/** The block that begins at line `from`, as it stood when `shown` lines had begun. */
export function blockAt(lines: Lines, from: number, shown: number, moment: Micros): Block {
  const to = Math.min(from + BLOCK, shown);
  return { from, count: to - from, passages: passagesOf(lines.slice(from, to, moment)) };
}
