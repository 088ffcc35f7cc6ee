/** Sections: a very long text in parts that a plain field can hold, each of which is edited by itself. Pure. */

/** A field with more than this is laid out for seconds, and with every key again. */
const MOST_LINES = 2_000;
const MOST_CHARS = 100_000;
/** What even the full editor shows without its comforts. */
const HUGE = { lines: 20_000, chars: 1_000_000 };

/** A part of a text: whole lines, without the end of the last; only a line longer than a section is cut. */
export interface Section {
  readonly from: number;
  readonly to: number;
  readonly firstLine: number;
  readonly lines: number;
}

/** Whether a plain field cannot hold it. */
export function isLong(text: string): boolean {
  return text.length > MOST_CHARS || hasMoreLines(text, MOST_LINES);
}

/** Whether wrapping lines and looking for words all over it would keep the full editor from answering. */
export function isHuge(text: string): boolean {
  return text.length > HUGE.chars || hasMoreLines(text, HUGE.lines);
}

/** The section in which this line lies, or begins; of a line beyond the last one, the last section. */
export function sectionAt(text: string, line: number): Section {
  let section = sectionFrom(text, 0, 1);
  while (section.firstLine + section.lines <= line && section.to < text.length)
    section = after(text, section);
  return section;
}

/** The section after this one; null after the last. */
export function nextSection(text: string, section: Section): Section | null {
  return section.to < text.length ? after(text, section) : null;
}

/** The section before this one; null before the first. */
export function previousSection(text: string, { from }: Section): Section | null {
  if (from === 0) return null;
  let section = sectionFrom(text, 0, 1);
  for (let next = after(text, section); next.from < from; next = after(text, next)) section = next;
  return section;
}

/** How many lines a text has. */
export function countLines(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function after(text: string, { to, firstLine, lines }: Section): Section {
  const isWhole = text[to] === '\n';
  return sectionFrom(text, isWhole ? to + 1 : to, firstLine + lines - (isWhole ? 0 : 1));
}

function sectionFrom(text: string, from: number, firstLine: number): Section {
  let to = from;
  for (let lines = 1; ; lines += 1) {
    const end = text.indexOf('\n', to + (lines === 1 ? 0 : 1));
    const stop = end === -1 ? text.length : end;
    if (stop - from > MOST_CHARS) {
      return lines === 1
        ? { from, to: from + MOST_CHARS, firstLine, lines }
        : { from, to, firstLine, lines: lines - 1 };
    }
    to = stop;
    if (end === -1 || lines === MOST_LINES) return { from, to, firstLine, lines };
  }
}

function hasMoreLines(text: string, most: number): boolean {
  let at = -1;
  for (let count = 0; count < most; count += 1) {
    at = text.indexOf('\n', at + 1);
    if (at === -1) return false;
  }
  return true;
}
