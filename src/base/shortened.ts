/** Shortened: as much of a text as a place has room for. However long the text is, this costs the same. */
import { lazily } from './lazily.ts';

/** A letter with its accents is hardly ever longer. UTF-16 units looked at on each side of the cut. */
const AROUND = 32;

const letters = lazily(() => new Intl.Segmenter('en', { granularity: 'grapheme' }));

/** The text in at most `most` UTF-16 units; what is cut off ends in an ellipsis and never within a letter. */
export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, borderBefore(text, most - 1))}…`;
}

/** A text in portions of at most `most` units, cut where a line ends if one does, else between letters. */
export function portionsOf(text: string, most: number): readonly string[] {
  const portions: string[] = [];
  for (let from = 0; from < text.length; ) {
    const rest = text.slice(from, from + most);
    const line = from + most >= text.length ? rest.length : rest.lastIndexOf('\n') + 1;
    const to = line > 0 ? from + line : Math.max(from + 1, borderBefore(text, from + most));
    portions.push(text.slice(from, to));
    from = to;
  }
  return portions;
}

/** The last border between two letters at or before `at`. Under a heap of accents any border of code points will do. */
function borderBefore(text: string, at: number): number {
  const from = Math.max(0, at - AROUND);
  const near = letters()
    .segment(text.slice(from, at + AROUND))
    .containing(at - from);
  if (near !== undefined && near.index > 0) return from + near.index;
  const isInside = /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at));
  return isInside ? at - 1 : at;
}
