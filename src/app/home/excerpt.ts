/** The lines of a side that the lesson tints, the longest stretch of them, with the line before. Pure. */
import type { HighlightedLines, Side } from '../../lesson/schema.ts';

export interface Excerpt {
  readonly file: string;
  readonly lines: readonly { readonly number: number; readonly text: string; readonly tinted: boolean }[];
}

/** Null where the side has no tinted lines. What all lines are indented by is left out. */
export function excerptOf({ files, highlight }: Side): Excerpt | null {
  const [tinted] = highlight.toSorted((a, b) => lengthOf(b) - lengthOf(a));
  if (tinted === undefined) return null;
  const { file, from, to } = tinted;
  const first = Math.max(from - 1, 1);
  const texts = (files[file] ?? '').split('\n').slice(first - 1, to);
  const indents = texts.filter((text) => text.trim() !== '').map((text) => text.search(/\S/));
  const least = Math.min(...indents, Number.MAX_SAFE_INTEGER);
  const lines = texts.map((text, index) => {
    const number = first + index;
    return { number, text: text.slice(least), tinted: number >= from };
  });
  return { file, lines };
}

function lengthOf({ from, to }: HighlightedLines): number {
  return to - from;
}
